import { useRef, useState, type FormEvent } from 'react'
import { RoundtableError } from '@roundtable/shared/error'
import { HANDLE_LENGTH, PASSWORD_LENGTH, type SetUpView } from '@roundtable/shared/protocol'
import { fieldProblem, sentenceOfError } from '../../../lib/error-sentence.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText, type Translate } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { TextField } from '../../../ui/text-field.js'
import { KeepPhrase } from '../../identity/index.js'
import { PhraseAgain } from './phrase-again.js'
import { useKeptPhrase, useMakeOperator } from './set-up.js'
import { StepPage } from './step-page.js'

/** The account of whoever looks after this installation. What was typed stays when it is refused. */
export function OperatorStep({ view }: { readonly view: SetUpView }) {
  const { t } = useText()
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState('')
  const [handle, setHandle] = useState('')
  const [password, setPassword] = useState('')
  const [attempts, setAttempts] = useState(0)
  const make = useMakeOperator()
  const kept = useKeptPhrase()
  const { error } = make
  useFocusOnProblem(form, attempts, error)
  const isTooShort = [...password].length < PASSWORD_LENGTH
  const isHandleShort = [...handle.trim()].length < HANDLE_LENGTH
  const wasTried = attempts > 0

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    // What the server alone knows of one field is not to wait until another is mended.
    if (name.trim() !== '' && handle.trim() !== '' && password !== '') make.mutate({ name, handle, password })
  }

  if (make.data) {
    const { phrase, ...session } = make.data
    return (
      <KeepPhrase
        done={t('setUp.operatorMade')}
        lead={t('setUp.phraseLead')}
        handle={session.person.handle}
        phrase={phrase}
        error={kept.error}
        isPending={kept.isPending}
        onKept={() => kept.mutate(session)}
      />
    )
  }
  if (view.hasOperator) return <PhraseAgain />

  return (
    <StepPage step="operator">
      <p>{t('setUp.operatorLead')}</p>
      <form ref={form} className="stack" noValidate onSubmit={submit}>
        {error && (
          <Banner tone="danger" role="alert">
            <p>{sentence(error, t)}</p>
          </Banner>
        )}
        <TextField
          label={t('setUp.name')}
          hint={t('setUp.nameHint')}
          name="name"
          autoComplete="name"
          value={name}
          onChange={setName}
          error={wasTried && name.trim() === '' ? t('form.required') : fieldProblem(error, 'name')}
        />
        <TextField
          label={t('setUp.handle')}
          hint={t('setUp.handleHint')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck="false"
          value={handle}
          onChange={setHandle}
          error={
            (wasTried && isHandleShort) || fieldProblem(error, 'handle') !== undefined
              ? t('setUp.handleWrong')
              : isTaken(error)
                ? t('setUp.handleTaken')
                : undefined
          }
        />
        <TextField
          label={t('setUp.password')}
          hint={t('password.hint', { length: PASSWORD_LENGTH })}
          name="new-password"
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={wasTried && isTooShort ? t('setUp.passwordShort', { length: PASSWORD_LENGTH }) : fieldProblem(error, 'password')}
        />
        <div className="row">
          <Button look="primary" type="submit" isPending={make.isPending}>
            {t('setUp.makeOperator')}
          </Button>
        </div>
      </form>
    </StepPage>
  )
}

/** What stands beside its field is not said twice. */
function sentence(error: unknown, t: Translate): string {
  if (error instanceof RoundtableError && error.kind === 'not_found') return t('setUp.somebodyFaster')
  if (isTaken(error) || (error instanceof RoundtableError && error.code === 'bad_input')) return t('form.check')
  return sentenceOfError(error, t)
}

const isTaken = (error: unknown): boolean => error instanceof RoundtableError && error.code === 'name_taken'
