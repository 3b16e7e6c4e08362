import type { CreateInvitation, InvitationMade } from '@roundtable/shared/protocol'
import type { Modality, Role } from '@roundtable/shared/framework'
import { ApiClient } from '../support/api-client.js'
import { Guest, secretIn } from '../support/guest.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

let server: TestServer
beforeAll(async () => (server = await TestServer.start()))
afterAll(() => server.close())

type Asked = Partial<CreateInvitation> & { readonly role: CreateInvitation['role'] }
const invitation = (asked: Asked) => ({ organisation: null, uses: 1, expiresInDays: 7, ...asked })
const invite = (room: Room, who: Seated, asked: Asked): Promise<InvitationMade> =>
  who.api.call('createInvitation', { id: room.id, body: invitation(asked) })
const secretOf = async (made: Promise<InvitationMade>): Promise<string> => secretIn((await made).link)
const OVER = { code: 'invitation_over', fields: [] }
const STATISTICS = { name: 'Statistics', kind: 'nso' } as const
const ACCOUNT = () => ({ account: { handle: `h${Math.trunc(performance.now() * 1000)}`, password: 'seven herons crossing' } })
const seats = async (room: Room): Promise<number> =>
  (await server.pool.query<{ count: number }>('select count(*)::int as count from seat where workspace_id = $1', [room.id])).rows[0]!.count

describe('inviting', () => {
  const RIGHTS: readonly (readonly [Modality, Role, Partial<Record<CreateInvitation['role'], string>>])[] = [
    // Only what is refused; everything else is allowed.
    ['M3', 'CSO', { COM: 'R-30', NSO: 'R-32', OSA: 'R-32' }],
    ['M3', 'COM', { COM: 'R-30', NSO: 'R-32', OSA: 'R-32' }],
    ['M3', 'NSO', { COM: 'R-30', CIT: 'R-32', CSO: 'R-32' }],
    ['M1', 'CSO', { COM: 'R-30' }],
    ['M4', 'CSO', { COM: 'R-30', NSO: 'R-32', OSA: 'R-32', OTH: 'R-32', FAC: 'R-32', SEC: 'R-32', OBS: 'R-32' }],
    ['M4', 'NSO', { COM: 'R-30', CIT: 'R-32', CSO: 'R-32' }]
  ]
  it.each(RIGHTS)('[JOIN-1] under %s a %s invites every role but %j, also the first of another side', async (modality, role, refused) => {
    const room = await Room.open(server, modality)
    await room.seat('CSO')
    await room.seat('NSO')
    const who = await room.seat(role)
    for (const target of ['CIT', 'COM', 'CSO', 'NSO', 'OSA', 'OTH', 'FAC', 'SEC', 'OBS'] as const) {
      const rule = refused[target]
      const body = invitation({ role: target })
      if (rule === undefined) expect(await who.api.call('createInvitation', { id: room.id, body })).toMatchObject({ mail: 'not_asked' })
      else
        expect([target, await who.api.refusal('createInvitation', { id: room.id, body })]).toEqual([
          target,
          { code: 'not_allowed', rule, fields: [] }
        ])
    }
  })

  it('[JOIN-1] R-32: another side is invited while nobody of it is here who can manage it: a mandate that ran out calls nobody', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    await invite(room, cso, { role: 'NSO', organisation: STATISTICS })
    const nso = await room.seat('NSO')
    expect(await cso.api.refusal('createInvitation', { id: room.id, body: invitation({ role: 'OSA' }) })).toMatchObject({ rule: 'R-32' })
    await room.expireMandate(nso)
    await invite(room, cso, { role: 'NSO', organisation: STATISTICS })
    await nso.api.call('endSeat', { id: nso.seatId, body: { reason: '', keepsReading: false } })
    await invite(room, cso, { role: 'NSO', organisation: STATISTICS })
  })

  it.each(['CIT', 'FAC', 'OBS', 'SEC'] as const)('[JOIN-1] a %s invites nobody and sees no invitation', async (role) => {
    const room = await Room.open(server)
    const [who, cso] = [await room.seat(role), await room.seat('CSO')]
    const made = await invite(room, cso, { role: 'CIT' })
    for (const target of ['CIT', 'CSO', 'OBS'] as const)
      expect((await who.api.refusal('createInvitation', { id: room.id, body: invitation({ role: target }) })).code).toMatch(
        /not_allowed|not_found/
      )
    expect((await who.api.refusal('listInvitations', { id: room.id })).code).toMatch(/not_allowed|not_found/)
    expect((await who.api.refusal('revokeInvitation', { id: made.id })).code).toMatch(/not_allowed|not_found/)
    expect((await cso.api.call('listInvitations', { id: room.id })).items).toMatchObject([{ status: 'open' }])
  })

  it('[JOIN-1] a stranger invites nobody, and learns nothing of the workspace', async () => {
    const room = await Room.open(server)
    const stranger = await (await Room.open(server)).seat('CSO')
    const absent = '01999999-9999-7999-8999-999999999999'
    for (const id of [room.id, absent, 'nonsense'])
      expect(await stranger.api.refusal('createInvitation', { id, body: invitation({ role: 'CIT' }) })).toEqual({
        code: 'not_found',
        rule: undefined,
        fields: []
      })
  })

  it('[JOIN-1] what does not go together is refused by the field, and makes nothing', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const mandate = { givenBy: 'The board', note: '', expiresOn: null }
    const cases: readonly (readonly [Asked, object])[] = [
      [
        { role: 'CIT', mandate },
        { code: 'bad_input', fields: ['mandate'] }
      ],
      [
        { role: 'CSO', mandate: { ...mandate, expiresOn: '2001-01-01' } },
        { code: 'bad_input', fields: ['mandate.expiresOn'] }
      ],
      [
        { role: 'CSO', organisation: STATISTICS },
        { code: 'bad_input', fields: ['organisation.kind'] }
      ],
      [
        { role: 'CIT', email: 'a@example.org', uses: 5 },
        { code: 'bad_input', fields: ['uses'] }
      ],
      [
        { role: 'CSO', isFunder: true },
        { code: 'not_allowed', rule: 'R-17' }
      ],
      [
        { role: 'CIT', uses: 0 },
        { code: 'bad_input', fields: ['uses'] }
      ],
      [
        { role: 'CIT', uses: 501 },
        { code: 'bad_input', fields: ['uses'] }
      ],
      [
        { role: 'CIT', expiresInDays: 91 },
        { code: 'bad_input', fields: ['expiresInDays'] }
      ]
    ]
    for (const [asked, refusal] of cases)
      expect(await cso.api.refusal('createInvitation', { id: room.id, body: invitation(asked) })).toMatchObject(refusal)
    expect((await cso.api.call('listInvitations', { id: room.id })).items).toEqual([])
  })

  it('[JOIN-3] link and code are told once; the tables keep keyed hashes, and nothing of an e-mail address', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const made = await cso.api.call('createInvitation', {
      id: room.id,
      body: invitation({ role: 'CIT', email: 'canary@example.org' }),
      key: 'k-1'
    })
    expect(made.link).toBe(`${server.url}/join/${secretIn(made.link)}`)
    expect(secretIn(made.link)).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(made.code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
    expect(made.mail).toBe('no_mail')
    const { rows } = await server.pool.query<{ all: string }>(
      `select i::text || coalesce((select string_agg(c::text, '') from idempotent_create c), '') as all from invitation i where id = $1`,
      [made.id]
    )
    for (const secret of [secretIn(made.link), made.code, made.code.replace('-', ''), 'canary']) expect(rows[0]!.all).not.toContain(secret)
    const invitations = await cso.api.call('listInvitations', { id: room.id })
    expect(invitations.sendsMail).toBe(false)
    const list = JSON.stringify(invitations)
    for (const secret of [secretIn(made.link), made.code, made.code.replace('-', ''), 'canary']) expect(list).not.toContain(secret)
  })

  it('[JOIN-3] the same idempotency key makes it once and tells the same again, also at once; somebody else’s key tells nothing', async () => {
    const room = await Room.open(server)
    const [cso, com] = [await room.seat('CSO'), await room.seat('COM')]
    const body = invitation({ role: 'CIT' })
    const create = (who: Seated) => who.api.call('createInvitation', { id: room.id, body, key: 'the-same' })
    const [first, ...again] = await Promise.all([create(cso), create(cso), create(cso)])
    for (const each of again) expect(each).toEqual(first)
    expect((await create(com)).link).not.toBe(first.link)
    expect((await cso.api.call('listInvitations', { id: room.id })).items.length).toBe(2)
    const other = { id: room.id, body: invitation({ role: 'OBS' }), key: 'the-same' }
    expect(await cso.api.refusal('createInvitation', other)).toMatchObject({ code: 'already_made' })
  })
})

describe('taking an invitation', () => {
  it('[JOIN-4] a single use raced by twenty has one winner, and the others are told nothing else than the rest', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const made = await invite(room, cso, { role: 'CIT' })
    const before = await seats(room)
    const comers = await Promise.all(Array.from({ length: 20 }, () => ApiClient.newcomer(server)))
    const answers = await Promise.all(
      comers.map((comer, n) => comer.send('acceptInvitation', { body: { secret: n % 2 ? made.code : secretIn(made.link), name: 'Racer' } }))
    )
    expect(answers.filter(({ status }) => status === 200).length).toBe(1)
    const refusals = await Promise.all(answers.filter(({ status }) => status !== 200).map((answer) => answer.text()))
    expect([refusals.length, new Set(refusals).size, refusals[0]]).toEqual([19, 1, expect.stringContaining('invitation_over')])
    expect(await seats(room)).toBe(before + 1)
    expect((await cso.api.call('listInvitations', { id: room.id })).items).toMatchObject([{ status: 'used_up', uses: 1, usesLeft: 0 }])
  })

  it('[JOIN-4] a counted one lets in as many as it says, raced or not, and a person once', async () => {
    const room = await Room.open(server)
    const secret = await secretOf(invite(room, await room.seat('CSO'), { role: 'CIT', uses: 3 }))
    const [same, ...others] = await Promise.all(Array.from({ length: 6 }, () => ApiClient.newcomer(server)))
    const take = (who: ApiClient) => who.send('acceptInvitation', { body: { secret, name: 'Racer' } }).then(({ status }) => status)
    expect((await Promise.all([take(same!), take(same!), take(same!)])).toSorted()).toEqual([200, 409, 409])
    expect((await Promise.all(others.map(take))).toSorted()).toEqual([200, 200, 404, 404, 404])
  })

  it('[JOIN-5] used up, expired, revoked, made up: refused alike, in preview and acceptance, byte for byte', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const [used, expired, revoked] = await Promise.all([1, 2, 3].map(() => invite(room, cso, { role: 'CIT' })))
    await new Guest(server).accept(secretIn(used!.link))
    await server.pool.query(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [expired!.id])
    await cso.api.call('revokeInvitation', { id: revoked!.id })
    await cso.api.call('revokeInvitation', { id: revoked!.id })
    const secrets = [used!, expired!, revoked!].flatMap(({ link, code }) => [secretIn(link), code])
    for (const secret of [...secrets, 'x'.repeat(43), 'AAAA-AAAA', 'nonsense']) {
      const guest = new Guest(server)
      for (const path of ['preview', 'accept'] as const) {
        const body = path === 'accept' ? { secret, name: 'Late' } : { secret }
        const answer = await guest.browser.post(`/api/invitations/${path}`, body)
        expect([secret, answer.status, answer.text]).toEqual([secret, 404, expect.stringContaining('"code":"invitation_over"')])
        expect(answer.text).not.toContain(secret)
        expect(answer.get('Set-Cookie')).toBeUndefined()
      }
    }
    const statuses = (await cso.api.call('listInvitations', { id: room.id })).items.map(({ status }) => status)
    expect(statuses.toSorted()).toEqual(['expired', 'revoked', 'used_up'])
  })

  it('[JOIN-5] a preview says what it leads to, and uses nothing up', async () => {
    const room = await Room.open(server)
    const nso = await room.seat('NSO', { name: 'Aigul' })
    const made = await invite(room, nso, { role: 'NSO', organisation: STATISTICS })
    for (const secret of [secretIn(made.link), made.code, made.code.toLowerCase(), ` ${made.code.replace('-', ' ')} `]) {
      expect(await new Guest(server).preview(secret)).toEqual({
        title: 'Test',
        country: 'XS',
        role: 'NSO',
        side: 'state',
        organisation: 'Statistics',
        invitedBy: 'Aigul',
        expiresAt: made.expiresAt,
        isMember: false
      })
    }
    expect(await nso.api.call('previewInvitation', { body: { secret: made.code } })).toMatchObject({ isMember: true })
  })

  const ENDS: readonly (readonly [string, (room: Room, inviter: Seated) => Promise<unknown>])[] = [
    [
      'was removed',
      async (room, { seatId }) => {
        const colleague = await room.seat('CSO', { organisation: 'Our Own' })
        await colleague.api.call('endSeat', { id: seatId, body: { reason: '', keepsReading: false } })
      }
    ],
    ['left', (_room, { seatId, api }) => api.call('endSeat', { id: seatId, body: { reason: '', keepsReading: true } })],
    ['may not invite any more', (room, { seatId }) => room.world.changeRole(seatId, 'CIT')],
    ['has a mandate that ran out', (room, inviter) => room.expireMandate(inviter)],
    ['is suspended', (_room, { personId }) => server.pool.query('update person set is_suspended = true where id = $1', [personId])],
    [
      'is in a workspace out of scope',
      (room) => server.pool.query(`update workspace set outcome = 'out_of_scope' where id = $1`, [room.id])
    ]
  ]
  it.each(ENDS)('[JOIN-6] an invitation is as good as its inviter is now: void when they %s', async (_what, end) => {
    const room = await Room.open(server)
    const inviter = await room.seat('CSO', { organisation: 'Our Own' })
    const secret = await secretOf(invite(room, inviter, { role: 'CIT', uses: 5 }))
    expect(await new Guest(server).accept(secret)).toMatchObject({ workspaceId: room.id })
    await end(room, inviter)
    const before = await seats(room)
    expect(await new Guest(server).preview(secret)).toEqual(OVER)
    expect(await new Guest(server).accept(secret)).toEqual(OVER)
    expect(await seats(room)).toBe(before)
  })

  it('[JOIN-6] the inviter is removed at the same moment: the guest came before, or not at all', async () => {
    for (let round = 0; round < 5; round++) {
      const room = await Room.open(server)
      const ours = { organisation: 'Our Own' }
      const [inviter, colleague] = [await room.seat('CSO', ours), await room.seat('CSO', ours)]
      const secret = await secretOf(invite(room, inviter, { role: 'CSO', organisation: { name: 'Water Watch', kind: 'cso' } }))
      const comer = await ApiClient.newcomer(server)
      const [accepted] = await Promise.all([
        comer.send('acceptInvitation', { body: { secret, name: 'Comer' } }),
        colleague.api.call('endSeat', { id: inviter.seatId, body: { reason: '', keepsReading: false } })
      ])
      const { rows } = await server.pool.query<{ ok: boolean }>(
        `select exists (select 1 from seat s, seat i where s.person_id = $1 and i.id = $2 and s.created_at <= i.ended_at) as ok`,
        [comer.personId, inviter.seatId]
      )
      expect([accepted.status, rows[0]!.ok]).toEqual(accepted.status === 200 ? [200, true] : [404, false])
    }
  })

  it('[JOIN-6] of several to the first seat of another side one is taken; then that side manages itself', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const secret = await secretOf(invite(room, cso, { role: 'NSO', organisation: STATISTICS, uses: 10 }))
    const comers = await Promise.all([1, 2, 3, 4].map(() => ApiClient.newcomer(server)))
    const answers = await Promise.all(comers.map((comer) => comer.send('acceptInvitation', { body: { secret, name: 'Office' } })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404])
  })

  it('[JOIN-7] role, side, mandate and organisation are the invitation’s: what the body says of them is refused', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO', { organisation: 'Water Watch' })
    const secret = await secretOf(invite(room, cso, { role: 'CIT' }))
    for (const more of [
      { role: 'COM' },
      { side: 'state' },
      { isFunder: false },
      { invitedByCivic: true },
      { mandate: null },
      { workspaceId: room.id }
    ])
      expect(await new Guest(server).accept(secret, more)).toEqual({ code: 'bad_input', fields: Object.keys(more) })
    expect(await new Guest(server).accept(secret, { organisation: { name: 'Statistics', kind: 'nso' } })).toEqual({
      code: 'bad_input',
      fields: ['organisation.kind']
    })
    const named = await secretOf(invite(room, cso, { role: 'CSO', organisation: { name: 'Water Watch', kind: 'cso' } }))
    const other = { organisation: { name: 'Others', kind: 'cso' }, ...ACCOUNT() }
    expect(await new Guest(server).accept(named, other)).toEqual({ code: 'bad_input', fields: ['organisation'] })
    const accepted = await new Guest(server).accept(secret)
    expect(accepted).toMatchObject({ seats: [{ role: 'CIT', side: 'civic', workspaceId: room.id, name: 'Quiet River' }] })
  })

  it('[JOIN-7] the mandate and the funder’s mark come with the invitation, and who invited is kept', async () => {
    const room = await Room.open(server, 'M1')
    const cso = await room.seat('CSO')
    const mandate = { givenBy: 'The rector', note: 'Letter 7', expiresOn: '2040-05-01' }
    const made = invite(room, cso, { role: 'OTH', organisation: { name: 'University', kind: 'academia' }, isFunder: true, mandate })
    const comer = await ApiClient.newcomer(server)
    const accepted = await comer.call('acceptInvitation', { body: { secret: await secretOf(made), name: 'Dr. N' } })
    expect(accepted.seats[0]).toMatchObject({ role: 'OTH', organisation: 'University', mandateExpiresAt: '2040-05-02T00:00:00.000Z' })
    expect(await room.seatRow({ seatId: accepted.seats[0]!.id })).toMatchObject({
      is_funder: true,
      invited_by_civic: true,
      mandate_given_by: 'The rector',
      mandate_note: 'Letter 7'
    })
    expect((await comer.call('getWorkspace', { id: room.id })).id).toBe(room.id)
  })

  it('[JOIN-8] a person has one living seat in a workspace and one side, now and later', async () => {
    const room = await Room.open(server)
    const [cso, nso, cit] = [await room.seat('CSO'), await room.seat('NSO'), await room.seat('CIT')]
    const civic = await secretOf(invite(room, cso, { role: 'CSO', organisation: { name: 'Water Watch', kind: 'cso' }, uses: 5 }))
    const state = await secretOf(invite(room, nso, { role: 'OSA', organisation: { name: 'Ministry', kind: 'other_state' }, uses: 5 }))
    const take = (secret: string) => ({ body: { secret, name: 'Again' } })
    expect(await cit.api.refusal('acceptInvitation', take(state))).toMatchObject({ code: 'already_member' })
    expect(await cit.api.refusal('acceptInvitation', take(civic))).toMatchObject({ code: 'already_member' })
    await cit.api.call('endSeat', { id: cit.seatId, body: { reason: '', keepsReading: true } })
    expect(await cit.api.refusal('acceptInvitation', take(state))).toMatchObject({ code: 'other_side' })
    expect(await cit.api.call('acceptInvitation', take(civic))).toMatchObject({ seats: [{ role: 'CSO' }] })
    expect((await cso.api.call('listInvitations', { id: room.id })).items[0]).toMatchObject({ usesLeft: 4 })
  })

  it('[JOIN-8] whoever was removed does not come back by what was sent out before that', async () => {
    const room = await Room.open(server)
    const [cso, cit] = [await room.seat('CSO'), await room.seat('CIT')]
    const old = await secretOf(invite(room, cso, { role: 'CIT', uses: 5 }))
    await cso.api.call('endSeat', { id: cit.seatId, body: { reason: '', keepsReading: false } })
    expect(await cit.api.refusal('acceptInvitation', { body: { secret: old, name: 'Back' } })).toMatchObject({ code: 'invitation_over' })
    const anew = await secretOf(invite(room, cso, { role: 'CIT' }))
    await cit.api.call('acceptInvitation', { body: { secret: anew, name: 'Back' } })
  })

  it('[JOIN-9] an organisation of the same name and kind here is the same one; whoever speaks for one says which', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO', { organisation: 'Water Watch' })
    const comer = await ApiClient.newcomer(server)
    const own = await secretOf(invite(room, cso, { role: 'CSO', organisation: { name: 'water watch', kind: 'cso' } }))
    const { seats: mine } = await comer.call('acceptInvitation', { body: { secret: own, name: 'Colleague' } })
    const [one, two] = [await room.seatRow(cso), await room.seatRow({ seatId: mine[0]!.id })]
    expect(two.organisation_id).toBe(one.organisation_id)
    const open = await secretOf(invite(room, cso, { role: 'CSO', uses: 9 }))
    const another = await ApiClient.newcomer(server)
    const body = { secret: open, name: 'Comer' }
    expect(await another.refusal('acceptInvitation', { body })).toMatchObject({ code: 'bad_input', fields: ['organisation'] })
    await another.call('acceptInvitation', { body: { ...body, organisation: { name: 'Land Rights', kind: 'cso' } } })
  })

  it('[JOIN-9] R-01: nobody but an organisation’s own people makes somebody speak for it', async () => {
    const room = await Room.open(server)
    const [water, land] = [await room.seat('CSO', { organisation: 'Water Watch' }), await room.seat('CSO', { organisation: 'Land Rights' })]
    const asLand = { name: 'LAND rights', kind: 'cso' } as const
    expect(
      await water.api.refusal('createInvitation', { id: room.id, body: invitation({ role: 'CSO', organisation: asLand }) })
    ).toMatchObject({
      code: 'bad_input',
      fields: ['organisation']
    })
    const open = await secretOf(invite(room, water, { role: 'CSO' }))
    const comer = await ApiClient.newcomer(server)
    const body = { secret: open, name: 'Comer', organisation: asLand }
    expect(await comer.refusal('acceptInvitation', { body })).toMatchObject({ code: 'bad_input', fields: ['organisation'] })
    const byLand = await secretOf(invite(room, land, { role: 'CSO', organisation: asLand }))
    await comer.call('acceptInvitation', { body: { secret: byLand, name: 'Colleague' } })
  })

  it('[JOIN-14] a side sees and ends its own invitations, and no other’s, nor another workspace’s', async () => {
    const room = await Room.open(server)
    const [cso, com, nso] = [await room.seat('CSO'), await room.seat('COM'), await room.seat('NSO')]
    const civic = await invite(room, cso, { role: 'CIT' })
    const state = await invite(room, nso, { role: 'OSA' })
    const ids = async (who: Seated) =>
      (await who.api.call('listInvitations', { id: room.id })).items.map(({ id, mayRevoke }) => [id, mayRevoke])
    expect([await ids(cso), await ids(com), await ids(nso)]).toEqual([[[civic.id, true]], [[civic.id, true]], [[state.id, true]]])
    const stranger = await (await Room.open(server)).seat('CSO')
    for (const [who, id] of [
      [nso, civic.id],
      [cso, state.id],
      [stranger, civic.id]
    ] as const)
      expect(await who.api.refusal('revokeInvitation', { id })).toEqual({ code: 'not_found', rule: undefined, fields: [] })
    await com.api.call('revokeInvitation', { id: civic.id })
    expect(await new Guest(server).preview(civic.code)).toEqual(OVER)
    await room.expireMandate(nso)
    await nso.api.call('revokeInvitation', { id: state.id })
  })

  it('[JOIN-19] what still leads in is listed before what does not, however much of that is newer', async () => {
    const room = await Room.open(server)
    const [cso, colleague] = await room.seats('CSO', 'CSO')
    const { id } = await invite(room, cso, { role: 'CIT' })
    await server.pool.query(
      `insert into invitation (id, workspace_id, secret_hash, code_hash, role, side, invited_by, invited_by_civic, most_uses, uses, created_at, expires_at, revoked_at)
       select gen_random_uuid(), $1::uuid, sha256(('s' || n || $1::uuid)::bytea), sha256(('c' || n || $1::uuid)::bytea), 'CIT', 'civic', $2::uuid, true, 1,
         case when n % 3 = 0 then 1 else 0 end, now() + interval '1 minute',
         now() + case when n % 3 = 1 then interval '0' else interval '5 days' end, case when n % 3 = 2 then now() end
       from generate_series(1, 240) n`,
      [room.id, cso.seatId]
    )
    const { items } = await colleague.api.call('listInvitations', { id: room.id })
    expect([items[0]!.id, items[0]!.status]).toEqual([id, 'open'])
    expect(items.filter(({ status }) => status === 'open').length).toBe(1)
    await colleague.api.call('revokeInvitation', { id })
  })

  it('[JOIN-15] the secretariat’s seat is taken by whom the operator lets speak for it, and nobody else', async () => {
    const room = await Room.open(server)
    const secret = await secretOf(invite(room, await room.seat('CSO'), { role: 'SEC', uses: 2 }))
    const comer = await ApiClient.newcomer(server)
    const body = { secret, name: 'Follower' }
    expect(await comer.refusal('acceptInvitation', { body })).toMatchObject({ code: 'invitation_over' })
    expect(await new Guest(server).accept(secret, ACCOUNT())).toEqual(OVER)
    await server.pool.query('update person set is_secretariat = true where id = $1', [comer.personId])
    expect(await comer.call('acceptInvitation', { body })).toMatchObject({ seats: [{ role: 'SEC', side: null }] })
  })
})
