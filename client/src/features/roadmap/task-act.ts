import type { DocumentView, TaskFacts } from '@roundtable/shared/protocol'

/** What every dialog about one task is given. */
export interface TaskActProps {
  readonly roadmap: DocumentView
  readonly task: TaskFacts
  /** What people call the task. */
  readonly name: string
  readonly onClose: () => void
  /** The act was done: the focus goes to where it is shown. */
  readonly onDone: () => void
}
