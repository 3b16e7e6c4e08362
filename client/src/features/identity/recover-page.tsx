import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { PASSWORD_LENGTH } from '@roundtable/shared/protocol'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useKeptState } from '../../lib/kept-input.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { Link } from '../../ui/link.js'
import { Page } from '../../ui/page.js'
import { TextField } from '../../ui/text-field.js'
import { KeepPhrase } from './keep-phrase.js'
import { useRecover } from './session.js'

export function RecoverPage() {
  const { t } = useText()
  const navigate = useNavigate()
  const recover = useRecover()
  // The phrase and the password let anybody in: they are kept nowhere.
  const [email, setEmail, dropEmail] = useKeptState('recover', '')
  const [phrase, setPhrase] = useState('')
  const [password, setPassword] = useState('')
  const [wasSent, setSent] = useState(false)
  const tooShort = [...password].length < PASSWORD_LENGTH

  function submit(event: FormEvent) {
    event.preventDefault()
    setSent(true)
    if (email.trim() !== '' && phrase.trim() !== '' && !tooShort) recover.mutate({ email, phrase, password }, { onSuccess: dropEmail })
  }

  if (recover.data) {
    const { newPhrase, ...session } = recover.data
    return (
      <KeepPhrase
        title={t('newPhrase.title')}
        done={t('newPhrase.done')}
        lead={t('newPhrase.lead')}
        handle={session.person.handle}
        phrase={newPhrase}
        onKept={() => {
          void recover.start(session).then(() => navigate('/initiatives'))
        }}
      />
    )
  }

  return (
    <Page title={t('recover.title')} width="narrow">
      <p className="muted">{t('recover.lead')}</p>
      <form className="stack" noValidate onSubmit={submit}>
        <FormProblem error={recover.error} />
        <TextField
          label={t('signIn.name')}
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          value={email}
          onChange={setEmail}
          error={wasSent && email.trim() === '' ? t('signIn.nameMissing') : fieldProblem(recover.error, 'email')}
        />
        <TextField
          label={t('recover.phrase')}
          hint={t('recover.phraseHint')}
          name="phrase"
          autoComplete="off"
          autoCapitalize="none"
          value={phrase}
          onChange={setPhrase}
          error={wasSent && phrase.trim() === '' ? t('recover.phraseMissing') : fieldProblem(recover.error, 'phrase')}
        />
        <TextField
          label={t('recover.password')}
          hint={t('password.hint', { length: PASSWORD_LENGTH })}
          name="new-password"
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={wasSent && tooShort ? t('recover.passwordShort', { length: PASSWORD_LENGTH }) : fieldProblem(recover.error, 'password')}
        />
        <div className="row row--apart">
          <Button look="primary" type="submit" isPending={recover.isPending}>
            {t('recover.submit')}
          </Button>
          <Link to="/sign-in" look="alone">
            {t('recover.back')}
          </Link>
        </div>
      </form>
      <p className="muted">{t('recover.lost')}</p>
    </Page>
  )
}
