import { useState } from 'react'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { TextField } from '../../ui/text-field.js'
import type { TaskActProps } from './task-act.js'
import { useSayTaskDone } from './task-facts.js'
import { useSeenTask } from './use-seen-task.js'

/** What one's own side says of a task: that it is done, perhaps with where others see it; or not yet, and why. */
export function DoneDialog({ roadmap, task, name, onClose, onDone }: TaskActProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const saying = useSayTaskDone(roadmap)
  const seen = useSeenTask(task, saying.isPending)
  const [isDone, setDone] = useState(true)
  const [note, setNote] = useState('')
  const [wasSent, setSent] = useState(false)
  const isMissing = !isDone && note.trim() === ''

  function send() {
    setSent(true)
    if (isMissing) return
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
      title={t('standing.doneTitle', { name })}
      submit={t('standing.say')}
      error={saying.error}
      notice={seen.notice}
      isPending={saying.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{t('standing.doneLead')}</p>
      <ChoiceGroup
        label={t('standing.doneQuestion')}
        kind="one"
        choices={[
          { value: 'done', label: t('standing.done') },
          { value: 'notYet', label: t('standing.notYet') }
        ]}
        chosen={[isDone ? 'done' : 'notYet']}
        onChange={([chosen]) => setDone(chosen === 'done')}
      />
      <TextField
        label={t(isDone ? 'standing.where' : 'standing.reason')}
        hint={isDone ? t('standing.whereHint') : undefined}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={setNote}
        error={wasSent && isMissing ? t('form.sayWhy') : fieldProblem(saying.error, 'note')}
      />
    </FormDialog>
  )
}
