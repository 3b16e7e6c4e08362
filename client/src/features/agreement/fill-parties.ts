import { addRow, readDocument, rowsOf, setCell, type Clause, type IdSource } from '@roundtable/shared/document'
import type { MemberView } from '@roundtable/shared/protocol'
import type * as Y from 'yjs'
import { partiesToAdd } from './parties.js'

const FIELD = 'party'

/** Writes the parties that are lacking into the clause, as the person's own edit and in one. Answers their rows. Throws `bad_input`. */
export function fillParties(doc: Y.Doc, clause: Clause, members: readonly MemberView[], ids: IdSource): readonly string[] {
  return doc.transact(() =>
    partiesToAdd(members, clause).map((party) => {
      const id = addRow(doc, 'agreement', clause.id, FIELD, ids)
      for (const [cell, value] of Object.entries<string | null>({ ...party }))
        if (value !== null) setCell(doc, 'agreement', clause.id, { field: FIELD, row: id, cell }, value)
      return id
    })
  )
}

/** How many of these rows the clause still has. */
export function partiesLeft(doc: Y.Doc, clauseId: string, rows: readonly string[]): number {
  const clause = readDocument('agreement', doc).clauses.find(({ id }) => id === clauseId)
  return rowsOf(clause?.fields ?? {}, FIELD).filter(({ id }) => rows.includes(id)).length
}
