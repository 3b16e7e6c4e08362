import * as Y from 'yjs'
import { countingIds } from '../../../test/support/ids.js'
import { replica } from '../../../test/support/replicas.js'
import { DOCUMENT_KINDS, type DocumentKind } from '../framework/index.js'
import {
  applyTemplate,
  CHAPTERS,
  CLAUSES,
  clauseDefinition,
  LAYOUTS,
  OBJECTIVE_FIELDS,
  PLAN_QUESTIONS,
  plainText,
  PRINCIPLE_QUESTIONS,
  readDocument,
  SHORT_TEMPLATE,
  TASK_FIELDS
} from './index.js'

const made = (kind: DocumentKind, clientId: number): Y.Doc => {
  const doc = replica(clientId)
  applyTemplate(kind, doc, countingIds('i'))
  return doc
}

describe('templates', () => {
  test.each(DOCUMENT_KINDS)('[DOC-19] the same client id and ids give the same bytes of a new %s', (kind) => {
    const bytes = (clientId: number) => Buffer.from(Y.encodeStateAsUpdate(made(kind, clientId))).toString('hex')
    expect(bytes(5)).toBe(bytes(5))
  })

  test.each(DOCUMENT_KINDS)('[DOC-1] a new %s has no roots but those of its layout, with their types', (kind) => {
    const types = { text: 'YText', map: 'YMap', fragment: 'YXmlFragment' }
    for (const [name, type] of made(kind, 5).share) expect(type.constructor.name).toBe(types[LAYOUTS[kind].roots[name]!])
  })

  test.each(DOCUMENT_KINDS)('[DOC-20] a new %s is one transaction and says nothing in anybody’s name', (kind) => {
    const doc = replica(5)
    let transactions = 0
    doc.on('afterTransaction', () => transactions++)
    applyTemplate(kind, doc, countingIds('i'))
    expect({ transactions, words: plainText(readDocument(kind, doc)).trim() }).toEqual({ transactions: 1, words: '' })
  })

  test('[DOC-20] a new agreement is the fourteen clauses of the short template in order, each ready to be written in', () => {
    const { clauses } = readDocument('agreement', made('agreement', 5))
    expect(clauses.map(({ code }) => code)).toEqual(SHORT_TEMPLATE)
    expect(clauses).toHaveLength(14)
    for (const clause of clauses) {
      expect(clause.text.content).toEqual([{ type: 'paragraph', attrs: { id: expect.any(String) as string }, content: [] }])
      expect([{ ...clause.fields }, clause.notArising]).toEqual([{}, null])
    }
  })

  test('[DOC-28] the catalogue has the clauses C01 to C43, each in one of six chapters, and the short template has all six', () => {
    const numbered = Array.from({ length: 43 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`)
    expect(CLAUSES.map(({ code }) => code).toSorted()).toEqual(numbered)
    expect([...new Set(CLAUSES.map(({ chapter }) => chapter))]).toEqual(CHAPTERS)
    expect(new Set(SHORT_TEMPLATE.map((code) => clauseDefinition(code)?.chapter)).size).toBe(6)
  })

  test('[DOC-20] every rich text of new objectives has one empty paragraph, so that no browser seeds one', () => {
    const { goal, missing, success, objectives } = readDocument('objectives', made('objectives', 5))
    expect([goal, missing, success].map(({ content }) => content.length)).toEqual([1, 1, 1])
    expect(objectives).toEqual([])
  })

  test('[DOC-20] a plain document can begin with given words', () => {
    const doc = replica(5)
    applyTemplate('plain', doc, { ...countingIds('i'), words: { content: 'Minutes of 3 May' } })
    expect(readDocument('plain', doc).content).toBe('Minutes of 3 May')
  })

  test('[DOC-14] the clause catalogue is consistent: codes once, keys by code, field names once, options there', () => {
    expect(new Set(CLAUSES.map(({ code }) => code)).size).toBe(CLAUSES.length)
    for (const { code, title, purpose, fields } of CLAUSES) {
      expect([title, purpose]).toEqual([`clause.${code}.title`, `clause.${code}.purpose`])
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
      for (const field of fields) if (field.type === 'enumeration') expect(new Set(field.options).size).toBeGreaterThan(1)
    }
  })

  test('[DOC-24] a field name stands for words wherever it is asked or nowhere, so that recovered words are told by their key', () => {
    const names = (isWords: boolean) =>
      [...CLAUSES, ...PLAN_QUESTIONS, ...PRINCIPLE_QUESTIONS, { fields: OBJECTIVE_FIELDS }, { fields: TASK_FIELDS }]
        .flatMap(({ fields }) => fields.flatMap((field) => (field.type === 'rows' ? field.cells : [field])))
        .filter(({ type }) => (type === 'text' || type === 'list') === isWords)
        .map(({ name }) => name)
    expect(names(true).filter((name) => names(false).includes(name))).toEqual([])
  })

  test('[DOC-16] of all clauses only C13 and C33 cannot be answered with "does not arise", and both are in the template', () => {
    expect(CLAUSES.filter(({ mayNotArise }) => !mayNotArise).map(({ code }) => code)).toEqual(['C13', 'C33'])
    expect(SHORT_TEMPLATE).toEqual(expect.arrayContaining(['C13', 'C33']))
  })

  test('[DOC-18] no field asks for a fact that only some may state: those are rows on the server', () => {
    const names = CLAUSES.flatMap(({ fields }) => fields.map(({ name }) => name))
    expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/modality|decisionRule|hash|version|consent|label|signat/i)]))
    const ofTasks = TASK_FIELDS.map(({ name }) => name)
    expect(ofTasks).not.toEqual(expect.arrayContaining([expect.stringMatching(/status|accept|done|assign|blocked/i)]))
  })
})
