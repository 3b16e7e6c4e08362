import { addRow, setCell, type Clause, type IdSource } from '@roundtable/shared/document'
import type { MemberView } from '@roundtable/shared/protocol'
import type * as Y from 'yjs'
import { partiesToAdd } from './parties.js'

/** Writes the parties that are lacking into the clause, as the person's own edit and in one; returns how many. Throws `bad_input`. */
export function fillParties(doc: Y.Doc, clause: Clause, members: readonly MemberView[], ids: IdSource): number {
  const parties = partiesToAdd(members, clause)
  doc.transact(() => {
    for (const party of parties) {
      const row = addRow(doc, 'agreement', clause.id, 'party', ids)
      for (const [cell, value] of Object.entries(party))
        if (value !== null) setCell(doc, 'agreement', clause.id, { field: 'party', row, cell }, value as string)
    }
  })
  return parties.length
}
