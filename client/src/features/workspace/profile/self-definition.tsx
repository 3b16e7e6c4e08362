import { decidingSides, type Side } from '@roundtable/shared/framework'
import type { ProfileView, WorkspaceView } from '@roundtable/shared/protocol'
import { useFocusByHash } from '../../../lib/use-focus-by-hash.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { Link } from '../../../ui/link.js'
import { BecauseLine } from '../because-line.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { useAgreePopulation } from './profile.js'

/** My work leads there. */
const SELF_DEFINITION_ID = 'self-definition'

interface SelfDefinitionProps {
  readonly workspace: WorkspaceView
  readonly profile: ProfileView
  /** Opens the words above to whoever may change them. */
  readonly onEdit: () => void
}

/** who agrees to how the population names itself, what stays closed until all do, and one's own agreement. */
export function SelfDefinition({ workspace, profile, onEdit }: SelfDefinitionProps) {
  const { t } = useText()
  const heading = useFocusByHash(SELF_DEFINITION_ID)
  const { selfDefinition } = profile
  const isDesigned = profile.stage !== null && profile.stage !== 'S1'
  return (
    <section className="section stack" aria-labelledby={SELF_DEFINITION_ID}>
      <h2 id={SELF_DEFINITION_ID} ref={heading} tabIndex={-1}>
        {t('selfDefinition.title')}
      </h2>
      <p>{t('selfDefinition.lead')}</p>
      {selfDefinition === null ? (
        <p className="muted">{t('selfDefinition.notShown')}</p>
      ) : (
        <>
          <p>
            <strong>
              {t(selfDefinition.isAgreed ? 'selfDefinition.agreed' : isDesigned ? 'selfDefinition.reopened' : 'selfDefinition.open')}
            </strong>{' '}
            <BecauseLine because={selfDefinition.because} />
          </p>
          <div>
            {decidingSides(workspace).map((side) => (
              <SideAgrees key={side} side={side} profile={profile} />
            ))}
          </div>
          <Agree {...{ workspace, profile, onEdit }} />
        </>
      )}
    </section>
  )
}

function SideAgrees({ side, profile }: { readonly side: Side; readonly profile: ProfileView }) {
  const { t } = useText()
  const voices = profile.voices?.filter((voice) => voice.side === side) ?? []
  if (voices.length === 0) return <p>{t('selfDefinition.nobody', { side: t(`side.${side}`) })}</p>
  return voices.map(({ key, name, agreesToNames }) => (
    <p key={key}>
      <span className="names">
        {t(agreesToNames ? 'selfDefinition.agrees' : 'selfDefinition.silent', { name, side: t(`side.${side}`) })}
      </span>
    </p>
  ))
}

function Agree({ workspace, profile, onEdit }: SelfDefinitionProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const mayAsMe = useMay(workspace)
  const may = mayAsMe('approve', 'PROF')
  const agree = useAgreePopulation(workspace.id)
  const mine = profile.voices?.find(({ isMine }) => isMine)
  if (!may.allowed || !mine) return <WhyNot cannot={t('selfDefinition.cannot')} because={may.because} />
  if (profile.populationLabel === '' || profile.identification === '') return <p className="muted">{t('selfDefinition.unsaid')}</p>
  const agrees = !mine.agreesToNames
  return (
    <>
      <FormProblem error={agree.error} />
      <div className="row">
        <Button
          look={agrees ? 'primary' : 'secondary'}
          isPending={agree.isPending}
          onPress={() => agree.mutate({ version: profile.version, agrees }, { onSuccess: () => announce(t('form.saved')) })}
        >
          {t(agrees ? 'selfDefinition.agree' : 'selfDefinition.takeBack', { name: mine.name })}
        </Button>
        {agrees && mayAsMe('edit', 'PROF').allowed && <Button onPress={onEdit}>{t('selfDefinition.differ')}</Button>}
      </div>
      {agrees && !mayAsMe('edit', 'PROF').allowed && (
        <p>
          {t('selfDefinition.differElsewhere')} <Link to={`/initiatives/${workspace.id}/people`}>{t('selfDefinition.people')}</Link>
        </p>
      )}
    </>
  )
}
