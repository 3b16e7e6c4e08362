import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Side } from '@roundtable/shared/framework'
import type { ProfileView, WorkspaceView } from '@roundtable/shared/protocol'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useFocusWhenGone } from '../../../lib/use-focus-when-gone.js'
import { request } from '../../../lib/request.js'
import { useFocusByHash } from '../../../lib/use-focus-by-hash.js'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { QueryState } from '../../../ui/query-state.js'
import { profileQuery } from '../profile/profile.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { keepPart } from '../workspace.js'

export const ACCEPTANCE_ID = 'acceptance'
const SIDES_TO_ACCEPT = ['civic', 'state'] as const satisfies readonly Side[]

/** A country programme is active when both sides have accepted it: who has, who has not, and the button for whoever may. */
export function Acceptance({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const heading = useFocusByHash(ACCEPTANCE_ID)
  const focusHeading = useFocusAfter(() => heading.current)
  const profile = useQuery(profileQuery(workspace.id))
  return (
    <section className="section stack" aria-labelledby={ACCEPTANCE_ID}>
      <h2 id={ACCEPTANCE_ID} ref={heading} tabIndex={-1}>
        {t('acceptance.title')}
      </h2>
      <p>{t('acceptance.lead')}</p>
      <QueryState query={profile} waitingFor={t('profile.loading')}>
        {(view) => <Accepted workspace={workspace} profile={view} onGone={focusHeading} />}
      </QueryState>
    </section>
  )
}

interface AcceptedProps {
  readonly workspace: WorkspaceView
  readonly profile: ProfileView
  /** The button is gone with the act. */
  readonly onGone: () => void
}

function Accepted({ workspace, profile, onGone }: AcceptedProps) {
  const { t } = useText()
  const { list } = useFormat()
  const named = (sides: readonly Side[]) => list(sides.map((side) => t(`side.${side}`)))
  const by = profile.acceptedBy
  const waiting = SIDES_TO_ACCEPT.filter((side) => !by.includes(side))
  const silent = profile.voices?.filter(({ hasAccepted }) => !hasAccepted) ?? []
  const mine = silent.find(({ isMine }) => isMine)
  return (
    <>
      {waiting.length === 0 ? (
        <p>{t('acceptance.active')}</p>
      ) : (
        <div>
          <p>{by.length === 0 ? t('acceptance.nobody') : t('acceptance.by', { sides: named(by) })}</p>
          <p>{t('acceptance.waiting', { sides: named(waiting) })}</p>
          {silent.length > 0 && <p>{t('acceptance.silent', { names: list(silent.map(({ name }) => name)) })}</p>}
        </div>
      )}
      {waiting.length > 0 && mine && <Accept workspace={workspace} name={mine.name} onGone={onGone} />}
    </>
  )
}

function Accept({ workspace, name, onGone }: Pick<AcceptedProps, 'workspace' | 'onGone'> & { readonly name: string }) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const acts = useFocusWhenGone<HTMLDivElement>(onGone)
  const may = useMay(workspace)('approve', 'PROF')
  const accept = useMutation({
    mutationFn: () => request('acceptProgramme', { id: workspace.id }),
    onSuccess: (profile) => {
      announce(t('acceptance.done', { name }))
      return keepPart(client, workspace.id, 'profile', profile)
    }
  })
  if (!may.allowed) return <WhyNot cannot={t('acceptance.cannot')} because={may.because} />
  return (
    <>
      <FormProblem error={accept.error} />
      <div ref={acts} className="row">
        <Button look="primary" isPending={accept.isPending} onPress={() => accept.mutate()}>
          {t('acceptance.accept', { name })}
        </Button>
      </div>
    </>
  )
}
