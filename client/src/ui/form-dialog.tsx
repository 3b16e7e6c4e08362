import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useLine } from '../lib/line.js'
import { useFocusOnProblem } from '../lib/use-focus-on-problem.js'
import { useText } from '../locales/use-text.js'
import { Banner } from './banner.js'
import { Button, type ButtonLook } from './button.js'
import { Dialog } from './dialog.js'
import { FormProblem } from './form-problem.js'

export interface FormDialogProps {
  readonly title: string
  readonly submit: string
  readonly look?: ButtonLook
  /** An act that cannot be undone is asked as an alert: the safe button stands out. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly error: unknown
  /** What is to be known before it is sent; it says all that there is to say of what went wrong. */
  readonly notice?: ReactNode
  readonly isPending: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A short form over the page: what went wrong stands on top, the two ways out below. The Escape key is pressed by habit: where
 * something was typed, the first one asks.
 */
export function FormDialog({
  title,
  submit,
  look = 'primary',
  role,
  error,
  notice,
  isPending,
  onSubmit,
  onClose,
  children
}: FormDialogProps) {
  const { t } = useText()
  const form = useRef<HTMLFormElement>(null)
  const [attempts, setAttempts] = useState(0)
  const [wasTouched, setTouched] = useState(false)
  const [wasAsked, setAsked] = useState(false)
  const isAway = useLine() !== 'there'
  useFocusOnProblem(form, attempts, error)

  function send(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (!isPending && !isAway) onSubmit()
  }

  function leaveByKey() {
    if (wasTouched && !wasAsked) setAsked(true)
    else onClose()
  }

  function touch() {
    setTouched(true)
    setAsked(false)
  }

  return (
    <Dialog title={title} role={role} isOpen holdsWords={wasTouched} onClose={leaveByKey}>
      <form ref={form} className="stack" noValidate onSubmit={send} onInput={touch}>
        {wasAsked && (
          <Banner tone="caution" role="alert">
            <p>{t('form.leaveAgain')}</p>
          </Banner>
        )}
        {notice ?? <FormProblem error={error} />}
        {children}
        {isAway && (
          <Banner tone="caution" role="status" icon="offline">
            <p>{t('offline.act')}</p>
          </Banner>
        )}
        <div className="row">
          <Button look={look} type="submit" isPending={isPending} isDisabled={isAway}>
            {submit}
          </Button>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
