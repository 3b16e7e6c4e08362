import { useState } from 'react'
import { ASSIGNEE_KINDS, type Assignee, type AssigneeKind } from '@roundtable/shared/protocol'
import { useCreationKey } from '../../lib/use-creation-key.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { SelectField } from '../../ui/select-field.js'
import { useKeptForm } from '../../ui/use-kept-form.js'
import { assigneeWords } from './assignee-words.js'
import type { TaskActProps } from './task-act.js'
import { useAskForTask } from './task-facts.js'
import { useSeenTask } from './use-seen-task.js'

interface AskDialogProps extends TaskActProps {
  readonly assignees: readonly Assignee[]
}

interface AskDraft {
  readonly kind: AssigneeKind | ''
  readonly chosen: string
}

const NOBODY: AskDraft = { kind: '', chosen: '' }

const valueOf = ({ kind, id, side }: Assignee) => `${kind} ${id ?? side ?? ''}`

/** Whom a task is asked of: a side, an organisation or a person. It is theirs when they accept. */
export function AskDialog({ roadmap, task, name, assignees, onClose, onDone }: AskDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const keyFor = useCreationKey()
  const asking = useAskForTask(roadmap)
  const seen = useSeenTask(task, asking.isPending)
  const title = t('standing.askTitle', { name })
  const [{ kind, chosen }, setDraft, close] = useKeptForm({ title, isPending: asking.isPending, onClose }, NOBODY, task.taskId)
  const [wasSent, setSent] = useState(false)
  const kinds = [...ASSIGNEE_KINDS].reverse().filter((one) => assignees.some((assignee) => assignee.kind === one))
  const offered = assignees.filter((assignee) => assignee.kind === kind)
  const assignee = offered.find((one) => valueOf(one) === chosen)
  const missing = wasSent && !assignee ? t('form.chooseOne') : undefined

  const called = (one: Assignee) => {
    const who = assigneeWords(one, t)
    return one.id === roadmap.mySeat.id ? t('standing.you', { who }) : who
  }

  function send() {
    setSent(true)
    if (!assignee) return
    if (seen.isUnread) return seen.showNotice()
    const { id, side } = assignee
    const whom =
      assignee.kind === 'side'
        ? { side: side ?? undefined }
        : assignee.kind === 'seat'
          ? { seatId: id ?? '' }
          : { organisationId: id ?? '' }
    const body = { taskId: task.taskId, version: seen.version, ...whom }
    asking.mutate(
      { ...body, key: keyFor(body) },
      {
        onSuccess: () => {
          announce(t('standing.askedNow', { who: assigneeWords(assignee, t), name }))
          close()
          onDone()
        }
      }
    )
  }

  return (
    <FormDialog
      title={title}
      submit={t('standing.askSubmit')}
      error={asking.error}
      notice={seen.notice}
      isPending={asking.isPending}
      onSubmit={send}
      onClose={close}
    >
      <p>{t('standing.askLead')}</p>
      <SelectField
        label={t('standing.askKind')}
        placeholder={t('form.choose')}
        choices={kinds.map((one) => ({ value: one, label: t(`standing.kind.${one}`) }))}
        value={kind}
        error={kind === '' ? missing : undefined}
        onChange={(one) => {
          const [only, ...others] = assignees.filter((candidate) => candidate.kind === one)
          setDraft({ kind: one, chosen: only && others.length === 0 ? valueOf(only) : '' })
        }}
      />
      {kind !== '' && (
        <SelectField
          label={t('standing.askWhom')}
          placeholder={t('form.choose')}
          choices={offered.map((one) => ({ value: valueOf(one), label: called(one) }))}
          value={chosen}
          error={missing}
          onChange={(one) => setDraft({ kind, chosen: one })}
        />
      )}
    </FormDialog>
  )
}
