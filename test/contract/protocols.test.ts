import { type PeopleView, type RecordProtocol } from '@roundtable/shared/protocol'
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
})
