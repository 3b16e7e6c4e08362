import { CLOSE } from '@roundtable/shared/protocol'
import type { LiveClient } from '../support/live-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

let server: TestServer
const opened: LiveClient[] = []
beforeAll(async () => (server = await TestServer.start()))
afterAll(async () => {
  for (const client of opened) client.close()
  await server.close()
})

async function open(document: string, who: Seated): Promise<LiveClient> {
  const client = await (await server.client(document, who)).connect()
  opened.push(client)
  return client
}

/** Writes and waits until the database has it. */
async function write(client: LiveClient, words: string): Promise<void> {
  client.text.insert(0, words)
  await client.until(() => client.ledger.isSettled, 'saved')
}

const leave = (who: Seated, keepsReading: boolean) => who.api.call('endSeat', { id: who.seatId, body: { reason: '', keepsReading } })
const closeCode = async (document: string, who: Seated): Promise<number | undefined> => (await open(document, who)).closes[0]?.code

describe('what one co-wrote, after leaving', () => {
  it('[SEAT-8] [ABIL-28] the open document stays open to read: others’ words come, one’s own are refused', async () => {
    const room = await Room.open(server)
    const document = await room.world.document()
    const [leaver, stays] = [await room.seat('CIT'), await room.seat('CSO')]
    const [one, two] = [await open(document, leaver), await open(document, stays)]
    await write(one, 'Ours. ')
    one.provider.awareness.setLocalState({ cursor: { anchor: 1 } })
    await two.until(() => two.provider.awareness.getStates().has(one.doc.clientID), 'seen')
    await leave(leaver, true)
    await one.until(() => one.access.at(-1)?.right === 'view', 'view only')
    expect(one.access.at(-1)!.because).toMatchObject({ rule: 'ABIL-28', sentence: 'ability.because.ABIL-28' })
    await write(two, 'Theirs. ')
    await one.until(() => one.text.toJSON() === 'Theirs. Ours. ', 'read on')
    await two.until(() => !two.provider.awareness.getStates().has(one.doc.clientID), 'gone')
    // Whoever comes later is not shown to them, nor they to anybody.
    const newcomer = await room.seat('CIT', { name: 'canary-newcomer' })
    const three = await open(document, newcomer)
    three.provider.awareness.setLocalState({ cursor: { anchor: 2 } })
    one.provider.awareness.setLocalState({ cursor: { anchor: 3 } })
    await two.until(() => two.provider.awareness.getStates().has(three.doc.clientID), 'the newcomer')
    expect([one.provider.awareness.getStates().has(three.doc.clientID), two.provider.awareness.getStates().has(one.doc.clientID)]).toEqual([
      false,
      false
    ])
    one.text.insert(0, 'canary')
    await one.until(() => one.rejections.length > 0, 'refused')
    expect(one.rejections[0]).toMatchObject({ reason: 'not_allowed', because: { rule: 'ABIL-28' } })
    const again = await open(document, leaver)
    expect(JSON.stringify([...again.provider.awareness.getStates().values()])).not.toContain('canary-newcomer')
    expect([again.text.toJSON(), two.text.toJSON()]).toEqual(['Theirs. Ours. ', 'Theirs. Ours. '])
  })

  it('[SEAT-8] [ABIL-28] at the REST door it is there to view, and nothing else of the workspace is', async () => {
    const room = await Room.open(server)
    const [mine, others, folded] = [await room.world.document(), await room.world.document(), await room.world.document()]
    const [leaver, stays] = [await room.seat('CIT', { name: 'Quiet River' }), await room.seat('CSO')]
    await write(await open(mine, leaver), 'Mine. ')
    await write(await open(others, stays), 'Others’. ')
    // As compaction leaves it: the words are in the snapshot, who wrote them is told by the attribution alone.
    await server.pool.query(
      'insert into attribution (document_id, client_id, clock_from, clock_to, seat_id, written_at) values ($1, 7, 0, 5, $2, now())',
      [folded, leaver.seatId]
    )
    await leave(leaver, true)
    for (const id of [mine, folded]) {
      const view = await leaver.api.call('getDocument', { id })
      expect(view).toMatchObject({ right: 'view', because: { rule: 'ABIL-28' }, mySeat: { name: 'Quiet River' } })
      await leaver.api.call('createTicket', { body: { documentId: id } })
    }
    expect(await leaver.api.refusal('getDocument', { id: others })).toMatchObject({ code: 'not_found' })
    expect(await leaver.api.refusal('createTicket', { body: { documentId: others } })).toMatchObject({ code: 'not_found' })
    expect(await closeCode(others, leaver)).toBe(CLOSE.notFound.code)
    for (const name of ['getWorkspace', 'listPeople', 'getProfile', 'getDefinition', 'listInvitations'] as const)
      expect(await leaver.api.refusal(name, { id: room.id })).toMatchObject({ code: 'not_found' })
    const me = await leaver.api.call('whoAmI')
    expect([me.seats, me.rules]).toEqual([[], {}])
  })

  it('[SEAT-8] whoever does not want to, or was removed, reads nothing any more, on open sockets too', async () => {
    const room = await Room.open(server)
    const document = await room.world.document()
    const [leaver, removed, cso] = [await room.seat('CIT'), await room.seat('CIT'), await room.seat('CSO')]
    const [one, two] = [await open(document, leaver), await open(document, removed)]
    await write(one, 'Of one. ')
    await write(two, 'Of two. ')
    await leave(leaver, false)
    await cso.api.call('endSeat', { id: removed.seatId, body: { reason: '', keepsReading: true } })
    for (const client of [one, two]) {
      await client.until(() => client.closes.length > 0, 'closed')
      expect(client.closes[0]!.code).toBe(CLOSE.notAllowed.code)
    }
    for (const who of [leaver, removed]) {
      expect(await who.api.refusal('getDocument', { id: document })).toMatchObject({ code: 'not_found' })
      expect(await closeCode(document, who)).toBe(CLOSE.notFound.code)
    }
  })

  it('[SEAT-8] a seat taken anew decides by itself: what one may now, not what one co-wrote before', async () => {
    const room = await Room.open(server)
    const document = await room.world.document()
    const leaver = await room.seat('CIT')
    await write(await open(document, leaver), 'Before. ')
    await leave(leaver, true)
    await server.pool.query(
      `insert into seat (id, workspace_id, person_id, role, name) values (gen_random_uuid(), $1, $2, 'SEC', 'Follower')`,
      [room.id, leaver.personId]
    )
    expect(await leaver.api.refusal('getDocument', { id: document })).toMatchObject({ code: 'not_found' })
  })

  it('[SEAT-8] whoever came back and was removed, or left without wanting to read on, does not read by what they left before', async () => {
    const room = await Room.open(server)
    const document = await room.world.document()
    const comeBack = async (who: Seated): Promise<Seated> => ({ ...who, ...(await room.seatAnew(who)) })
    for (const end of ['removed', 'left', 'left and reading'] as const) {
      const [leaver, cso] = [await room.seat('CIT'), await room.seat('CSO')]
      await write(await open(document, leaver), `Before ${end}. `)
      await leave(leaver, true)
      expect((await leaver.api.call('getDocument', { id: document })).right).toBe('view')
      const again = await comeBack(leaver)
      if (end === 'removed') await cso.api.call('endSeat', { id: again.seatId, body: { reason: 'No', keepsReading: true } })
      else await leave(again, end === 'left and reading')
      const answer = await leaver.api.send('getDocument', { id: document })
      expect([end, answer.status]).toEqual([end, end === 'left and reading' ? 200 : 404])
    }
  })
})
