import { pino } from 'pino'
import { FakeStore } from '../../../../test/support/live-room.js'
import { LiveMetrics } from '../live-metrics.js'
import type { LogRow, Snapshot } from '../live.store.js'
import { type Compactable, Compactor } from './compactor.js'
import { fold } from './fold.js'

const ROW: LogRow = { seq: 1, bytes: new Uint8Array([0, 0]), seatId: null, writtenMs: 0 }

/** A log of one row that says nothing, which never ends. */
class EndlessStore extends FakeStore {
  folds = 0
  override loadForCompaction(): ReturnType<FakeStore['loadForCompaction']> {
    return Promise.resolve({ epoch: 1, snapshot: null, rows: [ROW] })
  }
  override compact(): Promise<boolean> {
    this.folds += 1
    return Promise.resolve(true)
  }
}

describe('compactor', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }))
  afterEach(() => jest.useRealTimers())

  it('[LIVE-75] what is written very fast is folded once a second, and at once when its log has become very long', async () => {
    const store = new EndlessStore()
    const folder = {
      fold: (base: Snapshot | null, rows: readonly LogRow[]) => Promise.resolve(fold(base, rows)),
      prepare: () => undefined,
      close: () => Promise.resolve()
    }
    const compactor = new Compactor(store, folder, new LiveMetrics([]), pino({ level: 'silent' }))
    const room: Compactable & { tailLength: number } = { tailLength: 501, tailBytes: 1, seq: 1, baseSeq: 0, rebase: () => undefined }
    const folds = async (): Promise<number> => {
      compactor.request('one', room)
      await new Promise((resolve) => setImmediate(resolve))
      return store.folds
    }
    expect(await folds()).toBe(1)
    expect(await folds()).toBe(1)
    // Nobody asks again: whoever wrote so fast has stopped.
    jest.advanceTimersByTime(1001)
    await new Promise((resolve) => setImmediate(resolve))
    expect(store.folds).toBe(2)
    room.tailLength = 5001
    expect(await folds()).toBe(3)
    await compactor.close()
  })
})
