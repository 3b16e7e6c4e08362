import { PASSWORD_LENGTH } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { TextField } from '../../ui/text-field.js'
import type { JoinDraft, JoinProblem } from './join-draft.js'

interface NewAccountFieldsProps {
  readonly draft: JoinDraft
  readonly wrong: (problem: JoinProblem, field: string) => string | undefined
  readonly onChange: (part: Partial<JoinDraft>) => void
}

/** Who speaks for an organisation comes back for months: with a user name and a password of their own. */
export function NewAccountFields({ draft, wrong, onChange }: NewAccountFieldsProps) {
  const { t } = useText()
  return (
    <>
      <p className="muted">{t('join.accountLead')}</p>
      <TextField
        label={t('join.handle')}
        hint={t('join.handleHint')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck="false"
        value={draft.handle}
        onChange={(handle) => onChange({ handle })}
        maxLength={120}
        error={wrong('handle', 'account.handle')}
      />
      <TextField
        label={t('join.password')}
        hint={t('password.hint', { length: PASSWORD_LENGTH })}
        name="new-password"
        type="password"
        autoComplete="new-password"
        value={draft.password}
        onChange={(password) => onChange({ password })}
        maxLength={256}
        error={wrong('password', 'account.password')}
      />
    </>
  )
}
