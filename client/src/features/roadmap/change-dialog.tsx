import { useRef, useState, type FormEvent } from 'react'
import type { Task } from '@roundtable/shared/document'
import { useFocusOnProblem } from '../../lib/use-focus-on-problem.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { effectOf, type Change, type Unchosen } from './bulk.js'
import { ChangeFields } from './change-fields.js'
import { NamedTasks } from './named-tasks.js'

interface ChangeDialogProps {
  /** The tasks it is about, as they are by now. */
  readonly tasks: readonly Task[]
  /** How many that were selected are not seen any more, or gone, since this was opened. */
  readonly left: number
  readonly nameOf: (task: Task) => string
  readonly onSubmit: (change: Change) => void
  readonly onClose: () => void
}

/** One change of many tasks: before it is made it says of how many, and which of them cannot be changed so. */
export function ChangeDialog({ tasks, left, nameOf, onSubmit, onClose }: ChangeDialogProps) {
  const { t } = useText()
  const [draft, setDraft] = useState<Change | Unchosen | null>(null)
  const [attempts, setAttempts] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useFocusOnProblem(form, attempts, null)
  const change = draft === null || 'isUnchosen' in draft ? null : draft
  const effects = change === null ? [] : tasks.map((task) => ({ task, effect: effectOf(task, change) }))
  const count = (wanted: string) => effects.filter(({ effect }) => effect === wanted).length
  const hasNoDay = change !== null && 'day' in change && change.day === ''
  const isMissing = change === null || hasNoDay || ('codes' in change && change.codes.length === 0)
  const changed = count('changed')
  const missing = hasNoDay ? t('bulk.dayMissing') : t('form.chooseOne')

  function choose(next: Change | Unchosen | null) {
    // What is asked next was not tried yet.
    if (next?.field !== draft?.field) setAttempts(0)
    setDraft(next)
  }

  function send(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (change === null || isMissing || changed === 0) return
    onSubmit(change)
    onClose()
  }

  return (
    <Dialog title={t('bulk.changeTitle', { n: tasks.length })} isOpen onClose={onClose}>
      <form ref={form} className="stack" noValidate onSubmit={send}>
        <ChangeFields change={draft} error={attempts > 0 && isMissing ? missing : undefined} onChange={choose} />
        <div role="status" className="stack stack--tight">
          {change !== null && !isMissing && (
            <p>
              <strong>{t('bulk.effect', { n: changed })}</strong> {count('same') > 0 && t('bulk.same', { n: count('same') })}
            </p>
          )}
          {!isMissing && count('refused') > 0 && (
            <NamedTasks
              sentence={t('bulk.refused', { n: count('refused') })}
              names={effects.filter(({ effect }) => effect === 'refused').map(({ task }) => nameOf(task))}
            />
          )}
          {left > 0 && <p>{t('bulk.left', { n: left })}</p>}
        </div>
        <div className="row">
          <Button look="primary" type="submit" isDisabled={!isMissing && changed === 0}>
            {isMissing ? t('bulk.submit') : t('bulk.submitMany', { n: changed })}
          </Button>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
