import { addObjective, type CellValue, type Classification } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import { fillEntry, fillPart, fillRoot, type NewId } from './entries.js'

interface SampleObjective {
  readonly code: Classification['code']
  readonly issue: string
  readonly data: string
  readonly why: string
  readonly fields?: Readonly<Record<string, CellValue>>
}

interface SampleObjectives {
  readonly goal: readonly string[]
  readonly missing: readonly string[]
  readonly success: readonly string[]
  readonly objectives: readonly SampleObjective[]
}

export function objectives({ objectives: each, ...roots }: SampleObjectives) {
  return (doc: Y.Doc, newId: NewId): void => {
    for (const name of ['goal', 'missing', 'success'] as const) fillRoot(doc, newId, name, roots[name])
    for (const { code, fields = {}, ...words } of each) {
      const id = addObjective(doc, { newId }, { classification: { code } })
      for (const name of ['issue', 'data', 'why'] as const) fillPart(doc, newId, { kind: 'objectives', id, name }, [words[name]])
      fillEntry(doc, newId, { kind: 'objectives', id, entry: { fields } })
    }
  }
}
