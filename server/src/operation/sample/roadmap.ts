import { addTask, type CellValue, type NewTask } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import { fillEntry, fillPart, type NewId } from './entries.js'

export interface SampleTask extends NewTask {
  readonly why: string
  readonly fields?: Readonly<Record<string, CellValue>>
}

export function roadmap(tasks: readonly SampleTask[]) {
  return (doc: Y.Doc, newId: NewId): void => {
    for (const { why, fields = {}, ...task } of tasks) {
      const id = addTask(doc, { newId }, task)
      fillPart(doc, newId, { kind: 'roadmap', id, name: 'why' }, [why])
      fillEntry(doc, newId, { kind: 'roadmap', id, entry: { fields } })
    }
  }
}
