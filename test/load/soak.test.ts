import * as Y from 'yjs'
import { Echo } from './soak/echo.mjs'
import { RecentRecord } from './soak/recent-record.mjs'
import { Writer } from './soak/writer.mjs'

/** A writer whose server has called `durable` messages durable, of three edits and the opening step 2. */
function written({ durable }: { durable: number }): { writer: Writer; stored: (updates: number) => Parameters<Writer['lacks']>[0] } {
  const own = new Y.Doc()
  const updates: Uint8Array[] = []
  const person = {
    own,
    record: { typed: () => undefined },
    sent: 4,
    durable,
    change: (make: () => void, note: (update: Uint8Array) => void) => {
      own.once('update', (update: Uint8Array) => {
        updates.push(update)
        note(update)
      })
      own.transact(make)
    }
  }
  const writer = new Writer('w', {}, person)
  for (let edit = 0; edit < 3; edit++) writer.write(edit)
  const stored = (count: number) => {
    const doc = new Y.Doc()
    for (const update of updates.slice(0, count)) Y.applyUpdate(doc, update)
    return { clocks: Y.decodeStateVector(Y.encodeStateVector(doc)), text: doc.getText('content').toJSON() }
  }
  return { writer, stored }
}

describe('the judge of the soak', () => {
  it('finds an acknowledged edit that is not stored, and asks for no other', () => {
    const { writer, stored } = written({ durable: 3 })
    expect(writer.acknowledged).toBe(2)
    expect([1, 2, 3].map((count) => writer.lacks(stored(count)) === null)).toEqual([false, true, true])
  })

  it('finds a word that is stored twice, or whose clock alone is there', () => {
    const { writer, stored } = written({ durable: 4 })
    const { clocks, text } = stored(3)
    expect(writer.lacks({ clocks, text })).toBeNull()
    expect(writer.lacks({ clocks, text: `${text}w.1;` })).toContain('w.1;')
    expect(writer.lacks({ clocks, text: text.replace('w.1;', '') })).toContain('w.1;')
  })

  it('times an edit from when it was due, and not for who came later', () => {
    const record = new RecentRecord(0)
    const doc = new Y.Doc()
    doc.getText('content').insert(0, 'word')
    const before = record.reader(1)
    before.comesAt = 0
    const after = record.reader(2)
    after.comesAt = 600
    record.typed(doc.clientID, 4, 500)
    for (const reader of [before, after]) record.received(reader, Y.encodeStateAsUpdate(doc), 1700)
    expect(record.takeLatencies()).toEqual([1200])
    expect(record.takeLatencies()).toEqual([])
  })

  it('takes no latency of hours for less than it was', () => {
    const echo = new Echo()
    expect(echo.percentile(0.95)).toBeNull()
    echo.add([...Array.from({ length: 94 }, () => 10.2), ...Array.from({ length: 6 }, () => 100.1)])
    expect([0.5, 0.95].map((share) => echo.percentile(share))).toEqual([11, 101])
  })
})
