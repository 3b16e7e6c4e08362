import { useText } from '../../locales/use-text.js'
import { TextField } from '../../ui/text-field.js'

/** A mandate as it is typed: empty means that nothing is said. */
export interface MandateDraft {
  readonly givenBy: string
  readonly note: string
  readonly expiresOn: string
}

export const NO_MANDATE: MandateDraft = { givenBy: '', note: '', expiresOn: '' }

/** The mandate to send; null where nobody is named as its giver. */
export function mandateOf({ givenBy, note, expiresOn }: MandateDraft) {
  return givenBy.trim() === '' ? null : { givenBy, note, expiresOn: expiresOn === '' ? null : expiresOn }
}

interface MandateFieldsProps {
  readonly draft: MandateDraft
  readonly giverError?: string | undefined
  readonly noteError?: string | undefined
  readonly dateError?: string | undefined
  readonly onChange: (draft: MandateDraft) => void
}

export function MandateFields({ draft, giverError, noteError, dateError, onChange }: MandateFieldsProps) {
  const { t } = useText()
  return (
    <>
      <TextField
        label={t('mandate.giver')}
        hint={t('mandate.giverHint')}
        value={draft.givenBy}
        onChange={(givenBy) => onChange({ ...draft, givenBy })}
        maxLength={200}
        error={giverError}
      />
      <TextField
        label={t('mandate.note')}
        hint={t('mandate.noteHint')}
        rows={2}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
        maxLength={1000}
        error={noteError}
      />
      <TextField
        label={t('mandate.until')}
        hint={t('mandate.untilHint')}
        type="date"
        value={draft.expiresOn}
        onChange={(expiresOn) => onChange({ ...draft, expiresOn })}
        error={dateError}
      />
    </>
  )
}
