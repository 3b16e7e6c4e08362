import { addTask, moveTask, part, readDocument, removeTask, setTaskField } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { seededRandom } from '../../../test/support/random.js'
import { HeldChanges } from './held-changes.js'

/** A person who may hold what comes, and two others; every edit reaches everybody else at once, as over a line. */
function three() {
  let next = 0
  let time = 0
  const ids = { newId: () => `id-${next++}` }
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const
  const [mine, amina, bolot] = docs
  const line = { name: 'line' }
  const held = new HeldChanges(
    mine,
    line,
    () => undefined,
    () => time
  )
  for (const from of docs)
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === line) return
      for (const to of docs) if (to !== from && !(to === mine && held.take(update))) Y.applyUpdate(to, update, line)
    })
  const titles = (doc: Y.Doc) => readDocument('roadmap', doc).tasks.map(({ title }) => title)
  return { mine, amina, bolot, docs, held, ids, titles, pass: (milliseconds: number) => (time += milliseconds) }
}

describe("others' changes that are held", () => {
  it("[LIVE-100] wait while one's own go out, and are all there when they are wanted", () => {
    const { mine, amina, bolot, held, ids, titles } = three()
    const task = addTask(mine, ids, { title: 'Map' })
    held.hold()
    addTask(amina, ids, { title: 'Train' })
    part(bolot, 'roadmap', task, 'title')?.insert(3, ' wells')
    part(mine, 'roadmap', task, 'title')?.insert(0, 'To ')
    expect(titles(mine)).toEqual(['To Map'])
    expect(titles(amina)).toEqual(['To Map wells', 'Train'])
    held.release()
    expect(titles(mine)).toEqual(['To Map wells', 'Train'])
    expect(held.waiting).toBeNull()
    addTask(amina, ids, { title: 'Publish' })
    expect(titles(mine)).toHaveLength(3)
  })

  it('[LIVE-101] are counted by who writes without a pause, not by keystrokes', () => {
    const { amina, bolot, held, ids, pass } = three()
    const task = addTask(amina, ids, { title: 'Map' })
    held.hold()
    const counts = [held.waiting]
    for (let letter = 0; letter < 5; letter++) {
      part(amina, 'roadmap', task, 'title')?.insert(0, 'a')
      pass(500)
    }
    counts.push(held.waiting)
    part(bolot, 'roadmap', task, 'title')?.insert(0, 'b')
    counts.push(held.waiting)
    pass(2000)
    part(amina, 'roadmap', task, 'title')?.insert(0, 'c')
    counts.push(held.waiting)
    removeTask(bolot, task)
    counts.push(held.waiting)
    expect(counts).toEqual([0, 1, 2, 3, 4])
  })

  it('[LIVE-110] what a line that came back brings again is counted once, and what is known not at all', () => {
    const { mine, amina, bolot, held, ids, pass } = three()
    const task = addTask(amina, ids, { title: 'Map' })
    const other = addTask(amina, ids, { title: 'Train' })
    part(amina, 'roadmap', other, 'title')?.delete(0, 1)
    const comesBack = () => {
      pass(5000)
      held.take(Y.encodeStateAsUpdate(amina, Y.encodeStateVector(mine)))
      return held.waiting
    }
    held.hold()
    const counts = [comesBack()]
    part(mine, 'roadmap', other, 'title')?.delete(0, 1)
    counts.push(comesBack())
    part(amina, 'roadmap', task, 'title')?.insert(3, ' wells')
    counts.push(comesBack())
    part(bolot, 'roadmap', task, 'title')?.delete(0, 1)
    counts.push(comesBack(), comesBack())
    pass(5000)
    part(bolot, 'roadmap', task, 'title')?.insert(0, 'm')
    counts.push(held.waiting, comesBack())
    expect(counts).toEqual([0, 0, 1, 2, 2, 3, 3])
  })

  it.each(Array.from({ length: 30 }, (_, index) => `held-${index}`))(
    '[LIVE-100] all see the same after any holding and releasing (%s)',
    (seed) => {
      const random = seededRandom(seed)
      const { mine, docs, held, ids } = three()
      for (let step = 0; step < 120; step++) {
        const doc = random.pick(docs)
        const { tasks } = readDocument('roadmap', doc)
        const act = random.integer(0, 9)
        if (tasks.length === 0 || act === 0) addTask(doc, ids, { title: `t${step}` })
        else {
          const { id } = random.pick(tasks)
          const title = part(doc, 'roadmap', id, 'title')
          if (act === 1) moveTask(doc, id, { after: null })
          else if (act === 2) removeTask(doc, id)
          else if (act === 3) setTaskField(doc, id, 'leadSide', random.pick(['civic', 'state', null]))
          else if (act === 4 && title && title.length > 1) title.delete(random.integer(0, title.length - 2), 1)
          else if (act === 5) held.hold()
          else if (act === 6) held.release()
          else title?.insert(random.integer(0, title.length), random.pick(['a', 'wells ', 'ң']))
        }
      }
      held.release()
      const [first, ...others] = docs.map((doc) => readDocument('roadmap', doc))
      for (const other of others) expect(other).toEqual(first)
      expect(mine.store.pendingStructs).toBeNull()
    }
  )

  it('[LIVE-100] a long wait takes the room of what it will show', () => {
    const { amina, mine, held, ids, titles } = three()
    const task = addTask(amina, ids)
    held.hold()
    for (let letter = 0; letter < 1200; letter++) part(amina, 'roadmap', task, 'title')?.insert(0, 'a')
    held.release()
    expect(titles(mine)).toEqual(['a'.repeat(1200)])
  })
})
