import { Rests } from './rests.js'

const MINUTE = 60_000

describe('[PROJ-22] a document that could not be read', () => {
  let now = 0
  beforeEach(() => (now = 0))
  const rests = (most?: number): Rests => new Rests(() => now, most)

  it('rests a minute, twice as long each time, an hour at most, and is forgotten once it was read', () => {
    const them = rests()
    expect(Array.from({ length: 8 }, () => them.failed('a', false) / MINUTE)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    them.succeeded('a', 5)
    expect([them.isResting('a'), them.size, them.failed('a', false)]).toEqual([false, 0, MINUTE])
    now = MINUTE
    expect(them.isResting('a')).toBe(false)
  })

  it('is slow while its last try took long or ran into the limit', () => {
    const them = rests()
    them.failed('a', true)
    expect([them.isSlow('a'), them.isSlow('b')]).toEqual([true, false])
    them.failed('a', false)
    expect(them.isSlow('a')).toBe(false)
    them.succeeded('a', 20_000)
    expect([them.isSlow('a'), them.isResting('a'), them.failed('a', true)]).toEqual([true, false, MINUTE])
    them.succeeded('a', 5)
    expect([them.isSlow('a'), them.size]).toEqual([false, 0])
  })

  it('is remembered with a bounded number of others: the one that failed longest ago is dropped', () => {
    const them = rests(2)
    for (const id of ['a', 'b', 'a', 'c']) them.failed(id, false)
    expect([them.size, ...['a', 'b', 'c'].map((id) => them.isResting(id))]).toEqual([2, true, false, true])
  })
})
