import { WORKSPACE_KINDS } from '@roundtable/shared/protocol'
import { useRef, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useKeptState } from '../../../lib/kept-input.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { isMessageKey } from '../../../locales/catalogue.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { TextField } from '../../../ui/text-field.js'
import { CountryField } from './country-field.js'
import { useOpenWorkspace } from './open-workspace.js'
import {
  EMPTY_DRAFT,
  FIRST_DOCUMENTS,
  openingOf,
  problemsOf,
  rolesFor,
  shownName,
  speaksForOthers,
  type OpeningDraft
} from './opening-draft.js'
import { OrganisationFields } from './organisation-fields.js'

/** `country` is null until somebody chooses one, or takes the one of this installation away. */
type KeptDraft = Omit<OpeningDraft, 'country'> & { readonly country: string | null }
const NOTHING_TYPED: KeptDraft = { ...EMPTY_DRAFT, country: null }

interface OpenFormProps {
  readonly accountName: string
  readonly withSample: boolean
  /** The country that this installation is for, where one was said. */
  readonly home: string
}

/** All that is asked before a workspace opens: what it is called, where, and who starts it. */
export function OpenForm({ accountName, withSample, home }: OpenFormProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const form = useRef<HTMLFormElement>(null)
  const [kept, setDraft, dropDraft] = useKeptState<KeptDraft>('open', NOTHING_TYPED)
  const draft = { ...kept, country: kept.country ?? home }
  const [attempts, setAttempts] = useState(0)
  /** Of whom the last attempt was: what is asked since then has not been left empty yet. */
  const [triedRole, setTriedRole] = useState(draft.role)
  const open = useOpenWorkspace()
  const problems = attempts > 0 ? problemsOf(draft, accountName, t) : {}
  const change = (part: Partial<OpeningDraft>) => setDraft({ ...kept, ...part })
  useFocusOnProblem(form, attempts, open.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    const { role } = draft
    setTriedRole(role)
    if (role === null || Object.keys(problemsOf(draft, accountName, t)).length > 0) return
    open.mutate(openingOf({ ...draft, role }, accountName, t), {
      onSuccess: ({ id, title }) => {
        dropDraft()
        announce(t('open.done', { title }))
        void navigate(`/initiatives/${id}`)
      }
    })
  }

  return (
    <form ref={form} className="stack stack--loose" noValidate onSubmit={submit}>
      <FormProblem error={open.error} />
      <ChoiceGroup
        label={t('open.kind')}
        kind="one"
        choices={WORKSPACE_KINDS.map((kind) => ({ value: kind, label: t(`open.kind.${kind}`), hint: t(`open.kind.${kind}.hint`) }))}
        chosen={[draft.kind]}
        onChange={([chosen]) => {
          const kind = WORKSPACE_KINDS.find((one) => one === chosen) ?? draft.kind
          change({ kind, role: draft.role !== null && rolesFor(kind).includes(draft.role) ? draft.role : null })
        }}
      />
      <TextField
        label={t('open.name')}
        hint={t('open.nameHint')}
        value={draft.title}
        maxLength={200}
        error={problems.title ?? fieldProblem(open.error, 'title')}
        onChange={(title) => change({ title })}
      />
      <CountryField
        value={draft.country}
        withSample={withSample}
        error={problems.country ?? fieldProblem(open.error, 'country')}
        onChange={(country) => change({ country })}
      />
      <ChoiceGroup
        label={t('open.role')}
        kind="one"
        choices={rolesFor(draft.kind).map((role) => {
          const hint = `open.role.${role}.hint`
          return { value: role, label: t(`open.role.${role}`), hint: isMessageKey(hint) ? t(hint) : undefined }
        })}
        chosen={draft.role === null ? [] : [draft.role]}
        error={problems.role ?? fieldProblem(open.error, 'role')}
        onChange={([chosen]) => change({ role: rolesFor(draft.kind).find((role) => role === chosen) ?? null })}
      />
      {speaksForOthers(draft.role) && (
        <OrganisationFields role={draft.role} draft={draft} problems={triedRole === draft.role ? problems : {}} onChange={change} />
      )}
      <TextField
        label={t('open.me')}
        hint={t('open.meHint')}
        autoComplete="off"
        value={shownName(draft, accountName)}
        maxLength={120}
        error={problems.name ?? fieldProblem(open.error, 'name')}
        onChange={(name) => change({ name })}
      />
      <ChoiceGroup
        label={t('open.documents')}
        hint={t('open.documentsHint')}
        kind="many"
        choices={FIRST_DOCUMENTS.map((kind) => ({
          value: kind,
          label: t(`documentKind.${kind}`),
          hint: t(`open.document.${kind}.hint`)
        }))}
        chosen={draft.documents}
        onChange={(chosen) => change({ documents: FIRST_DOCUMENTS.filter((kind) => chosen.includes(kind)) })}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={open.isPending}>
          {t('open.submit')}
        </Button>
      </div>
    </form>
  )
}
