import type { DefinitionView } from '@roundtable/shared/protocol'
import { ApiClient } from '../support/api-client.js'
import { TestServer } from '../support/server.js'
import { Table, answerOf, type Seated } from '../support/table.js'

const ABSENT = '01999999-9999-7999-8999-999999999999'

describe('the definition test', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const view = (table: Table, { api }: Seated): Promise<DefinitionView> => api.call('getDefinition', { id: table.id })
  const rows = async (sql: string, id: string): Promise<unknown[]> =>
    (await server.pool.query<{ one: unknown }>(sql, [id])).rows.map(({ one }) => one)
  const classified = (table: Table): Promise<unknown[]> =>
    rows(
      `select to_modality || ' ' || outcome as one from modality_change where workspace_id = $1 and kind = 'classified' order by proposed_at, id`,
      table.id
    )

  it('[DEF-30] a citizen alone arrives at M1, and not before the last answer it takes', async () => {
    const table = await Table.with(server)
    const citizen = await table.seat('COM')
    for (const [question, value, modality] of [
      ['Q1', 'yes', 'M0'],
      ['Q2', 'yes', 'M0'],
      ['Q3', 'citizens', 'M0'],
      ['Q5', 'not_sure', 'M1'],
      ['Q5', 'empowerment', 'M1']
    ] as const) {
      await citizen.api.call('answerDefinition', { id: table.id, body: answerOf(question, value) })
      expect([question, (await table.held()).modality]).toEqual([question, modality])
    }
    expect(await table.held()).toEqual({ modality: 'M1', lead: null, partner: null, outcome: 'citizen_data' })
    expect((await view(table, citizen)).classification).toEqual({
      outcome: 'citizen_data',
      candidate: { modality: 'M1', leadKind: null, namedPartner: null },
      paragraph: 'Box 2, ¶15.1',
      missing: []
    })
    expect((await classified(table)).at(-1)).toBe('M1 citizen_data')
  })

  it('[DEF-31] NSO and CSO arrive at M3 only when both say so, and each sees the other’s answers beside their own', async () => {
    const table = await Table.with(server)
    const [cso, nso] = [await table.seat('CSO', { name: 'Water Watch' }), await table.seat('NSO', { name: 'The office' })]
    await table.answerAll(nso, { Q3: 'jointly_nso' })
    expect(await table.held()).toMatchObject({ modality: 'M0', outcome: 'not_yet' })
    await table.answerAll(cso, { Q3: 'citizens' })
    expect(await table.held()).toMatchObject({ modality: 'M0', outcome: 'not_yet' })
    expect((await view(table, cso)).classification.missing).toEqual([{ question: 'Q3', side: null, why: 'differs' }])
    await cso.api.call('answerDefinition', { id: table.id, body: answerOf('Q3', 'jointly_nso') })
    expect(await table.held()).toEqual({ modality: 'M3', lead: null, partner: 'NSO', outcome: 'citizen_data' })
    const { voices, frameworkVersion } = await view(table, nso)
    expect(frameworkVersion).toBe('1.0')
    expect(voices.map(({ name, side, counts, isMine, answers }) => ({ name, side, counts, isMine, Q3: answers[2] }))).toEqual([
      expect.objectContaining({ name: 'Water Watch', side: 'civic', counts: true, isMine: false }),
      expect.objectContaining({ name: 'The office', side: 'state', counts: true, isMine: true })
    ])
    for (const { answers } of voices)
      expect(answers[2]).toMatchObject({
        question: 'Q3',
        value: 'jointly_nso',
        reason: 'jointly_nso, for we have seen it',
        frameworkVersion: '1.0'
      })
  })

  it('[DEF-31] the office alone, or with a university, arrives nowhere', async () => {
    const table = await Table.with(server)
    const [nso, oth] = [await table.seat('NSO'), await table.seat('OTH')]
    for (const Q3 of ['nso', 'jointly_nso', 'citizens', 'other'])
      for (const more of [{}, { Q1: 'no' }, { Q5: 'official_only' }]) {
        await table.answerAll(nso, { Q3, ...more })
        await table.answerAll(oth, { Q3, ...more })
        expect(await table.held()).toMatchObject({ modality: 'M0', outcome: 'not_yet' })
      }
  })

  it('[DEF-32] every answer is kept with reason, evidence, version and seat; the latest of each voice counts', async () => {
    const table = await Table.with(server)
    const organisationId = await table.world.organisation('Water Watch')
    const [one, two] = [await table.seat('CSO', { organisationId }), await table.seat('CSO', { organisationId, name: 'Second' })]
    const evidence = ['https://example.org/minutes', 'Minutes of 3 May']
    await one.api.call('answerDefinition', { id: table.id, body: { ...answerOf('Q1', 'no'), evidence } })
    const { voices } = await two.api.call('answerDefinition', { id: table.id, body: answerOf('Q1', 'yes') })
    expect(voices).toHaveLength(1)
    expect(voices[0]).toMatchObject({ name: 'Water Watch', isMine: true, answers: [{ value: 'yes', answeredBy: 'Second' }] })
    const kept = await server.pool.query<object>(
      'select value, reason, evidence, framework_version, seat_id from definition_answer where workspace_id = $1 order by answered_at',
      [table.id]
    )
    expect(kept.rows).toEqual([
      { value: 'no', reason: 'no, for we have seen it', evidence, framework_version: '1.0', seat_id: one.seatId },
      { value: 'yes', reason: 'yes, for we have seen it', evidence: [], framework_version: '1.0', seat_id: two.seatId }
    ])
    expect(JSON.stringify(voices)).not.toContain(one.personId)
  })

  it('[DEF-33] whoever decides answers, an opinion is recorded and does not count, everybody else is refused with the rule', async () => {
    const table = await Table.with(server)
    const [cso, oth] = [await table.seat('CSO'), await table.seat('OTH', { invitedByCivic: true })]
    await table.answerAll(oth)
    expect((await view(table, cso)).classification.outcome).toBeNull()
    await table.answerAll(cso)
    await oth.api.refusal('answerDefinition', { id: table.id, body: answerOf('Q1', 'no') })
    expect(await table.held()).toMatchObject({ modality: 'M1', outcome: 'citizen_data' })
    const seen = (await view(table, cso)).voices.map(({ side, counts, answers }) => [side, counts, answers.length])
    expect(seen).toEqual([
      ['civic', true, 6],
      ['other', false, 6]
    ])
    for (const [role, rule] of [
      ['CIT', 'R-03'],
      ['FAC', 'R-26'],
      ['OBS', 'INV-2'],
      ['NSO', 'R-03']
    ] as const) {
      const person = await table.seat(role, { invitedByCivic: true })
      expect([role, await table.refused(person, 'answerDefinition', { id: table.id, body: answerOf('Q1', 'no') })]).toEqual([
        role,
        { code: 'not_allowed', rule, fields: [] }
      ])
    }
    await table.world.expireMandate(cso.seatId)
    expect(await table.refused(cso, 'answerDefinition', { id: table.id, body: answerOf('Q1', 'no') })).toMatchObject({ rule: 'R-34' })
  })

  it('[DEF-33] whoever may not know of the workspace finds nothing, as where there is none', async () => {
    const table = await Table.with(server, 'M1')
    const stranger = { ...(await table.seat('CSO')), api: await ApiClient.newcomer(server) }
    const uninvited = await table.seat('NSO')
    const secretariat = await table.seat('SEC')
    for (const person of [stranger, uninvited, secretariat])
      for (const id of [table.id, ABSENT, 'nonsense']) {
        expect(await person.api.refusal('getDefinition', { id })).toEqual({ code: 'not_found', rule: undefined, fields: [] })
        expect((await table.refused(person, 'answerDefinition', { id, body: answerOf('Q1', 'no') })).code).toBe('not_found')
      }
    await server.pool.query(`update workspace set kind = 'country_programme' where id = $1`, [table.id])
    const cso = await table.seat('CSO')
    expect((await cso.api.refusal('getDefinition', { id: table.id })).code).toBe('not_found')
    expect((await table.refused(cso, 'answerDefinition', { id: table.id, body: answerOf('Q1', 'no') })).code).toBe('not_found')
  })

  it('[DEF-34] a civic "no" at Q4 is "not yet" under M4, whatever the office says; both saying no is out of scope (R-07)', async () => {
    const table = await Table.with(server)
    const [com, cso, nso] = [await table.seat('COM'), await table.seat('CSO'), await table.seat('NSO')]
    for (const person of [com, cso, nso]) await table.answerAll(person, { Q3: 'nso' })
    expect(await table.held()).toMatchObject({ modality: 'M4', outcome: 'citizen_data' })
    await com.api.call('answerDefinition', { id: table.id, body: answerOf('Q4', 'no') })
    expect(await table.held()).toMatchObject({ modality: 'M4', outcome: 'not_yet' })
    await nso.api.call('answerDefinition', { id: table.id, body: answerOf('Q4', 'yes') })
    expect(await table.held()).toMatchObject({ modality: 'M4', outcome: 'not_yet' })
    for (const person of [cso, nso]) await person.api.call('answerDefinition', { id: table.id, body: answerOf('Q4', 'no') })
    expect(await table.held()).toMatchObject({ modality: 'M4', outcome: 'out_of_scope' })
  })

  it('[DEF-35] out of scope is read with its reasons, and can be tested again', async () => {
    const table = await Table.with(server)
    const cso = await table.seat('CSO')
    await cso.api.call('answerDefinition', { id: table.id, body: answerOf('Q1', 'no') })
    expect(await table.held()).toMatchObject({ modality: 'M0', outcome: 'out_of_scope' })
    const proposal = { modality: 'M1', leadKind: null, namedPartner: null, reason: 'so' }
    expect(await table.refused(cso, 'proposeModality', { id: table.id, body: proposal })).toMatchObject({ rule: 'R-33' })
    await table.answerAll(cso)
    expect(await table.held()).toMatchObject({ modality: 'M1', outcome: 'citizen_data' })
  })

  it('[DEF-36] while a modality holds answers change the outcome alone, for everybody at once', async () => {
    const table = await Table.with(server)
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    for (const person of [cso, nso]) await table.answerAll(person, { Q3: 'jointly_nso' })
    for (const person of [cso, nso]) await table.answerAll(person, { Q3: 'nso' })
    expect(await table.held()).toMatchObject({ modality: 'M3', partner: 'NSO', outcome: 'not_yet' })
    expect((await view(table, nso)).classification).toMatchObject({ outcome: 'not_yet', candidate: { modality: 'M4' } })
    for (const person of [cso, nso]) await table.answerAll(person, { Q3: 'jointly_nso' })
    expect(await table.held()).toMatchObject({ modality: 'M3', outcome: 'citizen_data' })
    await table.seat('CSO', { name: 'Newly come and silent' })
    await cso.api.call('answerDefinition', { id: table.id, body: answerOf('Q6', 'yes') })
    expect(await table.held()).toMatchObject({ modality: 'M3', outcome: 'not_yet' })
  })

  it('[DEF-37] answers that come at the same time are all kept, and come to one thing', async () => {
    const table = await Table.with(server)
    const people = [await table.seat('CSO'), await table.seat('COM'), await table.seat('NSO'), await table.seat('NSO')]
    for (const person of people) await table.answerAll(person, { Q3: 'not_sure' })
    await Promise.all(people.map(({ api }) => api.call('answerDefinition', { id: table.id, body: answerOf('Q3', 'jointly_nso') })))
    expect(await table.held()).toEqual({ modality: 'M3', lead: null, partner: 'NSO', outcome: 'citizen_data' })
    expect(
      await rows(`select count(*)::int as one from definition_answer where workspace_id = $1 and value = 'jointly_nso'`, table.id)
    ).toEqual([4])
    expect((await classified(table)).filter((one) => one === 'M3 citizen_data')).toHaveLength(1)
  })

  it('[DEF-37] what changes the modality raises the access number in the same transaction, and is told', async () => {
    const table = await Table.with(server)
    const citizen = await table.seat('COM')
    const number = () => rows('select number as one from access_scope where scope_id = $1', table.id)
    const before = await number()
    await table.answerAll(citizen)
    expect(Number((await number())[0])).toBeGreaterThan(Number(before[0]))
    const { classified: history } = await citizen.api.call('getModality', { id: table.id })
    expect(history.map(({ to, outcome }) => `${to.modality} ${outcome}`)).toEqual(((await classified(table)) as string[]).toReversed())
  })

  it('[DEF-38] what somebody said before they left stays, and counts no more', async () => {
    const table = await Table.with(server)
    const [cso, com] = [await table.seat('CSO', { name: 'Gone' }), await table.seat('COM')]
    await table.answerAll(cso, { Q3: 'citizens_with_partners' })
    await table.answerAll(com)
    expect(await table.held()).toMatchObject({ modality: 'M0' })
    await table.world.endSeat(cso.seatId)
    await com.api.call('answerDefinition', { id: table.id, body: answerOf('Q5', 'empowerment') })
    expect(await table.held()).toMatchObject({ modality: 'M1', outcome: 'citizen_data' })
    expect((await view(table, com)).voices.find(({ name }) => name === 'Gone')).toMatchObject({ counts: false, answers: { length: 6 } })
  })

  it.each([
    ['an unknown question', { question: 'Q7' }, ['question']],
    ['an answer to another question', { value: 'empowerment' }, ['value']],
    ['an answer that is none', { question: 'Q3', value: 'yes' }, ['value']],
    ['an answer of another type', { value: 1 }, ['value']],
    ['no reason', { reason: '   ' }, ['reason']],
    ['a reason without end', { reason: 'x'.repeat(4001) }, ['reason']],
    ['evidence without end', { evidence: Array.from({ length: 21 }, () => 'one') }, ['evidence']],
    ['evidence that cannot be seen', { evidence: ['a\u202eb'] }, ['evidence.0']],
    ['another side’s name', { side: 'state' }, ['side']],
    ['another voice’s name', { voice: 'seat:1', seatId: ABSENT }, ['voice, seatId']],
    ['another version of the Framework', { frameworkVersion: '0.9' }, ['frameworkVersion']]
  ] as const)('[DEF-39] %s is refused by the field and changes nothing', async (_what, wrong, fields) => {
    const table = await Table.with(server)
    const cso = await table.seat('CSO')
    const body = { question: 'Q1', value: 'yes', reason: 'so', evidence: [], ...wrong }
    expect(await table.refused(cso, 'answerDefinition', { id: table.id, body })).toEqual({ code: 'bad_input', rule: undefined, fields })
  })

  it('[DEF-39] "not sure" needs no reason', async () => {
    const table = await Table.with(server)
    const cso = await table.seat('CSO')
    const { classification } = await cso.api.call('answerDefinition', { id: table.id, body: { ...answerOf('Q1', 'not_sure'), reason: '' } })
    expect(classification.missing).toContainEqual({ question: 'Q1', side: 'civic', why: 'not_sure' })
  })
})
