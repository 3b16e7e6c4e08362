import type * as Y from 'yjs'
import { countingIds } from '../../../../test/support/ids.js'
import { twoReplicas, replica } from '../../../../test/support/replicas.js'
import { encodeStateAsUpdate } from 'yjs'
import { addClause, addRow, readDocument, removeRow, rowsOf, setCell } from '../index.js'

const CLAUSE = 'parties'
const at = (row: string, cell: string) => ({ field: 'party', row, cell })
const rows = (doc: Y.Doc) => rowsOf(readDocument('agreement', doc).clauses[0]?.fields ?? {}, 'party')
const shown = (doc: Y.Doc) => rows(doc).map(({ id, cells }) => [id, { ...cells }])

function together(left: (doc: Y.Doc) => void, right: (doc: Y.Doc) => void): Y.Doc {
  const start = replica(1)
  addClause(start, { newId: () => CLAUSE }, { code: 'C04' })
  for (const id of ['a', 'b']) addRow(start, 'agreement', CLAUSE, 'party', { newId: () => id })
  const { docs, exchange } = twoReplicas(encodeStateAsUpdate(start))
  left(docs[0])
  right(docs[1])
  exchange()
  expect(shown(docs[1])).toEqual(shown(docs[0]))
  return docs[0]
}

describe('a table that several people fill', () => {
  test('[DOC-30] rows that two people add at once are both kept, and so are two cells of one row', () => {
    const doc = together(
      (left) => {
        setCell(left, 'agreement', CLAUSE, at('a', 'name'), 'River Watch')
        addRow(left, 'agreement', CLAUSE, 'party', { newId: () => 'left' })
      },
      (right) => {
        setCell(right, 'agreement', CLAUSE, at('a', 'kind'), 'cso')
        addRow(right, 'agreement', CLAUSE, 'party', { newId: () => 'right' })
      }
    )
    expect(shown(doc)).toEqual([
      ['a', { name: 'River Watch', kind: 'cso' }],
      ['b', {}],
      ['left', {}],
      ['right', {}]
    ])
  })

  test('[DOC-30] a row that one person removes while another fills it is gone for both', () => {
    const doc = together(
      (left) => removeRow(left, 'agreement', CLAUSE, 'party', 'a'),
      (right) => setCell(right, 'agreement', CLAUSE, at('a', 'name'), 'River Watch')
    )
    expect(shown(doc)).toEqual([['b', {}]])
  })

  test('[DOC-30] an unknown column, a row that is gone and a value of the wrong type are refused by name and change nothing', () => {
    const doc = replica(1)
    const clause = addClause(doc, countingIds('c'), { code: 'C04' })
    const row = addRow(doc, 'agreement', clause, 'party', countingIds('r'))
    const before = Buffer.from(encodeStateAsUpdate(doc)).toString('hex')
    const refused = (act: () => void) => {
      try {
        act()
        return 'nothing'
      } catch (error) {
        return (error as { args: { field: unknown } }).args.field
      }
    }
    expect([
      refused(() => setCell(doc, 'agreement', clause, at(row, 'shoeSize'), '42')),
      refused(() => setCell(doc, 'agreement', clause, at('gone', 'name'), 'x')),
      refused(() => setCell(doc, 'agreement', clause, at(row, 'kind'), 'a king')),
      refused(() => setCell(doc, 'agreement', clause, at(row, '__proto__'), 'x'))
    ]).toEqual(['shoeSize', 'row', 'kind', '__proto__'])
    expect(Buffer.from(encodeStateAsUpdate(doc)).toString('hex')).toBe(before)
  })
})
