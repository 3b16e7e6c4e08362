import { PresenceBoard, freeColour, stampState } from './presence-board.js'

const identity = { id: 'seat', name: 'Blue Heron', side: 'civic', color: 2 }

describe('presence board', () => {
  it('[LIVE-6] a client that returns with its old clock is seen again by those who were told it left', () => {
    const board = new PresenceBoard()
    const [first, second] = [{}, {}]
    board.put(first, { client: 1, clock: 5, state: '{}' }, 'here')
    board.leave(first)
    const [departure] = board.takeChanges()
    board.put(second, { client: 1, clock: 5, state: '{}' }, 'back')
    const [back] = board.takeChanges()
    expect(departure).toMatchObject({ client: 1, state: 'null' })
    expect(back!.clock).toBeGreaterThan(departure!.clock)
  })

  it('[LIVE-6] an older state does not overwrite a newer one, and nobody departs for another', () => {
    const board = new PresenceBoard()
    const [owner, other] = [{}, {}]
    board.put(owner, { client: 1, clock: 5, state: '{}' }, 'new')
    board.put(owner, { client: 1, clock: 4, state: '{}' }, 'old')
    board.put(other, { client: 1, clock: 9, state: 'null' }, null)
    expect(board.everyone()).toEqual([{ client: 1, clock: 5, state: 'new' }])
  })

  it('[LIVE-6] after a hundred thousand comings and goings nothing is kept but the last departures', () => {
    const board = new PresenceBoard()
    for (let client = 0; client < 100_000; client++) {
      const owner = {}
      board.put(owner, { client, clock: 1, state: '{}' }, 'x')
      board.leave(owner)
      board.takeChanges()
    }
    expect(board.size).toBe(0)
    expect(board.departedKept).toBeLessThanOrEqual(1000)
  })

  it('[LIVE-6] passes the cursor on, stamps who it is, and drops everything else', () => {
    expect(JSON.parse(stampState('{"cursor":{"a":1},"user":{"name":"Minister"},"email":"x@y.z"}', identity)!)).toEqual({
      cursor: { a: 1 },
      user: identity
    })
    for (const text of ['[1]', '"text"', '{', 'null', '7']) expect(stampState(text, identity)).toBeNull()
  })

  it('[LIVE-6] six people are told apart by colour, and one person has one colour in two windows', () => {
    const present: { id: string; color: number }[] = []
    for (let seat = 0; seat < 6; seat++) present.push({ id: `seat-${seat}`, color: freeColour(`seat-${seat}`, present) })
    expect(new Set(present.map(({ color }) => color)).size).toBe(6)
    expect(freeColour('seat-3', present)).toBe(present[3]!.color)
    expect(freeColour('00000000-0000-4000-8000-00000000000a', present)).toBe(4)
  })
})
