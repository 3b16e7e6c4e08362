import * as Y from 'yjs'
import { PresenceBoard, stampState } from './presence-board.js'

/** Somebody's connection at this node, or another node. */
const owner = (isElsewhere = false) => ({ isElsewhere })

const identity = { id: 'seat', name: 'Blue Heron', side: 'civic', color: 2 }

describe('presence board', () => {
  it('[LIVE-6] a client that returns with its old clock is seen again by those who were told it left', () => {
    const board = new PresenceBoard()
    const [first, second] = [owner(), owner()]
    board.put(first, { client: 1, clock: 5, state: '{}' }, 'here')
    board.leave(first)
    const [departure] = board.takeChanges().all
    board.put(second, { client: 1, clock: 5, state: '{}' }, 'back')
    const [back] = board.takeChanges().all
    expect(departure).toMatchObject({ client: 1, state: 'null' })
    expect(back!.clock).toBeGreaterThan(departure!.clock)
    board.put(second, { client: 1, clock: 6, state: '{}' }, 'moved')
    expect([...board.takeChanges().led]).toEqual([[second, 1]])
  })

  it('[LIVE-6] an older state does not overwrite a newer one, and nobody departs for another', () => {
    const board = new PresenceBoard()
    const [own, other] = [owner(), owner()]
    board.put(own, { client: 1, clock: 5, state: '{}' }, 'new')
    board.put(own, { client: 1, clock: 4, state: '{}' }, 'old')
    board.put(other, { client: 1, clock: 9, state: 'null' }, null)
    expect(board.everyone()).toEqual([{ client: 1, clock: 5, state: 'new' }])
  })

  it('[LIVE-6] after a hundred thousand comings and goings nothing is kept but the last departures', () => {
    const board = new PresenceBoard()
    for (let client = 0; client < 100_000; client++) {
      const connection = owner()
      board.put(connection, { client, clock: 1, state: '{}' }, 'x')
      board.leave(connection)
      board.takeChanges()
    }
    expect(board.size).toBe(0)
    expect(board.departedKept).toBeLessThanOrEqual(1000)
  })

  it('[NODE-6] what another node told is shown here and not told back, and goes with that node', () => {
    const board = new PresenceBoard()
    const elsewhere = owner(true)
    board.put(owner(), { client: 1, clock: 1, state: '{}' }, 'here')
    board.put(elsewhere, { client: 2, clock: 1, state: '{}' }, 'there')
    const { all, own } = board.takeChanges()
    expect([all.map(({ state }) => state), own.map(({ state }) => state)]).toEqual([['here', 'there'], ['here']])
    board.leave(elsewhere)
    const left = board.takeChanges()
    expect([left.all, left.own, board.ownEveryone().map(({ client }) => client)]).toEqual([
      [{ client: 2, clock: 2, state: 'null' }],
      [],
      [1]
    ])
  })

  it('[NODE-6] whoever moves to another node is not taken away by the one they left', () => {
    const board = new PresenceBoard()
    const [before, elsewhere] = [owner(), owner(true)]
    board.put(before, { client: 1, clock: 5, state: '{}' }, 'before')
    board.put(elsewhere, { client: 1, clock: 6, state: '{}' }, 'after')
    board.leave(before)
    expect(board.everyone().map(({ state }) => state)).toEqual(['after'])
  })

  it('[LIVE-6] passes the cursor on, stamps who it is, and drops everything else', () => {
    const doc = new Y.Doc()
    const text = doc.getText('content')
    text.insert(0, 'words')
    const cursor = { anchor: Y.createRelativePositionFromTypeIndex(text, 2), head: Y.createRelativePositionFromTypeIndex(text, 5, -1) }
    const state = { cursor, place: cursor, user: { name: 'Minister' }, email: 'x@y.z' }
    const passed = JSON.parse(JSON.stringify({ cursor, place: cursor })) as object
    expect(JSON.parse(stampState(JSON.stringify(state), identity)!)).toEqual({ ...passed, user: identity })
    for (const text of ['[1]', '"text"', '{', 'null', '7']) expect(stampState(text, identity)).toBeNull()
  })

  const id = { client: 1, clock: 2 }
  const place = { type: null, tname: 'content', item: null, assoc: 0 }
  const nonsense: readonly unknown[] = [
    {},
    7,
    'text',
    [],
    { anchor: place },
    { anchor: place, head: null },
    { anchor: place, head: {} },
    { anchor: place, head: { type: null, tname: null, item: null, assoc: 0 } },
    { anchor: place, head: { tname: 'x'.repeat(101) } },
    { anchor: place, head: { tname: 7 } },
    { anchor: place, head: { item: { client: 1 } } },
    { anchor: place, head: { item: { client: 1.5, clock: 0 } } },
    { anchor: place, head: { item: { client: 1, clock: -1 } } },
    { anchor: place, head: { type: { client: 2 ** 53, clock: 0 } } },
    { anchor: place, head: { item: { ...id, more: 1 } } },
    { anchor: place, head: { item: id, assoc: 'left' } },
    { anchor: place, head: { item: id, toString: 1 } },
    { anchor: place, head: place, more: 1 }
  ]
  it.each(nonsense.map((cursor) => ({ cursor })))(
    '[LIVE-56] passes on no selection that an editor could stumble over: $cursor',
    ({ cursor }) => {
      const stamped = stampState(JSON.stringify({ cursor, place: cursor }), identity)
      expect(JSON.parse(stamped!)).toEqual({ cursor: null, place: null, user: identity })
    }
  )

  it('[LIVE-56] passes on every selection an honest editor has', () => {
    for (const head of [place, { tname: 'goal' }, { type: id, assoc: -1 }, { item: id, type: id, tname: null, assoc: 0 }]) {
      const cursor = { anchor: place, head }
      expect(JSON.parse(stampState(JSON.stringify({ cursor }), identity)!)).toEqual({ cursor, user: identity })
    }
  })
})
