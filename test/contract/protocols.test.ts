import type { PeopleView, RecordProtocol } from '@roundtable/shared/protocol'
import { PeopleCleaning } from '../../server/src/workspace/people/people-cleaning.js'
import { ApiClient } from '../support/api-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

let server: TestServer
beforeAll(async () => (server = await TestServer.start()))
afterAll(() => server.close())

const choice = (candidate: Seated, replaces: Seated | null = null, more: Partial<RecordProtocol> = {}): RecordProtocol => ({
  how: 'assembly',
  decidedOn: '2025-03-01',
  note: 'In the school',
  candidateSeatId: candidate.seatId,
  replacesSeatId: replaces?.seatId ?? null,
  ...more
})
const record = (room: Room, by: Seated, body: RecordProtocol): Promise<PeopleView> => by.api.call('recordProtocol', { id: room.id, body })
const say = (by: Seated, view: PeopleView, stance: 'agree' | 'object'): Promise<PeopleView> =>
  by.api.call('answerProtocol', { id: view.protocols[0]!.id, body: { stance, reason: stance === 'object' ? 'We did not meet' : '' } })
const AGREE = { stance: 'agree', reason: '' }

describe('how a community chooses its delegate', () => {
  it('[SEAT-12] R-32: a citizen alone becomes the delegate at once, provisionally, until another of the community confirms', async () => {
    const room = await Room.open(server)
    const first = await room.seat('CIT')
    const alone = await record(room, first, choice(first))
    expect(alone.members[0]).toMatchObject({ role: 'COM', side: 'civic', isProvisional: true })
    expect(alone.protocols[0]).toMatchObject({ status: 'in_effect', confirmed: 0, needed: 0 })
    const second = await room.seat('CIT')
    const waiting = await record(room, second, choice(first))
    expect(waiting.protocols[0]).toMatchObject({ status: 'open', needed: 1, mayAnswer: false })
    const view = await say(first, waiting, 'agree')
    expect(view.members.find(({ id }) => id === first.seatId)).toMatchObject({ role: 'COM', isProvisional: false })
  })

  it('[SEAT-10] R-30: a majority of the others chooses, and the delegate who is replaced keeps their place', async () => {
    const room = await Room.open(server)
    const old = await room.seat('COM')
    const [one, two, three] = await room.seats('CIT', 'CIT', 'CIT')
    const view = await record(room, one, choice(two, old))
    expect(view.protocols[0]).toMatchObject({ status: 'open', confirmed: 0, needed: 2, replaces: { seatId: old.seatId } })
    expect((await say(three, view, 'agree')).protocols[0]).toMatchObject({ status: 'open', confirmed: 1 })
    const done = await say(two, view, 'agree')
    expect(done.protocols[0]!.status).toBe('in_effect')
    const roles = Object.fromEntries(done.members.map(({ id, role }) => [id, role]))
    expect([roles[two.seatId], roles[old.seatId], roles[one.seatId]]).toEqual(['COM', 'CIT', 'CIT'])
    expect(await room.seatRow(old)).toMatchObject({ ended_at: null, side: 'civic' })
  })

  it('[SEAT-11] nobody becomes the delegate against their will, or without a word of theirs', async () => {
    const room = await Room.open(server)
    const [one, two, three] = await room.seats('CIT', 'CIT', 'CIT')
    const view = await record(room, one, choice(two))
    expect((await say(three, view, 'agree')).protocols[0]!.status).toBe('open')
    expect((await say(two, view, 'object')).protocols[0]!.status).toBe('refused')
    expect(await room.seatRow(two)).toMatchObject({ role: 'CIT' })
  })

  it('[SEAT-13] R-30: no CSO, office, facilitator or observer records or confirms it, and no stranger knows of it', async () => {
    const room = await Room.open(server)
    const [cit, other] = [await room.seat('CIT'), await room.seat('CIT')]
    const view = await record(room, cit, choice(cit))
    for (const role of ['CSO', 'NSO', 'OTH', 'FAC', 'OBS'] as const) {
      const who = await room.seat(role)
      expect(await who.api.refusal('recordProtocol', { id: room.id, body: choice(cit) })).toMatchObject({
        code: 'not_allowed',
        rule: 'R-30'
      })
      expect(await who.api.refusal('answerProtocol', { id: view.protocols[0]!.id, body: AGREE })).toMatchObject({ rule: 'R-30' })
    }
    const stranger = await (await Room.open(server)).seat('COM')
    expect(await stranger.api.refusal('answerProtocol', { id: view.protocols[0]!.id, body: AGREE })).toMatchObject({ code: 'not_found' })
    expect(await stranger.api.refusal('recordProtocol', { id: room.id, body: choice(cit) })).toMatchObject({ code: 'not_found' })
    expect((await other.api.call('listPeople', { id: room.id })).protocols).toMatchObject([
      { status: 'open', confirmed: 0, mayAnswer: true }
    ])
  })

  it('[SEAT-13] each says their word once, the recorder by recording; what is decided is decided', async () => {
    const room = await Room.open(server)
    const [one, two, three] = await room.seats('CIT', 'CIT', 'CIT')
    const view = await record(room, one, choice(one))
    expect(await one.api.refusal('answerProtocol', { id: view.protocols[0]!.id, body: AGREE })).toMatchObject({ code: 'no_longer_open' })
    await say(two, view, 'agree')
    expect(await two.api.refusal('answerProtocol', { id: view.protocols[0]!.id, body: AGREE })).toMatchObject({ code: 'no_longer_open' })
    await say(three, view, 'agree')
    const late = await room.seat('CIT')
    expect(await late.api.refusal('answerProtocol', { id: view.protocols[0]!.id, body: AGREE })).toMatchObject({ code: 'no_longer_open' })
  })

  it('[SEAT-13] who cannot be chosen or replaced, and a day that has not come, are refused by the field', async () => {
    const room = await Room.open(server)
    const [cit, com, cso] = [await room.seat('CIT'), await room.seat('COM'), await room.seat('CSO')]
    const foreign = await (await Room.open(server)).seat('CIT')
    const cases: readonly (readonly [RecordProtocol, string])[] = [
      [choice(cso), 'candidateSeatId'],
      [choice(foreign), 'candidateSeatId'],
      [choice(com), 'candidateSeatId'],
      [choice(cit, cso), 'replacesSeatId'],
      [choice(cit, null, { decidedOn: '2999-01-01' }), 'decidedOn']
    ]
    for (const [body, field] of cases)
      expect(await cit.api.refusal('recordProtocol', { id: room.id, body })).toEqual({
        code: 'bad_input',
        rule: undefined,
        fields: [field]
      })
    await record(room, cit, choice(cit, com))
    expect(await com.api.refusal('recordProtocol', { id: room.id, body: choice(cit, com) })).toMatchObject({ code: 'already_open' })
  })

  it('[SEAT-13] a key records it once, also when it comes three times at once', async () => {
    const room = await Room.open(server)
    const [cit] = [await room.seat('CIT'), await room.seat('CIT')]
    const views = await Promise.all([1, 2, 3].map(() => cit.api.call('recordProtocol', { id: room.id, body: choice(cit), key: 'once' })))
    expect(views.map(({ protocols }) => protocols.length)).toEqual([1, 1, 1])
  })

  it('[SEAT-14] the community’s word is the delegate’s mandate: it takes the place of one that has run out', async () => {
    const room = await Room.open(server)
    const [com, cit] = [await room.seat('COM'), await room.seat('CIT')]
    await room.expireMandate(com)
    const view = await say(com, await record(room, cit, choice(com)), 'agree')
    expect(view.members.find(({ id }) => id === com.seatId)).toMatchObject({ role: 'COM', mandateExpired: false, isProvisional: false })
  })

  it('[SEAT-14] it is judged anew when somebody leaves: by those who are here, and never for a candidate who is not', async () => {
    const room = await Room.open(server)
    const [one, two, three, four] = await room.seats('CIT', 'CIT', 'CIT', 'CIT')
    const leave = (who: Seated) => who.api.call('endSeat', { id: who.seatId, body: { reason: '', keepsReading: false } })
    await say(two, await record(room, one, choice(one)), 'agree')
    await leave(three)
    expect((await one.api.call('listPeople', { id: room.id })).protocols[0]).toMatchObject({ status: 'open', confirmed: 1, needed: 2 })
    await leave(four)
    expect((await one.api.call('listPeople', { id: room.id })).protocols[0]!.status).toBe('in_effect')
    await record(room, one, choice(two))
    await leave(two)
    expect((await one.api.call('listPeople', { id: room.id })).protocols[0]!.status).toBe('refused')
  })

  it('[SEAT-15] when one takes effect, the others about the same place are over: none of them seats a second delegate', async () => {
    const room = await Room.open(server)
    const old = await room.seat('COM')
    const [one, two, three] = await room.seats('CIT', 'CIT', 'CIT')
    await room.expireMandate(old)
    const first = (await record(room, one, choice(one, old))).protocols[0]!
    await record(room, two, choice(two, old))
    await record(room, three, choice(old))
    for (const who of [two, three]) await who.api.call('answerProtocol', { id: first.id, body: AGREE })
    const view = await one.api.call('listPeople', { id: room.id })
    expect(view.protocols.map(({ status }) => status).toSorted()).toEqual(['in_effect', 'refused', 'refused'])
    expect(view.members.filter(({ role }) => role === 'COM').map(({ id }) => id)).toEqual([one.seatId])
  })

  it('[SEAT-15] an empty place is filled once; who is delegate already is confirmed all the same', async () => {
    const room = await Room.open(server)
    const [one, two, three] = await room.seats('CIT', 'CIT', 'CIT')
    const provisional = await room.seat('COM')
    await server.pool.query('update seat set is_provisional = true where id = $1', [provisional.seatId])
    const first = (await record(room, one, choice(one))).protocols[0]!
    await record(room, two, choice(two))
    await record(room, three, choice(provisional))
    for (const who of [two, three]) await who.api.call('answerProtocol', { id: first.id, body: AGREE })
    const { protocols } = await one.api.call('listPeople', { id: room.id })
    const statuses = Object.fromEntries(protocols.map(({ candidate, status }) => [candidate.seatId, status]))
    expect(statuses).toEqual({ [one.seatId]: 'in_effect', [two.seatId]: 'refused', [provisional.seatId]: 'open' })
  })

  it('[SEAT-16] after thirty days it has lapsed, for whoever reads, answers or records, written down or not', async () => {
    const room = await Room.open(server)
    const [one, two] = await room.seats('CIT', 'CIT')
    const { id } = (await record(room, one, choice(one))).protocols[0]!
    const { rows } = await server.pool.query<{ days: number }>(
      `select extract(day from expires_at - recorded_at)::int as days from community_protocol where id = $1`,
      [id]
    )
    expect(rows[0]!.days).toBe(30)
    await server.pool.query('update community_protocol set expires_at = now() where id = $1', [id])
    const view = await two.api.call('listPeople', { id: room.id })
    expect(view.protocols[0]).toMatchObject({ status: 'lapsed', mayAnswer: false })
    expect(await two.api.refusal('answerProtocol', { id, body: AGREE })).toMatchObject({ code: 'no_longer_open' })
    expect((await record(room, one, choice(one))).protocols.map(({ status }) => status)).toEqual(['open', 'lapsed'])
    const stored = await server.pool.query<{ status: string }>('select status from community_protocol where id = $1', [id])
    expect(stored.rows[0]!.status).toBe('lapsed')
  })

  it('[SEAT-16] the hourly cleaning writes down what has lapsed', async () => {
    const room = await Room.open(server)
    const [one] = await room.seats('CIT', 'CIT')
    const { id } = (await record(room, one, choice(one))).protocols[0]!
    await server.pool.query('update community_protocol set expires_at = now() where id = $1', [id])
    await server.app.nest.get(PeopleCleaning).clean()
    expect((await server.pool.query('select 1 from community_protocol where id = $1 and status = $2', [id, 'lapsed'])).rowCount).toBe(1)
  })

  it('[SEAT-17] who is let in after it was recorded neither counts nor answers', async () => {
    const room = await Room.open(server)
    const [one, two, three] = await room.seats('CIT', 'CIT', 'CIT')
    const view = await record(room, one, choice(one))
    const late = [await room.seat('CIT'), await room.seat('CIT'), await room.seat('CIT')]
    for (const who of late) {
      const seen = (await who.api.call('listPeople', { id: room.id })).protocols[0]
      expect(seen).toMatchObject({ needed: 2, mayAnswer: false })
      expect(await who.api.refusal('answerProtocol', { id: view.protocols[0]!.id, body: AGREE })).toMatchObject({
        code: 'not_allowed',
        rule: 'R-30'
      })
      expect((await who.api.call('getWorkspace', { id: room.id })).next).not.toContain('confirm_delegate')
    }
    await say(two, view, 'agree')
    expect((await say(three, view, 'agree')).protocols[0]).toMatchObject({ status: 'in_effect', confirmed: 2, needed: 2 })
  })

  it('[SEAT-24] R-30: whom an organisation let in after the delegate had their seat does not choose who replaces the delegate', async () => {
    const room = await Room.open(server)
    const [delegate, citizen, cso] = await room.seats('COM', 'CIT', 'CSO')
    const invited = { role: 'CIT', organisation: null, uses: 4, expiresInDays: 1 }
    const { code } = await cso.api.call('createInvitation', { id: room.id, body: invited })
    const socks: Seated[] = []
    for (let one = 0; one < 4; one++) {
      const api = await ApiClient.newcomer(server, `Sock ${one}`)
      await api.call('acceptInvitation', { body: { secret: code, name: `Sock ${one}` } })
      const { rows } = await server.pool.query<{ id: string }>('select id from seat where workspace_id = $1 and person_id = $2', [
        room.id,
        api.personId
      ])
      socks.push({ ...citizen, personId: api.personId, seatId: rows[0]!.id, api })
    }
    const [first, ...others] = socks
    const view = await record(room, first!, choice(first!, delegate))
    expect(view.protocols[0]!.status).not.toBe('in_effect')
    for (const sock of others) expect((await sock.api.send('answerProtocol', { id: view.protocols[0]!.id, body: AGREE })).ok).toBe(false)
    expect(await room.seatRow(delegate)).toMatchObject({ role: 'COM', ended_at: null })
    // The community itself still may: whoever sat there before, and whom it lets in.
    const chosen = await record(room, citizen, choice(citizen, delegate))
    expect(chosen.protocols[0]).toMatchObject({ status: 'open', needed: 1 })
    expect((await say(delegate, chosen, 'agree')).protocols[0]).toMatchObject({ status: 'in_effect' })
  })

  it('[SEAT-18] each has one open at a time, and one that many stand in front of is answered all the same', async () => {
    const room = await Room.open(server)
    const [one, two] = await room.seats('CIT', 'CIT')
    const { id } = (await record(room, one, choice(one))).protocols[0]!
    expect(await one.api.refusal('recordProtocol', { id: room.id, body: choice(two) })).toMatchObject({ code: 'already_open' })
    await server.pool.query(
      `with c as (
         insert into person (id, public_id, handle, name) select p, gen_random_uuid(), 'many-' || p, 'One of many'
         from (select gen_random_uuid() as p from generate_series(1, 60)) x returning id
       ), s as (
         insert into seat (id, workspace_id, person_id, side, role, name, created_at) select gen_random_uuid(), $1, id, 'civic', 'CIT', 'One of many', now() + interval '1 minute' from c returning id
       ) insert into community_protocol (id, workspace_id, how, decided_on, candidate_seat_id, recorded_by, recorded_at)
         select gen_random_uuid(), $1, 'other', current_date, id, id, now() + interval '1 hour' from s`,
      [room.id]
    )
    await two.api.call('answerProtocol', { id, body: AGREE })
    expect((await server.pool.query('select 1 from community_protocol where id = $1 and status = $2', [id, 'in_effect'])).rowCount).toBe(1)
  })

  it('[SEAT-19] the community reads who said what and why; others read how many it takes', async () => {
    const room = await Room.open(server)
    const one = await room.seat('CIT')
    const two = await room.seat('CIT', { name: 'Grey Heron' })
    const [three, cso, nso] = await room.seats('CIT', 'CSO', 'NSO')
    await say(two, await record(room, one, choice(one)), 'object')
    const seen = async (who: Seated) => (await who.api.call('listPeople', { id: room.id })).protocols[0]!.answers
    const answer = { name: 'Grey Heron', stance: 'object', reason: 'We did not meet' }
    expect([await seen(one), await seen(two), await seen(three)]).toEqual([
      [{ ...answer, isMine: false }],
      [{ ...answer, isMine: true }],
      [{ ...answer, isMine: false }]
    ])
    for (const who of [cso, nso]) expect(await (await who.api.send('listPeople', { id: room.id })).text()).not.toContain('We did not meet')
  })

  it('[SEAT-23] R-30: while one is open nobody ends the seat of a citizen but whoever holds it', async () => {
    const room = await Room.open(server)
    const [one, two, three, cso, com] = await room.seats('CIT', 'CIT', 'CIT', 'CSO', 'COM')
    const view = await record(room, one, choice(one, com))
    await say(two, view, 'object')
    for (const who of [cso, com]) {
      expect(await who.api.refusal('endSeat', { id: two.seatId, body: { reason: 'In the way' } })).toMatchObject({
        code: 'not_allowed',
        rule: 'R-30'
      })
      const seen = await who.api.call('listPeople', { id: room.id })
      expect(seen.members.find(({ id }) => id === two.seatId)!.manage).toMatchObject({
        allowed: false,
        because: { sentence: 'ability.because.R-30.choosing' }
      })
    }
    await three.api.call('endSeat', { id: three.seatId, body: { reason: '' } })
    await cso.api.call('endSeat', { id: two.seatId, body: { reason: 'Moved away' } })
  })
})
