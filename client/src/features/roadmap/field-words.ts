import { readDocument, type Task } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import type { Text } from '../../locales/use-text.js'

interface InTask {
  readonly entry: string | null
  readonly part: string | null
  readonly field: string | null
}

/** What stands beside a field of a task. */
export function fieldWords({ entry, part, field }: InTask, { t, sentence }: Text, shown: readonly Task[], doc: Y.Doc): string | null {
  const name = part === 'fields' ? field : part
  if (name === null) return null
  if (name !== 'schedule') return sentence(`task.${name}`, 'field.unknownField', { name })
  // Its two days are one value: the one is meant in which the document is ahead of the page.
  const [before, now] = [shown, readDocument('roadmap', doc).tasks].map((tasks) => tasks.find(({ id }) => id === entry)?.schedule)
  const changed = (['start', 'due'] as const).filter((day) => before?.[day] !== now?.[day])
  return t(changed.length === 1 ? `task.${changed[0]!}` : 'task.days')
}
