import { useState, type FormEvent } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { Link } from '../../ui/link.js'
import { Page } from '../../ui/page.js'
import { TextField } from '../../ui/text-field.js'
import { Waiting } from '../../ui/waiting.js'
import { addressAfterSignIn } from './next-address.js'
import { useIsEndOwed, useLeftNothing } from './left-nothing.js'
import { SamplePeople } from './sample-people.js'
import { useSession, useSignIn } from './session.js'
import { useSampleLink } from './use-sample-link.js'

export function SignInPage() {
  const { t } = useText()
  const [search] = useSearchParams()
  const leftNothing = useLeftNothing()
  const isEndOwed = useIsEndOwed()
  const session = useSession()
  const signIn = useSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)

  const sample = useSampleLink(search.get('sample'))

  if (sample.isUnderWay) return <Waiting>{t('signIn.underWay')}</Waiting>
  if (session.data && leftNothing === undefined) return <Navigate to={addressAfterSignIn(search)} replace />

  function submit(event: FormEvent) {
    event.preventDefault()
    const incomplete = email.trim() === '' || password === ''
    setMissing(incomplete)
    if (!incomplete) signIn.mutate({ email, password })
  }

  return (
    <Page title={t('signIn.title')} width="narrow">
      {(leftNothing !== undefined || isEndOwed) && (
        <Banner tone="good" role="status">
          <p>{t(isEndOwed ? 'signIn.endOwed' : leftNothing ? 'signIn.leftNothing' : 'signIn.signedOut')}</p>
        </Banner>
      )}
      <p className="muted">{t('signIn.lead')}</p>
      <form className="stack" noValidate onSubmit={submit}>
        <FormProblem error={signIn.error ?? sample.error} />
        <TextField
          label={t('signIn.name')}
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck="false"
          value={email}
          onChange={setEmail}
          error={missing && email.trim() === '' ? t('signIn.nameMissing') : fieldProblem(signIn.error, 'email')}
        />
        <TextField
          label={t('signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={missing && password === '' ? t('signIn.passwordMissing') : fieldProblem(signIn.error, 'password')}
        />
        <div className="row row--apart">
          <Button look="primary" type="submit" isPending={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
          <Link to="/recover" look="alone">
            {t('signIn.forgot')}
          </Link>
        </div>
      </form>
      <p>
        {t('signIn.haveCode')} <Link to="/join">{t('signIn.join')}</Link>
      </p>
      <SamplePeople />
    </Page>
  )
}
