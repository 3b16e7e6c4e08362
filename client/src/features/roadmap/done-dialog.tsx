import { useState } from 'react'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { TextField } from '../../ui/text-field.js'
import { useKeptForm } from '../../ui/use-kept-form.js'
import type { TaskActProps } from './task-act.js'
import { useSayTaskDone } from './task-facts.js'
import { useSeenTask } from './use-seen-task.js'

/** What one's own side says of a task: that it is done, perhaps with where others see it; or not yet, and why. */
export function DoneDialog({ roadmap, task, name, onClose, onDone }: TaskActProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const saying = useSayTaskDone(roadmap)
  const seen = useSeenTask(task, saying.isPending)
  // Nothing is chosen beforehand: one press would say it for a whole side.
  const [said, setSaid] = useState<'done' | 'notYet' | null>(null)
  const title = t('standing.doneTitle', { name })
  const [note, setNote, close] = useKeptForm({ title, isPending: saying.isPending, onClose }, '')
  const [wasSent, setSent] = useState(false)
  const isDone = said === 'done'
  const isMissing = said === 'notYet' && note.trim() === ''

  function send() {
    setSent(true)
    if (said === null || isMissing) return
    if (seen.isUnread) return seen.showNotice()
    saying.mutate(
      { taskId: task.taskId, version: seen.version, isDone, note },
      {
        onSuccess: () => {
          announce(t(isDone ? 'standing.doneNow' : 'standing.notYetNow', { name }))
          onClose()
          onDone()
        }
      }
    )
  }

  return (
    <FormDialog
      title={title}
      submit={t('standing.say')}
      error={saying.error}
      notice={seen.notice}
      isPending={saying.isPending}
      onSubmit={send}
      onClose={close}
    >
      <p>{t('standing.doneLead')}</p>
      <ChoiceGroup
        label={t('standing.doneQuestion')}
        kind="one"
        choices={[
          { value: 'done', label: t('standing.done') },
          { value: 'notYet', label: t('standing.notYet') }
        ]}
        chosen={said === null ? [] : [said]}
        error={wasSent && said === null ? t('form.chooseOne') : undefined}
        onChange={([chosen]) => setSaid(chosen === 'done' ? 'done' : 'notYet')}
      />
      <TextField
        label={t(said === 'notYet' ? 'standing.reason' : 'standing.where')}
        hint={said === 'notYet' ? undefined : t('standing.whereHint')}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={setNote}
        error={wasSent && isMissing ? t('form.sayWhy') : fieldProblem(saying.error, 'note')}
      />
    </FormDialog>
  )
}
