import { ModalityCleaning } from '../../server/src/workspace/modality/modality-cleaning.js'
import type { Modality, Role } from '@roundtable/shared/framework'
import type { ModalityHistory, ProposeModality } from '@roundtable/shared/protocol'
import { ApiClient } from '../support/api-client.js'
import { TestServer } from '../support/server.js'
import { Table, type Seated } from '../support/table.js'

const ABSENT = '01999999-9999-7999-8999-999999999999'
const to = (modality: Exclude<Modality, 'M0'>, more: Partial<ProposeModality> = {}): ProposeModality => ({
  modality,
  leadKind: modality === 'M5' ? 'OTH' : null,
  namedPartner: modality === 'M3' ? 'NSO' : null,
  reason: 'we have talked about it',
  ...more
})
const AGREE = { stance: 'agree', reason: '' } as const
const OBJECT = { stance: 'object', reason: 'we were not heard' } as const

describe('a change of modality', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  async function tableOf<R extends Role>(modality: Modality, ...roles: readonly R[]): Promise<[Table, ...Seated[]]> {
    const table = await Table.with(server, modality)
    const people: Seated[] = []
    for (const role of roles) people.push(await table.seat(role, { name: `The ${role}`, invitedByCivic: true }))
    return [table, ...people]
  }
  const propose = (table: Table, { api }: Seated, body: ProposeModality, key?: string): Promise<ModalityHistory> =>
    api.call('proposeModality', { id: table.id, body, ...(key === undefined ? {} : { key }) })
  const openId = async (table: Table, { api }: Seated): Promise<string> => {
    const { open } = await api.call('getModality', { id: table.id })
    if (!open) throw new Error('nothing is open')
    return open.id
  }
  const runOut = (table: Table): Promise<unknown> =>
    server.pool.query(`update modality_change set expires_at = now() - interval '1 second' where workspace_id = $1 and status = 'open'`, [
      table.id
    ])
  const changes = async (table: Table): Promise<string[]> =>
    (
      await server.pool.query<{ one: string }>(
        `select kind || ' ' || to_modality || ' ' || status as one from modality_change where workspace_id = $1 order by proposed_at, id`,
        [table.id]
      )
    ).rows.map(({ one }) => one)

  it('[MODAL-10] moves with the last agreement of both sides, in one step, and shows who said what', async () => {
    const [table, cso, com, nso] = await tableOf('M3', 'CSO', 'COM', 'NSO')
    const { open, mayPropose } = await propose(table, nso!, to('M4'))
    expect(mayPropose).toBe(false)
    expect(open).toMatchObject({
      from: { modality: 'M3', leadKind: null, namedPartner: 'NSO' },
      to: { modality: 'M4', leadKind: null, namedPartner: null },
      reason: 'we have talked about it',
      proposedBy: 'The NSO',
      status: 'open',
      nobodyFor: [],
      mayAnswer: true,
      mayWithdraw: true
    })
    expect(open!.voices.map(({ name, side, stance, isMine }) => [name, side, stance, isMine]).toSorted()).toEqual([
      ['The COM', 'civic', null, false],
      ['The CSO', 'civic', null, false],
      ['The NSO', 'state', 'agree', true]
    ])
    const days = (Date.parse(open!.expiresAt) - Date.parse(open!.proposedAt)) / 86_400_000
    expect(Math.round(days)).toBe(30)
    await cso!.api.call('answerModality', { id: open!.id, body: AGREE })
    expect(await table.held()).toMatchObject({ modality: 'M3' })
    const after = await com!.api.call('answerModality', { id: open!.id, body: AGREE })
    expect(await table.held()).toMatchObject({ modality: 'M4', partner: null })
    expect(after).toMatchObject({ present: { modality: 'M4' }, open: null, past: [{ id: open!.id, status: 'decided', nobodyFor: [] }] })
    expect(after.past[0]!.voices.map(({ name, stance }) => [name, stance]).toSorted()).toEqual([
      ['The COM', 'agree'],
      ['The CSO', 'agree'],
      ['The NSO', 'agree']
    ])
    expect(JSON.stringify(after)).not.toContain(cso!.personId)
  })

  it('[MODAL-11] an NSO alone moves no initiative out of M3, however it tries (R-16)', async () => {
    const [table, nso, second, cso] = await tableOf('M3', 'NSO', 'NSO', 'CSO')
    const stays = async (): Promise<void> => expect(await table.held()).toMatchObject({ modality: 'M3' })
    const { open } = await propose(table, nso!, to('M4'))
    await stays()
    const { id, voices } = open!
    const civic = voices.find(({ side }) => side === 'civic')!
    for (const extra of [{ voice: civic.key }, { side: 'civic' }, { seatId: cso!.seatId }, { key: civic.key }])
      expect((await table.refused(nso!, 'answerModality', { id, body: { ...AGREE, ...extra } })).code).toBe('bad_input')
    for (let again = 0; again < 3; again++)
      expect(await table.refused(nso!, 'answerModality', { id, body: AGREE })).toEqual({ code: 'not_allowed', rule: 'R-16', fields: [] })
    await second!.api.call('answerModality', { id, body: AGREE })
    await stays()
    expect(await table.refused(nso!, 'proposeModality', { id: table.id, body: to('M4') })).toMatchObject({ code: 'already_open' })
    await table.world.expireMandate(nso!.seatId)
    expect(await table.refused(nso!, 'answerModality', { id, body: AGREE })).toMatchObject({ code: 'not_allowed', rule: 'R-34' })
    expect(await table.refused(nso!, 'proposeModality', { id: table.id, body: to('M5') })).toMatchObject({ rule: 'R-34' })
    await stays()
    await table.world.endSeat(cso!.seatId)
    expect(await table.refused(second!, 'answerModality', { id, body: AGREE })).toMatchObject({ rule: 'R-16' })
    expect((await second!.api.call('getModality', { id: table.id })).open).toMatchObject({ nobodyFor: ['civic'] })
    await stays()
    expect(await changes(table)).toEqual(['proposed M4 open'])
  })

  it.each(['M1', 'M2'] as const)('[MODAL-11] under %s a state actor cannot even propose', async (modality) => {
    const [table, nso, osa, oth] = await tableOf(modality, 'NSO', 'OSA', 'OTH', 'CSO')
    for (const person of [nso!, osa!, oth!])
      expect(await table.refused(person, 'proposeModality', { id: table.id, body: to('M4') })).toMatchObject({
        code: 'not_allowed',
        rule: modality === 'M1' ? 'R-03' : 'R-04'
      })
  })

  it('[MODAL-12] one objection ends it, with its reason; what was agreed can be objected to until it is decided', async () => {
    const [table, cso, com, nso] = await tableOf('M3', 'CSO', 'COM', 'NSO')
    await propose(table, nso!, to('M4'))
    const id = await openId(table, cso!)
    await cso!.api.call('answerModality', { id, body: AGREE })
    const { open, past } = await cso!.api.call('answerModality', { id, body: OBJECT })
    expect(open).toBeNull()
    expect(past[0]).toMatchObject({ status: 'refused' })
    expect(past[0]!.voices.find(({ isMine }) => isMine)).toMatchObject({ stance: 'object', reason: 'we were not heard' })
    expect(await table.refused(com!, 'answerModality', { id, body: AGREE })).toMatchObject({ code: 'no_longer_open' })
    expect(await table.held()).toMatchObject({ modality: 'M3' })
  })

  it('[MODAL-13] a side that has to decide and has nobody keeps it open until somebody comes', async () => {
    const [table, cso] = await tableOf('M2', 'CSO')
    expect((await propose(table, cso!, to('M3'))).open).toMatchObject({ nobodyFor: ['state'], mayAnswer: true })
    const nso = await table.seat('NSO', { invitedByCivic: true })
    const { open } = await nso.api.call('getModality', { id: table.id })
    expect(open).toMatchObject({ nobodyFor: [], mayAnswer: true, mayWithdraw: false })
    await nso.api.call('answerModality', { id: open!.id, body: AGREE })
    expect(await table.held()).toMatchObject({ modality: 'M3', partner: 'NSO' })
  })

  it('[MODAL-13] when whoever was waited for has left, agreeing once more decides it', async () => {
    const [table, cso, com] = await tableOf('M1', 'CSO', 'COM')
    const { open } = await propose(table, cso!, to('M2'))
    await table.world.endSeat(com!.seatId)
    const { present } = await cso!.api.call('answerModality', { id: open!.id, body: AGREE })
    expect(present.modality).toBe('M2')
  })

  it('[MODAL-13] a civic side of one moves between M1 and M2 at once', async () => {
    const [table, com] = await tableOf('M1', 'COM')
    expect(await propose(table, com!, to('M2'))).toMatchObject({ present: { modality: 'M2' }, open: null, past: [{ status: 'decided' }] })
    expect(await propose(table, com!, to('M1'))).toMatchObject({ present: { modality: 'M1' } })
  })

  it('[MODAL-14] an organisation is one voice; a delegate speaks beside it, and whoever decides under neither rule is refused', async () => {
    const table = await Table.with(server, 'M1')
    const organisationId = await table.world.organisation('Water Watch')
    const [one, two] = [await table.seat('CSO', { organisationId }), await table.seat('CSO', { organisationId })]
    const com = await table.seat('COM', { organisationId })
    const { open } = await propose(table, one, to('M2'))
    expect(open!.voices).toHaveLength(2)
    expect(await table.refused(two, 'answerModality', { id: open!.id, body: AGREE })).toMatchObject({ rule: 'R-16' })
    for (const [role, rule] of [
      ['CIT', 'R-03'],
      ['NSO', 'R-03'],
      ['FAC', 'R-26'],
      ['OBS', 'INV-2']
    ] as const) {
      const person = await table.seat(role, { invitedByCivic: true, ...(role === 'CIT' ? { organisationId } : {}) })
      for (const body of [AGREE, OBJECT])
        expect([role, await table.refused(person, 'answerModality', { id: open!.id, body })]).toEqual([
          role,
          { code: 'not_allowed', rule, fields: [] }
        ])
    }
    await com.api.call('answerModality', { id: open!.id, body: AGREE })
    expect(await table.held()).toMatchObject({ modality: 'M2' })
  })

  it('[MODAL-15] last agreements at the same time make one transition and one row', async () => {
    const [table, nso, ...civic] = await tableOf('M3', 'NSO', 'CSO', 'COM', 'CSO', 'COM')
    const { open } = await propose(table, nso!, to('M4'))
    const number = async (): Promise<number> =>
      Number(
        (await server.pool.query<{ number: string }>('select number from access_scope where scope_id = $1', [table.id])).rows[0]!.number
      )
    const before = await number()
    const answers = await Promise.all(
      [...civic, ...civic].map(({ api }) => api.send('answerModality', { id: open!.id, body: AGREE }).then(({ status }) => status))
    )
    expect(answers.filter((status) => status === 200)).toHaveLength(4)
    expect(answers.filter((status) => status === 403 || status === 409)).toHaveLength(4)
    expect(await table.held()).toMatchObject({ modality: 'M4' })
    expect(await number()).toBe(before + 1)
    expect(await changes(table)).toEqual(['proposed M4 decided'])
  })

  it('[MODAL-15] an agreement and an objection at the same time: one of them is too late', async () => {
    const [table, nso, cso, com] = await tableOf('M3', 'NSO', 'CSO', 'COM')
    const { open } = await propose(table, nso!, to('M4'))
    await cso!.api.call('answerModality', { id: open!.id, body: AGREE })
    const statuses = await Promise.all([
      com!.api.send('answerModality', { id: open!.id, body: AGREE }),
      cso!.api.send('answerModality', { id: open!.id, body: OBJECT })
    ]).then((both) => both.map(({ status }) => status))
    expect(statuses.toSorted()).toEqual([200, 409])
    const isMoved = statuses[0] === 200
    expect(await table.held()).toMatchObject({ modality: isMoved ? 'M4' : 'M3' })
    expect(await changes(table)).toEqual([`proposed M4 ${isMoved ? 'decided' : 'refused'}`])
  })

  it('[MODAL-16] one is open at a time, also when two are proposed at once; the same key proposes once', async () => {
    const [table, cso, nso] = await tableOf('M3', 'CSO', 'NSO')
    const statuses = await Promise.all(
      [cso!, nso!].map(({ api }) => api.send('proposeModality', { id: table.id, body: to('M2') }).then(({ status }) => status))
    )
    expect(statuses.toSorted()).toEqual([200, 409])
    expect(await changes(table)).toEqual(['proposed M2 open'])
    const [other, com] = await tableOf('M3', 'COM', 'NSO')
    const twice = await Promise.all([propose(other, com!, to('M1'), 'one-key'), propose(other, com!, to('M1'), 'one-key')])
    expect(twice[0].open!.id).toBe(twice[1].open!.id)
    expect(await changes(other)).toEqual(['proposed M1 open'])
    expect((await com!.api.refusal('proposeModality', { id: other.id, body: to('M2'), key: 'one-key' })).code).toBe('already_made')
  })

  it('[MODAL-17] silence is never consent: after its day it has lapsed, for whoever reads and whoever answers', async () => {
    const [table, cso, nso] = await tableOf('M3', 'CSO', 'NSO')
    const { open } = await propose(table, nso!, to('M4'))
    await runOut(table)
    expect(await table.refused(cso!, 'answerModality', { id: open!.id, body: AGREE })).toMatchObject({ code: 'no_longer_open' })
    expect(await table.refused(nso!, 'withdrawModality', { id: open!.id })).toMatchObject({ code: 'no_longer_open' })
    const seen = await cso!.api.call('getModality', { id: table.id })
    expect(seen).toMatchObject({ open: null, mayPropose: true, present: { modality: 'M3' }, past: [{ id: open!.id, status: 'lapsed' }] })
    expect(seen.past[0]!.endedAt).toBe(seen.past[0]!.expiresAt)
    expect(await changes(table)).toEqual(['proposed M4 open'])
    await propose(table, cso!, to('M2'))
    expect(await changes(table)).toEqual(['proposed M4 lapsed', 'proposed M2 open'])
    await runOut(table)
    expect(await server.app.nest.get(ModalityCleaning).clean()).toBe(1)
    expect(await server.app.nest.get(ModalityCleaning).clean()).toBe(0)
    expect(await changes(table)).toEqual(['proposed M4 lapsed', 'proposed M2 lapsed'])
  })

  it('[MODAL-18] a proposal is its proposer’s to take back, while it is open', async () => {
    const [table, cso, nso] = await tableOf('M3', 'CSO', 'NSO')
    const { open } = await propose(table, nso!, to('M4'))
    expect(await table.refused(cso!, 'withdrawModality', { id: open!.id })).toMatchObject({ code: 'not_allowed', rule: 'R-16' })
    await nso!.api.call('withdrawModality', { id: open!.id })
    expect(await table.refused(nso!, 'withdrawModality', { id: open!.id })).toMatchObject({ code: 'no_longer_open' })
    expect((await cso!.api.call('getModality', { id: table.id })).past).toMatchObject([{ status: 'withdrawn' }])
  })

  it('[MODAL-19] the first modality is the definition test’s; after a change the answers are weighed again', async () => {
    const [table, cso, nso] = await tableOf('M0', 'CSO', 'NSO')
    expect(await table.refused(cso!, 'proposeModality', { id: table.id, body: to('M1') })).toMatchObject({
      code: 'not_allowed',
      rule: 'R-33'
    })
    for (const person of [cso!, nso!]) await table.answerAll(person, { Q3: 'jointly_nso' })
    const { open } = await propose(table, cso!, to('M4'))
    await nso!.api.call('answerModality', { id: open!.id, body: AGREE })
    expect(await table.held()).toMatchObject({ modality: 'M4', outcome: 'not_yet' })
    for (const person of [cso!, nso!]) await table.answerAll(person, { Q3: 'nso' })
    expect(await table.held()).toMatchObject({ modality: 'M4', outcome: 'citizen_data' })
    const { past, classified } = await cso!.api.call('getModality', { id: table.id })
    expect(past.map(({ from, to: then, status }) => [from.modality, then.modality, status])).toEqual([['M3', 'M4', 'decided']])
    expect(classified[0]).toMatchObject({ to: { modality: 'M4' }, outcome: 'citizen_data' })
    expect(classified.map(({ to: { modality } }) => modality)).toContain('M3')
    expect(classified.at(-1)).toMatchObject({ to: { modality: 'M0' }, outcome: 'not_yet' })
  })

  it('[MODAL-20] whoever may not know of the workspace finds neither it nor the change', async () => {
    const [table, cso, com] = await tableOf('M1', 'CSO', 'COM')
    const { open } = await propose(table, cso!, to('M2'))
    const outside = await tableOf('M1', 'CSO')
    const hidden = [await table.seat('NSO'), await table.seat('SEC'), outside[1]!, { ...com!, api: await ApiClient.newcomer(server) }]
    for (const { api } of hidden) {
      for (const id of [table.id, ABSENT, 'nonsense']) {
        expect((await api.refusal('getModality', { id })).code).toBe('not_found')
        expect(await api.refusal('proposeModality', { id, body: { nonsense: true } })).toEqual({
          code: 'not_found',
          rule: undefined,
          fields: []
        })
      }
      for (const id of [open!.id, ABSENT, 'nonsense']) {
        expect((await api.refusal('answerModality', { id, body: OBJECT })).code).toBe('not_found')
        expect((await api.refusal('withdrawModality', { id })).code).toBe('not_found')
      }
    }
    expect((await com!.api.call('getModality', { id: table.id })).open).toMatchObject({ status: 'open', mayAnswer: true })
  })

  it('[MODAL-21] whoever may not propose learns that before the body is looked at', async () => {
    const [table, osa, cit] = await tableOf('M3', 'OSA', 'CIT')
    for (const person of [osa!, cit!])
      expect(await table.refused(person, 'proposeModality', { id: table.id, body: { nonsense: true } })).toMatchObject({
        code: 'not_allowed',
        rule: 'R-05'
      })
  })

  it.each([
    ['no modality', { ...to('M2'), modality: 'M0' }, ['modality']],
    ['what holds already', to('M3'), ['modality']],
    ['no reason', to('M2', { reason: '  ' }), ['reason']],
    ['a lead where there is none', to('M2', { leadKind: 'OTH' }), ['leadKind']],
    ['no lead under M5', to('M5', { leadKind: null }), ['leadKind']],
    ['a partner where there is none', to('M4', { namedPartner: 'NSO' }), ['namedPartner']],
    ['another one’s voice', { ...to('M2'), voice: 'seat:1', status: 'decided' }, ['voice, status']]
  ] as const)('[MODAL-22] proposing %s is refused by the field and changes nothing', async (_what, body, fields) => {
    const [table, cso] = await tableOf('M3', 'CSO', 'NSO')
    expect(await table.refused(cso!, 'proposeModality', { id: table.id, body })).toEqual({ code: 'bad_input', rule: undefined, fields })
  })

  it.each([
    ['an objection without a reason', { ...OBJECT, reason: ' ' }, ['reason']],
    ['another stance', { ...AGREE, stance: 'abstain' }, ['stance']],
    ['another workspace', { ...AGREE, workspaceId: ABSENT }, ['workspaceId']]
  ] as const)('[MODAL-22] answering with %s is refused by the field and changes nothing', async (_what, body, fields) => {
    const [table, cso, nso] = await tableOf('M3', 'CSO', 'NSO')
    const { open } = await propose(table, nso!, to('M4'))
    expect(await table.refused(cso!, 'answerModality', { id: open!.id, body })).toEqual({ code: 'bad_input', rule: undefined, fields })
  })
})
