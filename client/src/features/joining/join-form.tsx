import { useRef, useState, type FormEvent } from 'react'
import { RoundtableError } from '@roundtable/shared/error'
import { organisationKindsOf } from '@roundtable/shared/framework'
import type { Accepted, InvitationPreview, WhoAmI } from '@roundtable/shared/protocol'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useKeptState } from '../../lib/kept-input.js'
import { useFocusOnProblem } from '../../lib/use-focus-on-problem.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { SelectField } from '../../ui/select-field.js'
import { TextField } from '../../ui/text-field.js'
import { acceptanceOf, asksOrganisation, needsNoAccount, problemsOf, type JoinDraft, type JoinProblem } from './join-draft.js'
import { useAccept } from './joining.js'
import { NewAccountFields } from './new-account-fields.js'
import { fairRandom, suggestName } from './pseudonym.js'
import { SignInFirst } from './sign-in-first.js'

interface JoinFormProps {
  readonly secret: string
  readonly invitation: InvitationPreview
  /** Who is signed in; null for nobody. */
  readonly person: WhoAmI['person'] | null
  readonly onAccepted: (accepted: Accepted, choseAPassword: boolean) => void
}

/** The little that is asked: a name to be called by, and an account only of those who speak for an organisation. */
export function JoinForm({ secret, invitation, person, onAccepted }: JoinFormProps) {
  const { t } = useText()
  const accept = useAccept()
  const { role } = invitation
  const isPseudonymous = needsNoAccount(role)
  const makesAccount = person === null && !isPseudonymous
  const suggestion = () => suggestName(t('pseudonym.first'), t('pseudonym.second'), fairRandom)
  const [suggested] = useState(suggestion)
  // Neither the password nor the invitation's code is kept.
  const [kept, setKept, dropKept] = useKeptState<Omit<JoinDraft, 'password'>>(`join/${role}/${invitation.title}`, {
    name: isPseudonymous ? suggested : (person?.name ?? ''),
    organisation: '',
    kind: '',
    handle: ''
  })
  const [typedPassword, setPassword] = useState('')
  const draft: JoinDraft = { ...kept, password: typedPassword }
  const form = useRef<HTMLFormElement>(null)
  const [attempts, setAttempts] = useState(0)
  useFocusOnProblem(form, attempts, accept.error)
  const problems = problemsOf(draft, invitation, makesAccount)
  const isTaken = accept.error instanceof RoundtableError && accept.error.code === 'name_taken'

  function wrong(problem: JoinProblem, field: string): string | undefined {
    if (attempts > 0 && problems.has(problem)) return t(`join.wrong.${problem}`)
    return problem === 'handle' && isTaken ? t('error.name_taken') : fieldProblem(accept.error, field)
  }

  function change({ password, ...part }: Partial<JoinDraft>) {
    if (password === undefined) setKept({ ...kept, ...part })
    else setPassword(password)
  }

  function send(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (problems.size === 0 && !accept.isPending) {
      accept.mutate(acceptanceOf(draft, invitation, secret, makesAccount), {
        onSuccess: (answer) => {
          dropKept()
          onAccepted(answer, makesAccount)
        }
      })
    }
  }

  // The operator says who speaks for the secretariat: a new account never does.
  if (role === 'SEC' && person === null) {
    return (
      <>
        <p>{t('join.secretariat')}</p>
        <SignInFirst />
      </>
    )
  }
  return (
    <form ref={form} className="stack" noValidate onSubmit={send}>
      {person === null ? <SignInFirst /> : <p className="muted">{t('join.signedInAs', { name: person.name })}</p>}
      <FormProblem error={accept.error} />
      <TextField
        label={t('join.name')}
        hint={t(isPseudonymous ? 'join.nameHintFree' : 'join.nameHint')}
        autoComplete="off"
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={120}
        error={wrong('name', 'name')}
      />
      {isPseudonymous && (
        <div className="row">
          <Button onPress={() => change({ name: suggestion() })}>{t('join.anotherName')}</Button>
        </div>
      )}
      {isPseudonymous && person === null && <p className="muted">{t('join.noRealName')}</p>}
      {asksOrganisation(invitation) && (
        <>
          <TextField
            label={t('join.organisation')}
            value={draft.organisation}
            onChange={(organisation) => change({ organisation })}
            maxLength={200}
            error={wrong('organisation', 'organisation.name')}
          />
          {organisationKindsOf(role).length > 1 && (
            <SelectField
              label={t('open.organisationKind')}
              choices={organisationKindsOf(role).map((kind) => ({ value: kind, label: t(`organisationKind.${kind}`) }))}
              value={draft.kind}
              placeholder={t('form.choose')}
              onChange={(kind) => change({ kind })}
              error={wrong('kind', 'organisation.kind')}
            />
          )}
        </>
      )}
      {makesAccount && <NewAccountFields draft={draft} wrong={wrong} onChange={change} />}
      <div className="row">
        <Button look="primary" type="submit" isPending={accept.isPending}>
          {t('join.submit')}
        </Button>
      </div>
    </form>
  )
}
