import { countingIds } from '../../../../test/support/ids.js'
import { replica } from '../../../../test/support/replicas.js'
import { addClause, addRow, applyTemplate, missingClauses, readDocument, setCell, setField, setNotArising } from '../index.js'

const ids = countingIds('i')

function agreement() {
  const doc = replica(1)
  applyTemplate('agreement', doc, ids)
  const read = () => readDocument('agreement', doc).clauses
  const idOf = (code: string) => read().find((clause) => clause.code === code)!.id
  const row = (code: string, field: string, cells: Readonly<Record<string, string>>) => {
    const id = addRow(doc, 'agreement', idOf(code), field, ids)
    for (const [cell, value] of Object.entries(cells)) setCell(doc, 'agreement', idOf(code), { field, row: id, cell }, value)
  }
  const called = () =>
    missingClauses(read()).flatMap(({ code, because }) => (because ? [[code, `${because.clause}.${because.field}`]] : []))
  return { doc, read, idOf, row, called }
}

describe('the clauses an agreement does not have', () => {
  test('[DOC-29] a new agreement is called for nothing further; before it is signed it answers every clause that is always needed', () => {
    const { read } = agreement()
    const missing = missingClauses(read())
    expect(missing.every(({ because }) => because === null)).toBe(true)
    const always = [
      'C01',
      'C03',
      'C10',
      'C15',
      'C20',
      'C22',
      'C23',
      'C24',
      'C26',
      'C30',
      'C31',
      'C34',
      'C35',
      'C36',
      'C37',
      'C38',
      'C39',
      'C43'
    ]
    expect(missing.map(({ code }) => code).toSorted()).toEqual(always)
  })

  test('[DOC-29] data that names people call for the clauses about personal data, and say which answer did', () => {
    const { row, called } = agreement()
    row('C09', 'dataset', { title: 'Household visits', level: 'identifiable' })
    expect(Object.fromEntries(called())).toEqual(
      Object.fromEntries(['C10', 'C11', 'C12', 'C17', 'C18', 'C19', 'C20', 'C31', 'C32'].map((code) => [code, 'C09.dataset']))
    )
  })

  test('[DOC-29] a community with an authority of its own, or Indigenous Peoples, call for collective consent and labels', () => {
    const { doc, idOf, called } = agreement()
    setField(doc, 'agreement', idOf('C06'), 'communityAuthority', true)
    expect(called()).toEqual([
      ['C05', 'C06.communityAuthority'],
      ['C28', 'C06.communityAuthority']
    ])
    setField(doc, 'agreement', idOf('C06'), 'communityAuthority', false)
    setField(doc, 'agreement', idOf('C06'), 'populations', ['PI'])
    expect(called().map(([, because]) => because)).toEqual(['C06.populations', 'C06.populations'])
  })

  test('[DOC-29] an answer of a clause that does not arise calls for nothing, and a clause that is there is not missing', () => {
    const { doc, read, idOf, row, called } = agreement()
    row('C09', 'dataset', { level: 'identifiable' })
    setNotArising(doc, idOf('C09'), 'No data move')
    expect(called()).toEqual([])
    setNotArising(doc, idOf('C09'), null)
    addClause(doc, ids, { code: 'C11' })
    expect(missingClauses(read()).map(({ code }) => code)).not.toContain('C11')
  })
})
