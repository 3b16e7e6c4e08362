import { addRow, readDocument, removeRow, rowsOf, setCell, type Clause, type IdSource, type Row } from '@roundtable/shared/document'
import type { MemberView } from '@roundtable/shared/protocol'
import type * as Y from 'yjs'
import { partiesToAdd } from './parties.js'

const FIELD = 'party'

/** Parties that were added, to be taken back as long as nobody went on writing in them. */
export interface AddedParties {
  readonly clauseId: string
  readonly rows: readonly Row[]
}

/** Writes the parties that are lacking into the clause, as the person's own edit and in one. Throws `bad_input`. */
export function fillParties(doc: Y.Doc, clause: Clause, members: readonly MemberView[], ids: IdSource): AddedParties {
  const rows = doc.transact(() =>
    partiesToAdd(members, clause).map((party) => {
      const id = addRow(doc, 'agreement', clause.id, FIELD, ids)
      const cells = Object.fromEntries(Object.entries(party).filter((entry): entry is [string, string] => entry[1] !== null))
      for (const [cell, value] of Object.entries(cells)) setCell(doc, 'agreement', clause.id, { field: FIELD, row: id, cell }, value)
      return { id, cells }
    })
  )
  return { clauseId: clause.id, rows }
}

/** Takes them out again, in one; a row in which somebody has written since stays. Returns how many went. */
export function takeBackParties(doc: Y.Doc, { clauseId, rows }: AddedParties): number {
  const clause = readDocument('agreement', doc).clauses.find(({ id }) => id === clauseId)
  const now = rowsOf(clause?.fields ?? {}, FIELD)
  const untouched = rows.filter(({ id, cells }) => isSame(cells, now.find((row) => row.id === id)?.cells))
  doc.transact(() => {
    for (const { id } of untouched) removeRow(doc, 'agreement', clauseId, FIELD, id)
  })
  return untouched.length
}

function isSame(one: Row['cells'], other: Row['cells'] | undefined): boolean {
  const [names, others] = [Object.keys(one), Object.keys(other ?? {})]
  return other !== undefined && names.length === others.length && names.every((name) => one[name] === other[name])
}
