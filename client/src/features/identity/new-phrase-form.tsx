import { useRef, useState, type FormEvent } from 'react'
import { RoundtableError } from '@roundtable/shared/error'
import { useFocusOnProblem } from '../../lib/use-focus-on-problem.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { TextField } from '../../ui/text-field.js'
import type { useRenewPhrase } from './use-renew-phrase.js'

/** The password, for another phrase. It is kept nowhere. */
export function NewPhraseForm({ renew: { mutate, error, isPending } }: { readonly renew: ReturnType<typeof useRenewPhrase> }) {
  const { t } = useText()
  const form = useRef<HTMLFormElement>(null)
  const [password, setPassword] = useState('')
  const [attempts, setAttempts] = useState(0)
  useFocusOnProblem(form, attempts, error)
  const isWrong = error instanceof RoundtableError && error.code === 'wrong_credentials'
  const missing = attempts > 0 && password === '' ? t('signIn.passwordMissing') : undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (password !== '') mutate(password)
  }

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <FormProblem error={isWrong ? null : error} />
      <TextField
        label={t('newPhrase.password')}
        hint={t('newPhrase.passwordHint')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={missing ?? (isWrong ? t('newPhrase.wrong') : undefined)}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={isPending}>
          {t('newPhrase.submit')}
        </Button>
      </div>
    </form>
  )
}
