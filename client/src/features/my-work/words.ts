import type { MyWork, Waiting } from '@roundtable/shared/protocol'
import type { Translate } from '../../locales/use-text.js'

/** What is asked, in one sentence; `now` tells a mandate that has run out from one that will. */
export function waitingWords({ kind, name, count, until, task }: Waiting, t: Translate, now: Date): string {
  const title = task === null ? '' : titleOf(task, t)
  if (kind === 'task_asked' && task?.asked) return t(`myWork.asked.${task.asked.of}`, { title, name: task.asked.name })
  if (kind === 'mandate' && until !== null && new Date(until) <= now) return t('myWork.waits.mandateOver')
  return t(`myWork.waits.${kind}`, { title, name, n: count })
}

export function titleOf({ title }: { readonly title: string }, t: Translate): string {
  return title || t('myWork.untitled')
}

/** Two lines of the same kind in one workspace differ in what they are about. */
export function keyOf({ kind, workspaceId, name, until, task }: Waiting): string {
  return [kind, workspaceId, task?.documentId, task?.taskId, task?.asked?.assignmentId, name, until].join(' ')
}

export type Workplace = MyWork['workspaces'][number]

const DAY = 86_400_000

/** "12 days ago", in months after two of them. */
export function agoWords(since: Date, now: Date, formatting: string): string {
  const days = Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY))
  const ago = new Intl.RelativeTimeFormat(formatting, { numeric: 'auto' })
  return days < 61 ? ago.format(-days, 'day') : ago.format(-Math.floor(days / 30.44), 'month')
}
