import { useQueryClient } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import type { Profile, ProfileView } from '@roundtable/shared/protocol'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useKeptState } from '../../../lib/kept-input.js'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { differences, draftOf, type ProfileDraft, type ProfileField } from './profile-draft.js'
import { ProfileFields } from './profile-fields.js'
import { profileQuery, useUpdateProfile } from './profile.js'

interface ProfileFormProps {
  readonly workspaceId: string
  readonly profile: ProfileView
  readonly isProgramme: boolean
  readonly onClose: () => void
}

/**
 * The profile to write, with the version that was read when writing began: when somebody else was faster the server refuses, and
 * what they saved is shown beside each field that differs. Nothing is saved over it before this person has seen it.
 */
export function ProfileForm({ workspaceId, profile, isProgramme, onClose }: ProfileFormProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const update = useUpdateProfile(workspaceId)
  const [draft, setDraft, dropDraft] = useKeptState<Profile>(`profile/${workspaceId}`, { ...draftOf(profile), version: profile.version })
  const [base, setBase] = useState({ ...profile, version: draft.version })
  const [isContested, setContested] = useState(false)
  const [attempts, setAttempts] = useState(0)
  const change = (part: Partial<ProfileDraft>) => setDraft({ ...draft, ...part, version: base.version })
  const isOvertaken = update.error instanceof RoundtableError && update.error.code === 'changed_meanwhile'
  const isGated = !isProgramme && (base.stage === null || base.stage === 'S1') && !base.selfDefinition?.isAgreed
  const theirs = isContested ? draftOf(base) : null
  const focusOnField = useFocusAfter((field: ProfileField) =>
    form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea, select, button)`)
  )
  useFocusOnProblem(form, attempts, update.error)
  // It stands where the button was that opened it.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (draft.title.trim() === '' || draft.interests.some(({ name }) => name.trim() === '')) return
    update.mutate(
      { ...draft, version: base.version },
      {
        onSuccess: () => {
          announce(t('form.saved'))
          close()
        },
        onError: (error) => {
          if (error instanceof RoundtableError && error.code === 'changed_meanwhile') void readTheirs()
        }
      }
    )
  }

  async function readTheirs() {
    setBase(await client.fetchQuery({ ...profileQuery(workspaceId), staleTime: 0 }))
    setContested(true)
  }

  function close() {
    dropDraft()
    onClose()
  }

  return (
    <form ref={form} className="stack stack--loose" noValidate onSubmit={submit}>
      {isContested ? (
        <Banner tone="caution" role="alert">
          <p>{t('profile.conflict')}</p>
        </Banner>
      ) : (
        !isOvertaken && <FormProblem error={update.error} />
      )}
      <ProfileFields
        draft={draft}
        theirs={theirs}
        differing={theirs ? differences(draft, theirs) : []}
        isChecked={attempts > 0}
        isGated={isGated}
        error={update.error}
        onChange={change}
        onTaken={focusOnField}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={update.isPending}>
          {t('profile.save')}
        </Button>
        <Button onPress={close}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
