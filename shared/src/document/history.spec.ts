import * as Y from 'yjs'
import { countingIds } from '../../../test/support/ids.js'
import { seededRandom } from '../../../test/support/random.js'
import { receivedInAnyOrder, replica, twoReplicas } from '../../../test/support/replicas.js'
import { editRichText } from '../../../test/support/rich-text-edits.js'
import { canonicalJson, hasOpaque, readDocument, writeRichText, type RichText } from './index.js'
import { startRichText } from './rich-text/write.js'

/** Ten thousand by `npm run test:histories`. */
const HISTORIES = Number(process.env.HISTORIES ?? 1500)
const goalOf = (doc: Y.Doc) => readDocument('objectives', doc).goal

/** The same content typed anew, letter by letter and formatted afterwards, instead of edited into shape. */
function typedAnew(text: RichText): Y.Doc {
  const doc = replica(44)
  const fragment = doc.getXmlFragment('goal')
  writeRichText(fragment, text)
  const visit = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray() as unknown[]) {
      if (child instanceof Y.XmlText) retype(child)
      else if (child instanceof Y.XmlFragment) visit(child)
    }
  }
  visit(fragment)
  return doc
}

function retype(text: Y.XmlText): void {
  const runs = text.toDelta() as { insert: string; attributes?: Record<string, object> }[]
  text.delete(0, text.length)
  for (const letter of runs.flatMap(({ insert }) => [...insert])) text.insert(text.length, letter, {})
  let from = 0
  for (const { insert, attributes } of runs) {
    for (const [name, value] of Object.entries(attributes ?? {}).reverse()) text.format(from, insert.length, { [name]: value })
    from += insert.length
  }
}

function history(seed: number): { docs: Y.Doc[]; final: RichText } {
  const random = seededRandom(`rich text ${seed}`)
  const ids = countingIds('b')
  const start = replica(1)
  startRichText(start.getXmlFragment('goal'), ids)
  const { docs, history: made, exchange } = twoReplicas(Y.encodeStateAsUpdate(start))
  const edits = 4 + random.integer(0, 23)
  for (let edit = 0; edit < edits; edit++) {
    const doc = random.pick(docs)
    editRichText(doc.getXmlFragment('goal'), random, ids.newId)
    if (random.chance(0.2)) exchange()
  }
  exchange()
  return { docs: [...docs, receivedInAnyOrder(made, random)], final: goalOf(docs[0]) }
}

describe('rich text after any history', () => {
  test('[DOC-6] replicas, late readers and a text typed anew all read as the same canonical JSON', () => {
    let retyped = 0
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const { docs, final } = history(seed)
      const expected = canonicalJson(final)
      const copy = replica(55)
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(docs[0]!))
      const read = [...docs, copy].map((doc) => canonicalJson(goalOf(doc)))
      expect({ seed, read }).toEqual({ seed, read: read.map(() => expected) })
      if (hasOpaque(final)) continue
      retyped++
      expect({ seed, text: canonicalJson(goalOf(typedAnew(final))) }).toEqual({ seed, text: expected })
    }
    expect(retyped).toBeGreaterThan(HISTORIES / 3)
  })
})
