import type * as Y from 'yjs'
import { addEntry, existing, moveEntry, removeEntry, type IdSource, type Position } from '../entry.js'
import { isSharedType } from '../shared-type.js'
import { startRichText } from '../rich-text/write.js'
import { checkedClassification, type Classification } from './classification.js'
import { OBJECTIVES_LAYOUT } from './layout.js'

export interface NewObjective extends Position {
  readonly classification?: Classification
}

/** Adds an objective with empty texts, last unless a position is given; returns its id. Throws `bad_input`. */
export function addObjective(doc: Y.Doc, ids: IdSource, { classification, ...position }: NewObjective = {}): string {
  const values = { classification: classification && checkedClassification(classification) }
  const { parts } = OBJECTIVES_LAYOUT.entries
  return addEntry(doc, 'objectives', ids, position, {
    values,
    parts,
    fill: (objective) => {
      for (const name of Object.keys(parts)) {
        const fragment = objective.get(name)
        if (isSharedType(fragment, 'fragment')) startRichText(fragment, ids)
      }
    }
  })
}

export function removeObjective(doc: Y.Doc, id: string): void {
  removeEntry(doc, 'objectives', id)
}

export function moveObjective(doc: Y.Doc, id: string, position: Position): void {
  moveEntry(doc, 'objectives', id, position)
}

/** Throws `bad_input` naming `id`, `code` or `other`. */
export function setClassification(doc: Y.Doc, id: string, classification: Classification): void {
  const checked = checkedClassification(classification)
  existing(doc, 'objectives', id).set('classification', checked)
}
