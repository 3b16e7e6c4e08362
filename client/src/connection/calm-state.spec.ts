import { CalmState } from './calm-state.js'
import type { LiveState, SaveState } from './types.js'

const BECAUSE = { rule: 'R', paragraph: '1', sentence: 'because' }
const NOTHING: LiveState['recovered'] = []
const state = (saveState: SaveState, more: Partial<LiveState> = {}): LiveState => ({
  saveState,
  right: 'edit',
  because: BECAUSE,
  color: null,
  synced: true,
  recovered: NOTHING,
  keepsCopy: true,
  isFull: false,
  closed: null,
  held: null,
  generation: 0,
  ...more
})
const saved = (minute: number) => state({ kind: 'saved', at: new Date(2026, 0, 1, 12, minute) })
const saving = () => state({ kind: 'saving' })

describe('the state of a document as a page tells it', () => {
  let told: string[]
  let calm: CalmState

  beforeEach(() => {
    jest.useFakeTimers()
    told = []
    calm = new CalmState(saved(0), ({ saveState }) => told.push(saveState.kind))
  })
  afterEach(() => jest.useRealTimers())

  it('[SAVE-35] is not told again while it is the same', () => {
    calm.next(saving())
    calm.next(saving())
    expect(told).toEqual(['saving'])
  })

  it('[SAVE-35] "saved" is told when nothing has been on its way for a quarter of a second', () => {
    for (const minute of [1, 2, 3]) {
      calm.next(saving())
      calm.next(saved(minute))
      jest.advanceTimersByTime(200)
    }
    expect(told).toEqual(['saving'])
    jest.advanceTimersByTime(50)
    expect(told).toEqual(['saving', 'saved'])
  })

  it('[SAVE-35] anything but "saved" is told at once, and so is "saved" with something else that changed', () => {
    calm.next(saving())
    calm.next(saved(1))
    calm.next(state({ kind: 'on_device', waiting: 1 }))
    calm.next(state({ kind: 'saved', at: null }))
    expect(told).toEqual(['saving', 'on_device', 'saved'])
    calm.next(saving())
    calm.next({ ...saved(2), held: 1 })
    expect(told.slice(3)).toEqual(['saving', 'saved'])
  })

  it('[SAVE-35] after its end nothing is told', () => {
    calm.next(saving())
    calm.next(saved(1))
    calm.end()
    jest.advanceTimersByTime(1000)
    expect(told).toEqual(['saving'])
  })
})
