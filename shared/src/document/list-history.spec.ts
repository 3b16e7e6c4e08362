import * as Y from 'yjs'
import { EDIT_LIST } from '../../../test/support/list-edits.js'
import { countingIds } from '../../../test/support/ids.js'
import { seededRandom } from '../../../test/support/random.js'
import { receivedInAnyOrder, replica, twoReplicas } from '../../../test/support/replicas.js'
import {
  addClause,
  addObjective,
  addRow,
  addTask,
  applyTemplate,
  canonicalJson,
  part,
  readDocument,
  setCell,
  setField,
  setNotArising,
  writeRichText,
  type Answer,
  type CellValue,
  type Content,
  type ContentOf,
  type Fields,
  type ListKind,
  type RichText,
  type Row
} from './index.js'

/** Of each kind; ten thousand by `npm run test:histories`. */
const HISTORIES = Number(process.env.HISTORIES ?? 250)

/** The ids a content already has, handed out again in order; block ids are overwritten by `writeRichText`. */
function sameIds(ids: readonly string[]): { newId: () => string } {
  const queue = [...ids]
  return { newId: () => queue.shift() ?? 'block' }
}

function retype(fragment: Y.XmlFragment | undefined, text: RichText): void {
  if (fragment) writeRichText(fragment, text)
}

function refill(doc: Y.Doc, kind: ListKind, id: string, fields: Fields): void {
  for (const [name, value] of Object.entries(fields).reverse()) {
    const rows = Array.isArray(value) && typeof value[0] === 'object' ? (value as readonly Row[]) : null
    if (!rows) setField(doc, kind, id, name, value as CellValue)
    for (const { id: row, cells } of rows ?? []) {
      addRow(doc, kind, id, name, sameIds([row]))
      for (const [cell, answer] of Object.entries(cells)) setCell(doc, kind, id, { field: name, row, cell }, answer)
    }
  }
}

function reanswer(doc: Y.Doc, kind: 'plan' | 'principles', answers: readonly Answer[]): void {
  applyTemplate(kind, doc, countingIds('again'))
  for (const { id, text, fields } of answers) {
    retype(part(doc, kind, id, 'text'), text)
    refill(doc, kind, id, fields)
  }
}

/** The same content written from scratch, last entry first, instead of arrived at by a history. */
const REBUILD: { [Kind in ListKind]: (doc: Y.Doc, content: ContentOf[Kind]) => void } = {
  objectives: (doc, content) => {
    for (const name of ['goal', 'missing', 'success'] as const) retype(doc.getXmlFragment(name), content[name])
    for (const { id, classification, fields, ...texts } of [...content.objectives].reverse()) {
      addObjective(doc, sameIds([id]), { after: null, ...(classification ? { classification } : {}) })
      for (const name of ['issue', 'data', 'why'] as const) retype(part(doc, 'objectives', id, name), texts[name])
      refill(doc, 'objectives', id, fields)
    }
  },
  agreement: (doc, { clauses }) => {
    for (const { id, code, heading, text, fields, notArising } of [...clauses].reverse()) {
      addClause(doc, sameIds([id]), { code, after: null, ...(code === 'own' ? { heading } : {}) })
      retype(part(doc, 'agreement', id, 'text'), text)
      refill(doc, 'agreement', id, fields)
      setNotArising(doc, id, notArising)
    }
  },
  roadmap: (doc, { tasks }) => {
    for (const { id, why, fields, ...task } of [...tasks].reverse()) {
      addTask(doc, sameIds([id]), { ...task, after: null })
      retype(part(doc, 'roadmap', id, 'why'), why)
      refill(doc, 'roadmap', id, fields)
    }
  },
  plan: (doc, { answers }) => reanswer(doc, 'plan', answers),
  principles: (doc, { answers }) => reanswer(doc, 'principles', answers)
}

function rebuilt<Kind extends ListKind>(kind: Kind, content: ContentOf[Kind]): Content {
  const doc = replica(44)
  REBUILD[kind](doc, content)
  return readDocument(kind, doc)
}

/** Two people may add the same catalogue clause at once; both stay, and no verb can write such an agreement anew. */
function hasTwins(content: Content): boolean {
  const codes = content.kind === 'agreement' ? content.clauses.map(({ code }) => code).filter((code) => code !== 'own') : []
  return new Set(codes).size < codes.length
}

function history(kind: ListKind, seed: number): { docs: Y.Doc[]; final: Content } {
  const random = seededRandom(`${kind} ${seed}`)
  const ids = countingIds('i')
  const start = replica(1)
  applyTemplate(kind, start, ids)
  const { docs, history: made, exchange } = twoReplicas(Y.encodeStateAsUpdate(start))
  for (let edit = 5 + random.integer(0, 24); edit > 0; edit--) {
    EDIT_LIST[kind](random.pick(docs), random, ids)
    if (random.chance(0.2)) exchange()
  }
  exchange()
  return { docs: [...docs, receivedInAnyOrder(made, random)], final: readDocument(kind, docs[0]) }
}

describe.each(['objectives', 'agreement', 'roadmap', 'plan', 'principles'] as const)('%s after any history', (kind) => {
  test('[DOC-6] replicas, late readers and a document written anew all read as the same canonical JSON', () => {
    let anew = 0
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const { docs, final } = history(kind, seed)
      const expected = canonicalJson(final)
      const read = docs.map((doc) => canonicalJson(readDocument(kind, doc)))
      expect({ seed, read }).toEqual({ seed, read: docs.map(() => expected) })
      if (hasTwins(final)) continue
      anew++
      expect({ seed, text: canonicalJson(rebuilt(kind, final as never)) }).toEqual({ seed, text: expected })
    }
    expect(anew).toBeGreaterThan(HISTORIES / 2)
  })
})
