import type { OpeningRole } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { SelectField } from '../../../ui/select-field.js'
import { TextField } from '../../../ui/text-field.js'
import { kindsFor, type OpeningDraft, type OpeningProblems } from './opening-draft.js'

interface OrganisationFieldsProps {
  readonly role: OpeningRole
  readonly draft: OpeningDraft
  readonly problems: OpeningProblems
  readonly onChange: (change: Partial<OpeningDraft>) => void
}

/** Whom the person speaks for. Where a role has one kind of organisation only, it is not asked. */
export function OrganisationFields({ role, draft, problems, onChange }: OrganisationFieldsProps) {
  const { t } = useText()
  const kinds = kindsFor(role)
  const isCommunity = role === 'COM'
  return (
    <>
      <TextField
        label={isCommunity ? t('open.organisation.COM') : t('open.organisation.other')}
        value={draft.organisation}
        maxLength={200}
        error={problems.organisation}
        onChange={(organisation) => onChange({ organisation })}
      />
      {kinds.length > 1 && (
        <SelectField
          label={isCommunity ? t('open.organisationKind.COM') : t('open.organisationKind')}
          placeholder={t('form.choose')}
          choices={kinds.map((kind) => ({ value: kind, label: t(`organisationKind.${kind}`) }))}
          value={draft.organisationKind}
          error={problems.organisationKind}
          onChange={(organisationKind) => onChange({ organisationKind })}
        />
      )}
    </>
  )
}
