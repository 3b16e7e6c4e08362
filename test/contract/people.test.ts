import type { PeopleView } from '@roundtable/shared/protocol'
import { ApiClient } from '../support/api-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

let server: TestServer
beforeAll(async () => (server = await TestServer.start()))
afterAll(() => server.close())

const LEAVING = { reason: '', keepsReading: false }
const memberOf = (view: PeopleView, { seatId }: Seated) => view.members.find(({ id }) => id === seatId)!
const isSeated = async (room: Room, who: Seated): Promise<boolean> => (await room.seatRow(who)).ended_at === null

describe('who is here', () => {
  it('[SEAT-1] members see each other’s seats, under the names they chose; nobody else sees anything', async () => {
    const room = await Room.open(server)
    const nso = await room.seat('NSO', { name: 'Aigul', organisation: 'Statistics' })
    const cso = await room.seat('CSO', { name: 'Bakyt' })
    const view = await cso.api.call('listPeople', { id: room.id })
    expect(view.members.map(({ name, role, organisation, isMine }) => ({ name, role, organisation, isMine }))).toEqual([
      { name: 'Bakyt', role: 'CSO', organisation: null, isMine: true },
      { name: 'Aigul', role: 'NSO', organisation: 'Statistics', isMine: false }
    ])
    const elsewhere = await (await Room.open(server)).seat('CSO')
    expect(await elsewhere.api.refusal('listPeople', { id: room.id })).toMatchObject({ code: 'not_found' })
    const uninvited = await Room.open(server, 'M1')
    const office = await uninvited.seat('NSO', { isInvited: false })
    expect(await office.api.refusal('listPeople', { id: uninvited.id })).toMatchObject({ code: 'not_found' })
    expect(memberOf(view, nso).manage.because.sentence).toBe('ability.because.R-32.own-side')
  })

  it('[SEAT-1] no answer holds a handle, an e-mail, an account’s name or a person’s id of somebody else', async () => {
    const room = await Room.open(server)
    const watcher = await room.seat('CSO', { name: 'Watcher' })
    const others = await Promise.all(
      (['CIT', 'COM', 'CSO', 'NSO', 'OTH', 'OBS', 'FAC'] as const).map((role) => room.seat(role, { name: `A ${role}` }))
    )
    const stranger = await (await Room.open(server)).seat('COM', { name: 'canary-stranger-seat' })
    const people = [...others, stranger].map(({ personId }) => personId)
    await server.pool.query(
      `update person set handle = 'canary-handle-' || id, email = 'canary-' || id || '@example.org', name = 'canary-name-' || id where id = any ($1)`,
      [people]
    )
    const { rows } = await server.pool.query<{ id: string }>('select public_id as id from person where id = any ($1)', [people])
    const canaries = ['canary', ...people, ...rows.map(({ id }) => id)]
    const documentId = await room.world.document()
    const citizen = others[0]!
    await citizen.api.call('recordProtocol', {
      id: room.id,
      body: { how: 'assembly', decidedOn: '2025-03-01', note: '', candidateSeatId: citizen.seatId, replacesSeatId: null }
    })
    const answers = await Promise.all([
      ...(['getWorkspace', 'listPeople', 'listInvitations', 'getProfile', 'getDefinition', 'getModality', 'getStages'] as const).map(
        (name) => watcher.api.send(name, { id: room.id })
      ),
      watcher.api.send('listWorkspaces'),
      watcher.api.send('whoAmI'),
      watcher.api.send('getDocument', { id: documentId }),
      ...others.map(({ seatId }) => watcher.api.send('changeSeat', { id: seatId, body: { isFunder: true } })),
      ...others.map(({ seatId }) => watcher.api.send('changeSeat', { id: seatId, body: { name: 'Other' } })),
      watcher.api.send('changeSeat', { id: stranger.seatId, body: { name: 'Other' } })
    ])
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.slice(0, 10).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    expect(texts.length).toBe(25)
    for (const text of texts) for (const canary of canaries) expect(text).not.toContain(canary)
  })

  it('[SEAT-2] each seat says whether one may change it, each role whether one may invite to it, and why', async () => {
    const room = await Room.open(server)
    const [cso, nso, com, cit, fac] = await room.seats('CSO', 'NSO', 'COM', 'CIT', 'FAC')
    const view = await cso.api.call('listPeople', { id: room.id })
    expect([cso, nso, com, cit, fac].map((who) => memberOf(view, who).manage.allowed)).toEqual([true, false, false, true, true])
    expect(memberOf(view, com).manage.because).toMatchObject({ rule: 'R-30', paragraph: '¶26, ¶17.8' })
    const invitable = Object.fromEntries(view.invitable.map(({ role, allowed, because }) => [role, allowed ? true : because.rule]))
    expect(invitable).toEqual({ CIT: true, COM: 'R-30', CSO: true, NSO: 'R-32', OSA: 'R-32', OTH: true, FAC: true, SEC: true, OBS: true })
    expect([view.mayRecordProtocol, (await cit.api.call('listPeople', { id: room.id })).mayRecordProtocol]).toEqual([false, true])
  })
})

describe('what of a seat changes', () => {
  it('[SEAT-3] R-24: everybody chooses their own name, and nobody another’s', async () => {
    const room = await Room.open(server)
    const [cso, cit] = [await room.seat('CSO'), await room.seat('CIT', { name: 'Old Name' })]
    const view = await cit.api.call('changeSeat', { id: cit.seatId, body: { name: '  New Name ' } })
    expect(memberOf(view, cit).name).toBe('New Name')
    expect(await cso.api.refusal('changeSeat', { id: cit.seatId, body: { name: 'Theirs' } })).toMatchObject({
      code: 'not_allowed',
      rule: 'R-24'
    })
    // All of a change or nothing: the mark alone would have been allowed.
    const obs = await room.seat('OBS')
    await cso.api.refusal('changeSeat', { id: obs.seatId, body: { isFunder: true, name: 'Theirs' } })
    expect(await room.seatRow(obs)).toMatchObject({ is_funder: false })
  })

  it('[SEAT-4] [SEAT-21] R-15: a mandate is recorded by whoever manages the seat, with who gave it, and holds through its last day', async () => {
    const room = await Room.open(server)
    const [lead, colleague] = [await room.seat('CSO', { organisation: 'Us' }), await room.seat('CSO', { organisation: 'Us' })]
    const [nso, cit] = await room.seats('NSO', 'CIT')
    const { rows } = await server.pool.query<{ soon: string; late: string; past: string; far: string }>(
      `select (current_date + 6)::text as soon, (current_date + 90)::text as late, (current_date - 2)::text as past, (current_date + 9000)::text as far`
    )
    const { soon, late, past, far } = rows[0]!
    const mandate = (expiresOn: string | null) => ({ mandate: { givenBy: 'The board', note: 'Minutes of May', expiresOn } })
    const change = (by: Seated, whose: Seated, expiresOn: string | null) =>
      by.api.call('changeSeat', { id: whose.seatId, body: mandate(expiresOn) })
    const warned = memberOf(await change(lead, colleague, soon), colleague)
    expect(warned).toMatchObject({ mandateGivenBy: 'The board', mandateNote: 'Minutes of May', mandateExpired: false })
    expect([6, 7, 8]).toContain(warned.mandateWarning)
    expect(memberOf(await change(lead, colleague, late), colleague).mandateWarning).toBeNull()
    expect(memberOf(await change(lead, colleague, null), colleague)).toMatchObject({ mandateExpiresAt: null, mandateWarning: null })
    for (const day of [past, far]) {
      expect(await lead.api.refusal('changeSeat', { id: colleague.seatId, body: mandate(day) })).toMatchObject({
        fields: ['mandate.expiresOn']
      })
    }
    expect(await lead.api.refusal('changeSeat', { id: cit.seatId, body: mandate(null) })).toMatchObject({
      code: 'bad_input',
      fields: ['mandate']
    })
    expect(await nso.api.refusal('changeSeat', { id: lead.seatId, body: mandate(null) })).toMatchObject({
      code: 'not_allowed',
      rule: 'R-32'
    })
    expect(await cit.api.refusal('changeSeat', { id: lead.seatId, body: mandate(null) })).toMatchObject({
      code: 'not_allowed',
      rule: 'A11'
    })
  })

  it('[SEAT-4] R-34: a mandate that has run out takes managing and inviting away, and never the right to leave', async () => {
    const room = await Room.open(server)
    const [cso, cit] = [await room.seat('CSO'), await room.seat('CIT')]
    await room.expireMandate(cso)
    const view = await cso.api.call('listPeople', { id: room.id })
    expect(memberOf(view, cso)).toMatchObject({ mandateExpired: true, mandateWarning: null })
    expect(memberOf(view, cit).manage).toMatchObject({ allowed: false, because: { rule: 'R-34' } })
    expect(view.invitable.filter(({ allowed }) => allowed)).toEqual([])
    expect(await cso.api.refusal('endSeat', { id: cit.seatId, body: LEAVING })).toMatchObject({ rule: 'R-34' })
    expect(await cso.api.refusal('listInvitations', { id: room.id })).toMatchObject({ rule: 'R-34' })
    const renewal = { mandate: { givenBy: 'Myself', note: '', expiresOn: null } }
    expect(await cso.api.refusal('changeSeat', { id: cso.seatId, body: renewal })).toMatchObject({ rule: 'R-34' })
    await cso.api.call('endSeat', { id: cso.seatId, body: LEAVING })
    expect(await isSeated(room, cso)).toBe(false)
  })

  it('[SEAT-5] R-17: only an observer or other actor is marked as a funder', async () => {
    const room = await Room.open(server)
    const lead = await room.seat('CSO', { organisation: 'Us' })
    for (const role of ['CIT', 'CSO', 'FAC'] as const) {
      const seat = await room.seat(role, { organisation: 'Us' })
      const refusal = await lead.api.refusal('changeSeat', { id: seat.seatId, body: { isFunder: true } })
      expect([role, refusal]).toEqual([role, { code: 'not_allowed', rule: 'R-17', fields: [] }])
    }
    const observer = await room.seat('OBS')
    expect(memberOf(await lead.api.call('changeSeat', { id: observer.seatId, body: { isFunder: true } }), observer).isFunder).toBe(true)
  })

  it('[SEAT-5] R-17: the mark is not taken off by whom it marks, nor by their own organisation', async () => {
    const room = await Room.open(server, 'M2')
    const [funder, colleague] = [await room.seat('OTH', { organisation: 'The Fund' }), await room.seat('OTH', { organisation: 'The Fund' })]
    const university = await room.seat('OTH', { organisation: 'University' })
    await university.api.call('changeSeat', { id: funder.seatId, body: { isFunder: true } })
    for (const who of [funder, colleague]) {
      expect(await who.api.refusal('changeSeat', { id: funder.seatId, body: { isFunder: false } })).toMatchObject({ rule: 'R-17' })
    }
    const view = await university.api.call('changeSeat', { id: funder.seatId, body: { isFunder: false } })
    expect(memberOf(view, funder).isFunder).toBe(false)
  })
})

describe('how a seat ends', () => {
  it('[SEAT-6] R-30: no CSO, office or facilitator ends or changes the delegate’s seat, whatever the modality', async () => {
    for (const modality of ['M0', 'M1', 'M2', 'M3', 'M4', 'M5'] as const) {
      const room = await Room.open(server, modality)
      const delegate = await room.seat('COM')
      for (const role of ['CSO', 'CIT', 'NSO', 'OTH', 'FAC'] as const) {
        const who = await room.seat(role)
        expect((await who.api.refusal('endSeat', { id: delegate.seatId, body: LEAVING })).code).toBe('not_allowed')
        const mandate = { givenBy: 'Us', note: '', expiresOn: null }
        expect((await who.api.refusal('changeSeat', { id: delegate.seatId, body: { mandate } })).code).toBe('not_allowed')
      }
      expect(await room.seatRow(delegate)).toMatchObject({ role: 'COM', ended_at: null, mandate_given_by: null })
      expect(await (await room.seat('CSO')).api.refusal('endSeat', { id: delegate.seatId, body: LEAVING })).toMatchObject({ rule: 'R-30' })
    }
  })

  it('[SEAT-6] R-32, R-26: a side ends its own seats and no other’s; any side ends the facilitator’s', async () => {
    const room = await Room.open(server)
    const [nso, cso, cit, osa, facilitator] = await room.seats('NSO', 'CSO', 'CIT', 'OSA', 'FAC')
    for (const civic of [cso, cit])
      expect(await nso.api.refusal('endSeat', { id: civic.seatId, body: LEAVING })).toEqual({
        code: 'not_allowed',
        rule: 'R-32',
        fields: []
      })
    expect(await cso.api.refusal('endSeat', { id: nso.seatId, body: LEAVING })).toMatchObject({ rule: 'R-32' })
    await cso.api.call('endSeat', { id: cit.seatId, body: { reason: 'As agreed', keepsReading: true } })
    await nso.api.call('endSeat', { id: osa.seatId, body: LEAVING })
    await nso.api.call('endSeat', { id: facilitator.seatId, body: LEAVING })
    const removed = await room.seatRow(cit)
    expect(removed).toMatchObject({ end_reason: 'removed', end_note: 'As agreed', ended_by: cso.seatId, keeps_reading: false })
    expect(await cit.api.refusal('listPeople', { id: room.id })).toMatchObject({ code: 'not_found' })
  })

  it('[SEAT-22] R-31: nobody changes or ends the counted voice of another organisation, whatever the modality', async () => {
    const room = await Room.open(server)
    const water = { organisation: 'Water Watch' }
    const [mine, colleague, other] = [
      await room.seat('CSO', water),
      await room.seat('CSO', water),
      await room.seat('CSO', { organisation: 'Air Watch' })
    ]
    const [nso, osa, com] = await room.seats('NSO', 'OSA', 'COM')
    const mandate = { givenBy: 'Us', note: '', expiresOn: null }
    for (const [by, whose] of [
      [mine, other],
      [com, other],
      [osa, nso]
    ] as const) {
      const kept = { code: 'not_allowed', rule: 'R-31', fields: [] }
      expect(await by.api.refusal('endSeat', { id: whose.seatId, body: LEAVING })).toEqual(kept)
      expect(await by.api.refusal('changeSeat', { id: whose.seatId, body: { mandate } })).toEqual(kept)
      const view = await by.api.call('listPeople', { id: room.id })
      expect(memberOf(view, whose).manage.because.sentence).toBe('ability.because.R-31.voice')
    }
    expect([await isSeated(room, other), await isSeated(room, nso)]).toEqual([true, true])
    await mine.api.call('endSeat', { id: colleague.seatId, body: LEAVING })
    expect(await isSeated(room, colleague)).toBe(false)
  })

  it('[SEAT-22] a voice whose mandate has run out, or whose person is suspended, is its side’s to renew or to end', async () => {
    const room = await Room.open(server)
    const [mine, expired, suspended] = await room.seats('CSO', 'CSO', 'CSO')
    await room.expireMandate(expired)
    await server.pool.query('update person set is_suspended = true where id = $1', [suspended.personId])
    for (const whose of [expired, suspended]) {
      await mine.api.call('endSeat', { id: whose.seatId, body: LEAVING })
      expect(await isSeated(room, whose)).toBe(false)
    }
  })

  it('[SEAT-20] how a seat ended is read by whoever manages the seats of its side, and nobody else', async () => {
    const room = await Room.open(server)
    const [cso, citizen, nso] = [await room.seat('CSO', { name: 'Bakyt' }), await room.seat('CIT'), await room.seat('NSO')]
    const [gone, left, watcher] = [
      await room.seat('CIT', { name: 'Red Kite' }),
      await room.seat('OSA', { name: 'Office' }),
      await room.seat('OBS', { name: 'Watcher' })
    ]
    await cso.api.call('endSeat', { id: gone.seatId, body: { reason: 'Moved away' } })
    await left.api.call('endSeat', { id: left.seatId, body: { reason: 'No time' } })
    await watcher.api.call('endSeat', { id: watcher.seatId, body: { reason: '' } })
    const ended = async (who: Seated) =>
      (await who.api.call('listPeople', { id: room.id })).ended.map(({ name, how, note, endedBy }) => ({ name, how, note, endedBy }))
    const observer = { name: 'Watcher', how: 'left', note: '', endedBy: 'Watcher' }
    expect(await ended(cso)).toEqual([observer, { name: 'Red Kite', how: 'removed', note: 'Moved away', endedBy: 'Bakyt' }])
    expect(await ended(nso)).toEqual([observer, { name: 'Office', how: 'left', note: 'No time', endedBy: 'Office' }])
    expect(await ended(citizen)).toEqual([])
  })

  it('[SEAT-6] an ended, an absent and another workspace’s seat are answered alike', async () => {
    const room = await Room.open(server)
    const [cso, cit] = [await room.seat('CSO'), await room.seat('CIT')]
    await cso.api.call('endSeat', { id: cit.seatId, body: LEAVING })
    const foreign = await (await Room.open(server)).seat('CIT')
    for (const id of [cit.seatId, foreign.seatId, '01999999-9999-4999-8999-999999999999', 'nonsense']) {
      expect(await cso.api.refusal('endSeat', { id, body: LEAVING })).toEqual({ code: 'not_found', rule: undefined, fields: [] })
      expect(await cso.api.refusal('changeSeat', { id, body: { name: 'X' } })).toEqual({ code: 'not_found', rule: undefined, fields: [] })
    }
    expect((await room.world.pool.query('select 1 from seat where id = $1 and ended_at is null', [foreign.seatId])).rowCount).toBe(1)
  })

  it('[SEAT-7] leaving asks nobody: the last of a side, whoever was never invited, whoever may not see the workspace', async () => {
    const joint = await Room.open(server)
    const last = await joint.seat('CSO')
    await last.api.call('endSeat', { id: last.seatId, body: LEAVING })
    const civic = await Room.open(server, 'M1')
    for (const leaver of [await civic.seat('NSO', { isInvited: false }), await civic.seat('SEC'), await civic.seat('OBS')]) {
      await leaver.api.call('endSeat', { id: leaver.seatId, body: { reason: 'Not for us', keepsReading: true } })
      expect(await civic.seatRow(leaver)).toMatchObject({ end_reason: 'left', keeps_reading: true })
    }
  })

  it('[SEAT-7] two ends of one seat at once are one', async () => {
    const room = await Room.open(server)
    const [cso, cit] = [await room.seat('CSO'), await room.seat('CIT')]
    const ends = await Promise.all([
      cso.api.send('endSeat', { id: cit.seatId, body: LEAVING }),
      cit.api.send('endSeat', { id: cit.seatId, body: { reason: '', keepsReading: true } })
    ])
    expect(ends.map(({ status }) => status).toSorted()).toEqual([204, 404])
  })

  it('[SEAT-1] people who share nothing with anybody any more read of nobody', async () => {
    const room = await Room.open(server)
    const leaver = await room.seat('CIT')
    await room.seat('CSO', { name: 'canary-of-those-who-stay' })
    await leaver.api.call('endSeat', { id: leaver.seatId, body: LEAVING })
    const answers = await Promise.all([
      leaver.api.send('whoAmI'),
      leaver.api.send('listWorkspaces'),
      leaver.api.send('getWorkspace', { id: room.id })
    ])
    for (const answer of answers) expect(await answer.text()).not.toContain('canary')
    const newcomer = await ApiClient.newcomer(server)
    expect((await newcomer.call('listWorkspaces')).items).toEqual([])
  })
})
