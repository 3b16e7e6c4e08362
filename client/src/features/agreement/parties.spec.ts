import { addClause, addRow, readDocument, setCell } from '@roundtable/shared/document'
import type { MemberView } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { fillParties } from './fill-parties.js'
import { partiesToAdd } from './parties.js'

const member = (more: Partial<MemberView>) =>
  ({ side: 'civic', role: 'CSO', organisation: null, organisationKind: null, mandateGivenBy: null, ...more }) as MemberView

const MEMBERS = [
  member({ organisation: 'River Watch', organisationKind: 'cso_network' }),
  member({ organisation: 'river  watch', organisationKind: 'cso' }),
  member({ role: 'COM', mandateGivenBy: 'Assembly of Arin' }),
  member({ role: 'CIT' }),
  member({ side: 'state', role: 'NSO', organisation: 'Statistical Office', organisationKind: 'nso' }),
  member({ side: 'other', role: 'OTH', organisation: 'A Fund', organisationKind: 'funder' }),
  member({ side: null, role: 'OBS', organisation: 'Onlookers', organisationKind: 'academia' })
]

function agreement() {
  const doc = new Y.Doc()
  let made = 0
  const ids = { newId: () => `id-${(made += 1)}` }
  const id = addClause(doc, ids, { code: 'C04' })
  const clause = () => readDocument('agreement', doc).clauses[0]!
  const rows = () => (clause().fields.party as { cells: object }[] | undefined)?.map(({ cells }) => ({ ...cells })) ?? []
  return { doc, ids, id, clause, rows }
}

describe('parties from the sides', () => {
  it('[UI-161] are the organisations and communities that sit on a side, each once, with kind and side as far as they are known', () => {
    expect(partiesToAdd(MEMBERS, { fields: {} })).toEqual([
      { name: 'River Watch', kind: 'cso', side: 'civic' },
      { name: 'Assembly of Arin', kind: 'community', side: 'civic' },
      { name: 'Statistical Office', kind: 'nso', side: 'state' },
      { name: 'A Fund', kind: null, side: 'other' }
    ])
  })

  it('[UI-161] never double a party that is there, and leave what was typed', () => {
    const { doc, ids, id, clause, rows } = agreement()
    const row = addRow(doc, 'agreement', id, 'party', ids)
    for (const [cell, value] of Object.entries({ name: ' RIVER watch ', kind: 'private', contact: 'at the bridge' }))
      setCell(doc, 'agreement', id, { field: 'party', row, cell }, value)
    addRow(doc, 'agreement', id, 'party', ids)
    let updates = 0
    doc.on('update', () => updates++)
    expect(fillParties(doc, clause(), MEMBERS, ids)).toHaveLength(3)
    expect(rows()).toEqual([
      { name: ' RIVER watch ', kind: 'private', contact: 'at the bridge' },
      {},
      { name: 'Assembly of Arin', kind: 'community', side: 'civic' },
      { name: 'Statistical Office', kind: 'nso', side: 'state' },
      { name: 'A Fund', side: 'other' }
    ])
    expect(fillParties(doc, clause(), MEMBERS, ids)).toEqual([])
    expect(updates).toBe(1)
  })
})
