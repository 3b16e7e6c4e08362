import { useState } from 'react'
import { TASK_WORK, type TaskWork } from '@roundtable/shared/protocol'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { TextField } from '../../ui/text-field.js'
import { useKeptForm } from '../../ui/use-kept-form.js'
import type { TaskActProps } from './task-act.js'
import { useSetTaskStatus } from './task-facts.js'
import { useSeenTask } from './use-seen-task.js'

/** How far a task is, said by whoever accepted it; blocked and dropped with the reason. */
export function StatusDialog({ roadmap, task, name, onClose, onDone }: TaskActProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const setting = useSetTaskStatus(roadmap)
  const seen = useSeenTask(task, setting.isPending)
  const [status, setStatus] = useState<TaskWork>(TASK_WORK.find((one) => one === task.status) ?? 'in_progress')
  const title = t('standing.statusTitle', { name })
  const [reason, setReason, close] = useKeptForm({ title, isPending: setting.isPending, onClose }, task.reason)
  const [wasSent, setSent] = useState(false)
  const needsReason = status === 'blocked' || status === 'dropped'
  const isMissing = needsReason && reason.trim() === ''

  function send() {
    setSent(true)
    if (isMissing) return
    if (seen.isUnread) return seen.showNotice()
    setting.mutate(
      { taskId: task.taskId, version: seen.version, status, reason: needsReason ? reason : '' },
      {
        onSuccess: () => {
          announce(t('standing.statusNow', { name, status: t(`taskStatus.${status}`) }))
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
      error={setting.error}
      notice={seen.notice}
      isPending={setting.isPending}
      onSubmit={send}
      onClose={close}
    >
      <ChoiceGroup
        label={t('standing.howFarIsIt')}
        kind="one"
        choices={TASK_WORK.map((one) => ({ value: one, label: t(`taskStatus.${one}`) }))}
        chosen={[status]}
        onChange={([chosen]) => setStatus(TASK_WORK.find((one) => one === chosen) ?? status)}
      />
      {needsReason && (
        <TextField
          label={t('standing.reason')}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={wasSent && isMissing ? t('form.sayWhy') : fieldProblem(setting.error, 'reason')}
        />
      )}
    </FormDialog>
  )
}
