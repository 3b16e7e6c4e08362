import type { SetUpView } from '@roundtable/shared/protocol'
import { useRef, useState, type FormEvent } from 'react'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { TextField } from '../../../ui/text-field.js'
import { GoOn } from './go-on.js'
import { useTestMail } from './set-up.js'
import { StepPage } from './step-page.js'

export function MailStep({ view: { mail } }: { readonly view: SetUpView }) {
  const { t } = useText()
  return (
    <StepPage step="mail">
      {mail === null ? (
        <>
          <Banner tone="info">
            <p>{t('setUp.noMail')}</p>
          </Banner>
          <p>{t('setUp.noMailHow')}</p>
          <p className="muted">{t('setUp.mailTurnOn')}</p>
        </>
      ) : (
        <>
          <p>{t('setUp.mailBy', { server: mail.server, from: mail.from })}</p>
          <p className="muted">{t('setUp.mailFor')}</p>
          <TestMail />
        </>
      )}
      <GoOn step="mail" />
    </StepPage>
  )
}

function TestMail() {
  const { t } = useText()
  const form = useRef<HTMLFormElement>(null)
  const [to, setTo] = useState('')
  const [attempts, setAttempts] = useState(0)
  const test = useTestMail()
  useFocusOnProblem(form, attempts, test.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (to.trim() !== '') test.mutate(to.trim())
  }

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <FormProblem error={test.error} />
      {test.data && (
        <Banner tone={test.data.outcome === 'taken' ? 'good' : 'caution'} role="alert">
          <p>{t(`setUp.mail.${test.data.outcome}`)}</p>
        </Banner>
      )}
      <TextField
        label={t('setUp.mailTo')}
        hint={t('setUp.mailToHint')}
        type="email"
        name="email"
        autoComplete="email"
        value={to}
        onChange={setTo}
        error={attempts > 0 && to.trim() === '' ? t('form.required') : fieldProblem(test.error, 'to')}
      />
      <div className="row">
        <Button type="submit" isPending={test.isPending}>
          {t('setUp.mailTry')}
        </Button>
      </div>
    </form>
  )
}
