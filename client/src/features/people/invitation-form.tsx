import { useRef, useState, type FormEvent } from 'react'
import type { Role } from '@roundtable/shared/framework'
import type { InvitationMade } from '@roundtable/shared/protocol'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useKeptState } from '../../lib/kept-input.js'
import { useFocusOnProblem } from '../../lib/use-focus-on-problem.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { FormProblem } from '../../ui/form-problem.js'
import { SelectField } from '../../ui/select-field.js'
import { TextField } from '../../ui/text-field.js'
import {
  canPay,
  invitationOf,
  kindsFor,
  needsMandate,
  NEW_DRAFT,
  problemsOf,
  speaksForOrganisation,
  type DraftProblem,
  type InvitationDraft,
  type InvitedRole
} from './invitation-draft.js'
import { useCreateInvitation, useInvitations } from './invitations.js'
import { MandateFields } from './mandate-fields.js'

interface InvitationFormProps {
  readonly workspaceId: string
  /** The roles the reader may invite. */
  readonly roles: readonly Role[]
  /** The role that is chosen beforehand. */
  readonly asked: InvitedRole | null
  readonly onMade: (made: InvitationMade) => void
}

export function InvitationForm({ workspaceId, roles, asked, onMade }: InvitationFormProps) {
  const { t } = useText()
  const create = useCreateInvitation(workspaceId)
  const sendsMail = useInvitations(workspaceId).data?.sendsMail === true
  const [kept, setDraft, dropDraft] = useKeptState<InvitationDraft>(`invitation/${workspaceId}`, NEW_DRAFT)
  const draft = { ...kept, role: kept.role ?? asked, email: sendsMail ? kept.email : '' }
  const form = useRef<HTMLFormElement>(null)
  const [attempts, setAttempts] = useState(0)
  useFocusOnProblem(form, attempts, create.error)
  const { role } = draft
  const problems = problemsOf(draft)
  const change = (part: Partial<InvitationDraft>) => setDraft({ ...draft, ...part })
  const wrong = (problem: DraftProblem, field: string) =>
    attempts > 0 && problems.has(problem) ? t(`invitations.wrong.${problem}`) : fieldProblem(create.error, field)

  function choose(chosen: string | undefined) {
    const next = roles.find((one): one is InvitedRole => one === chosen && one !== 'GST') ?? null
    change({ role: next, kind: kindsFor(next).includes(draft.kind || 'community') ? draft.kind : '' })
  }

  function send(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (role === null || problems.size > 0 || create.isPending) return
    create.mutate(invitationOf(draft, role), {
      onSuccess: (made) => {
        dropDraft()
        onMade(made)
      }
    })
  }

  return (
    <form ref={form} className="card stack" noValidate onSubmit={send}>
      <FormProblem error={create.error} />
      <ChoiceGroup
        label={t('invitations.role')}
        kind="one"
        choices={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        chosen={role === null ? [] : [role]}
        onChange={([chosen]) => choose(chosen)}
        error={wrong('role', 'role')}
      />
      {speaksForOrganisation(role) && (
        <>
          <TextField
            label={t('invitations.organisation')}
            hint={t('invitations.organisationHint')}
            value={draft.organisation}
            onChange={(organisation) => change({ organisation })}
            maxLength={200}
            error={fieldProblem(create.error, 'organisation.name')}
          />
          {draft.organisation.trim() !== '' && kindsFor(role).length > 1 && (
            <SelectField
              label={t('open.organisationKind')}
              choices={kindsFor(role).map((kind) => ({ value: kind, label: t(`organisationKind.${kind}`) }))}
              value={draft.kind}
              placeholder={t('form.choose')}
              onChange={(kind) => change({ kind })}
              error={wrong('kind', 'organisation.kind')}
            />
          )}
        </>
      )}
      {canPay(role) && (
        <label className="check">
          <input type="checkbox" checked={draft.isFunder} onChange={(event) => change({ isFunder: event.target.checked })} />
          {t('invitations.funder')}
        </label>
      )}
      {draft.email.trim() === '' && (
        <TextField
          label={t('invitations.uses')}
          hint={t('invitations.usesHint')}
          inputMode="numeric"
          value={draft.uses}
          onChange={(uses) => change({ uses })}
          error={wrong('uses', 'uses')}
        />
      )}
      <TextField
        label={t('invitations.days')}
        inputMode="numeric"
        value={draft.days}
        onChange={(days) => change({ days })}
        error={wrong('days', 'expiresInDays')}
      />
      {needsMandate(role) && (
        <fieldset className="choices stack">
          <legend className="field__label">{t('invitations.mandate')}</legend>
          <MandateFields
            draft={draft.mandate}
            onChange={(mandate) => change({ mandate })}
            giverError={wrong('giver', 'mandate.givenBy')}
            noteError={fieldProblem(create.error, 'mandate.note')}
            dateError={fieldProblem(create.error, 'mandate.expiresOn')}
          />
        </fieldset>
      )}
      {sendsMail && (
        <TextField
          label={t('invitations.email')}
          hint={t('invitations.emailHint')}
          type="email"
          autoComplete="off"
          value={draft.email}
          onChange={(email) => change({ email })}
          maxLength={120}
          error={wrong('email', 'email')}
        />
      )}
      <div className="row">
        <Button look="primary" type="submit" isPending={create.isPending}>
          {t('invitations.submit')}
        </Button>
      </div>
    </form>
  )
}
