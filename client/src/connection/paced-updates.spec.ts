import { PacedUpdates, type Pace } from './paced-updates.js'

/** A clock that goes when it is told to; whatever is due on the way happens at its time. */
function handClock() {
  let at = 0
  let due: { at: number; act: () => void } | null = null
  const pace: Pace = {
    now: () => at,
    later: (act, ms) => {
      due = { at: at + ms, act }
      return () => (due = null)
    }
  }
  const pass = (ms: number) => {
    const until = at + ms
    while (due && due.at <= until) {
      const { act } = due
      at = due.at
      due = null
      act()
    }
    at = until
  }
  return { pace, pass, work: (ms: number) => (at += ms), isWaiting: () => due !== null }
}

const edit = (number: number) => new Uint8Array([number])

describe('edits of others, paced', () => {
  const applied: number[][] = []
  let cost = 0
  let clock: ReturnType<typeof handClock>
  let paced: PacedUpdates

  beforeEach(() => {
    applied.length = 0
    cost = 10
    clock = handClock()
    paced = new PacedUpdates((updates) => {
      applied.push(updates.flatMap((update) => [...update]))
      clock.work(cost)
    }, clock.pace)
  })

  it('[UI-350] applies the first at once, and what comes soon after it together, in its order', () => {
    for (const number of [1, 2, 3]) paced.add(edit(number))
    expect(applied).toEqual([[1]])
    clock.pass(69)
    expect(applied).toEqual([[1]])
    clock.pass(1)
    expect(applied).toEqual([[1], [2, 3]])
  })

  it('[UI-350] where applying costs nothing, nothing waits', () => {
    cost = 0
    for (const number of [1, 2, 3]) paced.add(edit(number))
    expect(applied).toEqual([[1], [2], [3]])
    expect(clock.isWaiting()).toBe(false)
  })

  it('[UI-350] takes an eighth of the thread at most, and keeps nobody waiting for more than two seconds', () => {
    cost = 1000
    paced.add(edit(1))
    paced.add(edit(2))
    clock.pass(1999)
    expect(applied).toEqual([[1]])
    clock.pass(1)
    expect(applied).toEqual([[1], [2]])
  })

  it('[UI-350] what waits is applied before anything that comes after it, and only once', () => {
    paced.add(edit(1))
    paced.add(edit(2))
    paced.flush()
    clock.pass(1000)
    expect(applied).toEqual([[1], [2]])
  })

  it('[UI-350] holds no more than five hundred back', () => {
    for (let number = 0; number <= 500; number++) paced.add(edit(number % 256))
    expect(applied.map(({ length }) => length)).toEqual([1, 500])
  })

  it('[UI-350] an edit that cannot be applied does not keep the next ones back', () => {
    const broken = new PacedUpdates((updates) => {
      if (updates[0]?.[0] === 1) throw new Error('broken')
      applied.push(updates.flatMap((update) => [...update]))
    }, clock.pace)
    expect(() => broken.add(edit(1))).toThrow('broken')
    broken.add(edit(2))
    expect(applied).toEqual([[2]])
  })

  it('[UI-350] forgets what waits when the document is let go of', () => {
    paced.add(edit(1))
    paced.add(edit(2))
    paced.end()
    clock.pass(1000)
    expect(applied).toEqual([[1]])
  })
})
