import * as Y from 'yjs'
import { percentile, slope, summary } from './figures.mjs'
import { RoomRecord } from './room-record.mjs'
import { follow, timetable } from './schedule.mjs'

/** Somebody's letters, an update each. */
function letters(count: number, letter = 'x'): { writer: number; updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let index = 0; index < count; index++) doc.getText('content').insert(index, letter)
  return { writer: doc.clientID, updates }
}

describe('latency', () => {
  it('counts from when a letter was due, when the server stands still and sends everything later', () => {
    const record = new RoomRecord()
    const { writer, updates } = letters(10)
    const reader = record.reader(1)
    updates.forEach((update, index) => record.typed(writer, update, 1, index * 100))
    record.received(reader, Y.mergeUpdates(updates), 1000)
    expect(record.latencies).toEqual([1000, 900, 800, 700, 600, 500, 400, 300, 200, 100])
  })

  it('counts from when a letter was due, when the generator itself was late', async () => {
    let time = 0
    const dues: number[] = []
    // The first pause takes half a second: what was due meanwhile is done late, under its own time.
    const clock = { now: () => time, pause: () => Promise.resolve().then(() => void (time += time === 0 ? 500 : 1)) }
    const lateness = await follow(timetable([{ act: (due) => void dues.push(due), perSecond: 10 }], 0, 1), clock)
    expect(dues).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])
    expect(lateness.slice(0, 6)).toEqual([0, 400, 300, 200, 100, 0])
  })

  it('leaves out what was due while everything warmed up, and counts it as delivered', () => {
    const record = new RoomRecord()
    const { writer, updates } = letters(2)
    record.timedFrom = 100
    updates.forEach((update, index) => record.typed(writer, update, 1, index * 100))
    for (const update of updates) record.received(record.reader(1), update, 150)
    expect({ latencies: record.latencies, deliveries: record.deliveries }).toEqual({ latencies: [50], deliveries: 2 })
  })
})

describe('convergence', () => {
  it('finds a letter that never came', () => {
    const record = new RoomRecord()
    const { writer, updates } = letters(3)
    const [all, lacking] = [record.reader(1), record.reader(2)]
    for (const update of updates) record.typed(writer, update, 1, 0)
    for (const update of updates) record.received(all, update, 1)
    for (const update of updates.slice(0, 2)) record.received(lacking, update, 1)
    expect({ missing: record.missing([all, lacking]), isConverged: record.isConverged([all, lacking]) }).toEqual({
      missing: 1,
      isConverged: false
    })
    expect({ missing: record.missing([all]), isConverged: record.isConverged([all]) }).toEqual({ missing: 0, isConverged: true })
  })

  it('finds a letter in the middle that never came, though the later ones did', () => {
    const record = new RoomRecord()
    const { writer, updates } = letters(3)
    const reader = record.reader(1)
    for (const update of updates) record.typed(writer, update, 1, 0)
    for (const update of [updates[0]!, updates[2]!]) record.received(reader, update, 1)
    expect({ missing: record.missing([reader]), isConverged: record.isConverged([reader]) }).toEqual({ missing: 1, isConverged: false })
  })

  it('finds a letter that came as another one', () => {
    const record = new RoomRecord()
    const { writer, updates } = letters(1, 'a')
    const other = new Y.Doc()
    other.clientID = writer
    other.getText('content').insert(0, 'b')
    const [right, wrong] = [record.reader(1), record.reader(2)]
    record.typed(writer, updates[0]!, 1, 0)
    record.received(right, updates[0]!, 1)
    record.received(wrong, Y.encodeStateAsUpdate(other), 1)
    expect({ missing: record.missing([right, wrong]), isConverged: record.isConverged([right, wrong]) }).toEqual({
      missing: 0,
      isConverged: false
    })
  })

  it('counts what is sent twice once', () => {
    const record = new RoomRecord()
    const { writer, updates } = letters(1)
    const reader = record.reader(1)
    record.typed(writer, updates[0]!, 1, 0)
    for (const at of [1, 2]) record.received(reader, updates[0]!, at)
    expect(record.deliveries).toBe(1)
  })
})

describe('figures', () => {
  it('percentiles are values that occurred', () => {
    expect([0.5, 0.95, 1].map((share) => percentile([4, 1, 3, 2], share))).toEqual([2, 4, 4])
    expect(percentile([], 0.5)).toBeNull()
  })

  it('one repetition that lost something is not averaged away', () => {
    const runs = [0, 0, 7].map((missing, index) => ({ missing, p50: index, isConverged: missing === 0 }))
    expect(summary(runs)).toEqual({ missing: 7, p50: 1, isConverged: false })
    expect(summary([{ failure: 'failed: it ended' }, { p50: 1 }])).toMatchObject({ failure: 'failed: it ended' })
  })

  it('a slope is per minute', () => {
    expect(slope([1, 2, 3].map((minute) => [minute, 100 + 5 * minute] as const))).toBeCloseTo(5)
  })
})
