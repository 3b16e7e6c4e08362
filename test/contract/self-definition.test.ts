import type { Profile, ProfileView } from '@roundtable/shared/protocol'
import { ApiClient } from '../support/api-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

const WORDS = { populationLabel: 'River families', identification: 'Whoever says that their family lives from the river belongs.' }

/** how a population names itself is agreed before the design gate closes, whatever the modality. */
describe('the population names itself', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const read = (room: Room, { api }: Seated) => api.call('getProfile', { id: room.id })
  async function bodyOf(room: Room, who: Seated, more: Partial<Profile> = {}): Promise<Profile> {
    const { country: _c, registry: _r, voices: _v, silence: _s, acceptedBy: _a, selfDefinition: _d, ...profile } = await read(room, who)
    return { ...profile, ...more }
  }
  const write = async (room: Room, who: Seated, more: Partial<Profile>): Promise<ProfileView> =>
    who.api.call('updateProfile', { id: room.id, body: await bodyOf(room, who, more) })
  const refusedTo = async (room: Room, who: Seated, more: Partial<Profile>) =>
    who.api.refusal('updateProfile', { id: room.id, body: await bodyOf(room, who, more) })
  const agree = async (room: Room, who: Seated, agrees = true): Promise<ProfileView> =>
    who.api.call('agreePopulation', { id: room.id, body: { version: (await read(room, who)).version, agrees } })
  const everything = async (room: Room): Promise<string> =>
    JSON.stringify(
      (
        await server.pool.query(
          `select (select json_agg(a order by voice) from population_agreement a where workspace_id = $1) as agreements,
             (select to_json(p) from workspace_profile p where workspace_id = $1) as profile`,
          [room.id]
        )
      ).rows
    )

  it('[WORK-54] nobody goes on from design before every voice of every side that decides has agreed, the civic side always; then everybody may', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO', { organisation: 'River Watch' })
    const [delegate, nso] = await room.seats('COM', 'NSO')
    await write(room, cso, { ...WORDS, stage: 'S1' })
    const before = await everything(room)
    for (const stage of ['S2', 'S6'] as const)
      expect(await refusedTo(room, nso, { stage })).toMatchObject({ code: 'not_allowed', rule: 'R-08' })
    expect(await everything(room)).toBe(before)
    for (const who of [nso, cso]) {
      expect((await agree(room, who)).selfDefinition?.isAgreed).toBe(false)
      expect(await refusedTo(room, cso, { stage: 'S2' })).toMatchObject({ code: 'not_allowed', rule: 'R-08' })
    }
    expect((await read(room, cso)).selfDefinition?.agreedBy).toEqual(['state'])
    const { selfDefinition, voices } = await agree(room, delegate)
    expect(selfDefinition).toMatchObject({
      isAgreed: true,
      agreedBy: ['civic', 'state'],
      because: { rule: 'R-08', paragraph: '¶17.7, ¶25' }
    })
    expect(voices?.every(({ agreesToNames }) => agreesToNames)).toBe(true)
    expect((await write(room, nso, { stage: 'S2' })).stage).toBe('S2')
  })

  it.each([
    ['M1', 'COM', []],
    ['M2', 'COM', []],
    ['M3', 'COM', ['NSO']],
    ['M4', 'COM', ['NSO']],
    ['M5', 'COM', ['OTH']]
  ] as const)('[WORK-54] under %s the civic side agrees, and whoever decides beside it', async (modality, civic, others) => {
    const room = await Room.open(server, modality)
    const delegate = await room.seat(civic)
    const beside = await Promise.all(others.map((role) => room.seat(role)))
    const writer = modality === 'M4' || modality === 'M5' ? beside[0]! : delegate
    await write(room, writer, { ...WORDS, stage: 'S1' })
    for (const who of beside) await agree(room, who)
    expect(await refusedTo(room, writer, { stage: 'S2' })).toMatchObject({ code: 'not_allowed', rule: 'R-08' })
    expect((await agree(room, delegate)).selfDefinition?.isAgreed).toBe(true)
    expect((await write(room, writer, { stage: 'S2' })).stage).toBe('S2')
  })

  it('[WORK-55] other words are agreed to anew, also those that come in the same breath as the next stage; the same words again need nobody', async () => {
    const room = await Room.open(server)
    const [delegate, nso] = await room.seats('COM', 'NSO')
    await write(room, delegate, { ...WORDS, populations: ['PI', 'PO'], stage: 'S1' })
    for (const who of [delegate, nso]) await agree(room, who)
    for (const more of [
      { populationLabel: 'People of the delta' },
      { identification: 'Ask the office' },
      { populations: ['PI' as const] }
    ]) {
      expect(await refusedTo(room, nso, { ...more, stage: 'S2' })).toMatchObject({ code: 'not_allowed', rule: 'R-08' })
      await write(room, nso, more)
      expect((await read(room, nso)).selfDefinition).toMatchObject({ isAgreed: false, agreedBy: [] })
      await write(room, nso, { ...WORDS, populations: ['PO', 'PI'] })
      expect((await read(room, nso)).selfDefinition?.isAgreed).toBe(true)
    }
    expect((await agree(room, delegate, false)).selfDefinition).toMatchObject({ isAgreed: false, agreedBy: ['state'] })
    expect(await refusedTo(room, nso, { stage: 'S2' })).toMatchObject({ code: 'not_allowed', rule: 'R-08' })
  })

  it('[WORK-55] a voice that comes before the design is closed is asked as well; whoever has gone on is not called back', async () => {
    const room = await Room.open(server, 'M1')
    const delegate = await room.seat('COM')
    await write(room, delegate, { ...WORDS, stage: 'S1' })
    expect((await agree(room, delegate)).selfDefinition?.isAgreed).toBe(true)
    const cso = await room.seat('CSO', { organisation: 'River Watch' })
    expect(await refusedTo(room, delegate, { stage: 'S2' })).toMatchObject({ code: 'not_allowed', rule: 'R-08' })
    await agree(room, cso)
    await write(room, delegate, { stage: 'S2' })
    await room.seat('CSO', { organisation: 'Later Friends' })
    expect((await write(room, delegate, { stage: 'S3' })).stage).toBe('S3')
  })

  it('[WORK-56] whoever does not decide agrees for nobody; nor does an expired mandate, and whoever may not know of it finds nothing', async () => {
    const room = await Room.open(server, 'M4')
    await server.pool.query(`update workspace set registry = 'card' where id = $1`, [room.id])
    const [nso, expired] = await room.seats('NSO', 'COM')
    await write(room, nso, { ...WORDS, stage: 'S1' })
    await room.expireMandate(expired)
    const [citizen, facilitator, observer, secretariat, other] = await room.seats('CIT', 'FAC', 'OBS', 'SEC', 'OTH')
    const before = await everything(room)
    const refused = (who: Pick<Seated, 'api'>, body: object = {}) =>
      who.api.refusal('agreePopulation', { id: room.id, body: { version: 1, agrees: true, ...body } })
    for (const [who, rule] of [
      [citizen, 'R-06'],
      [other, 'R-06'],
      [facilitator, 'R-26'],
      [observer, 'INV-2'],
      [secretariat, 'INV-2'],
      [expired, 'R-34']
    ] as const)
      expect([who.role, await refused(who)]).toMatchObject([who.role, { code: 'not_allowed', rule }])
    expect(await refused({ api: await ApiClient.newcomer(server) })).toMatchObject({ code: 'not_found' })
    expect(await refused(nso, { voice: 'civic' })).toMatchObject({ code: 'bad_input', fields: ['voice'] })
    expect(await refused(nso, { version: 0 })).toMatchObject({ code: 'changed_meanwhile' })
    expect(await everything(room)).toBe(before)
    // The office alone goes nowhere, whoever of the civic side is here or not.
    await agree(room, nso)
    expect(await refusedTo(room, nso, { stage: 'S2' })).toMatchObject({ code: 'not_allowed', rule: 'R-08' })
  })

  it('[WORK-56] nobody agrees to what has not been said, and a country programme has nothing to agree to', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    expect(await cso.api.refusal('agreePopulation', { id: room.id, body: { version: 0, agrees: true } })).toMatchObject({
      code: 'bad_input',
      fields: ['populationLabel', 'identification']
    })
    await server.pool.query(`update workspace set kind = 'country_programme' where id = $1`, [room.id])
    expect(await cso.api.refusal('agreePopulation', { id: room.id, body: { version: 0, agrees: true } })).toMatchObject({
      code: 'no_longer_open'
    })
    expect((await write(room, cso, { stage: 'S3' })).stage).toBe('S3')
  })

  it('[WORK-55] an agreement and a change of the words at the same moment: whichever comes first, nobody has agreed to words that they have not read', async () => {
    const room = await Room.open(server, 'M1')
    const delegate = await room.seat('COM')
    const { version } = await write(room, delegate, { ...WORDS, stage: 'S1' })
    const other = await bodyOf(room, delegate, { populationLabel: 'Somebody else' })
    await Promise.allSettled([
      delegate.api.call('agreePopulation', { id: room.id, body: { version, agrees: true } }),
      delegate.api.call('updateProfile', { id: room.id, body: other })
    ])
    const { populationLabel, selfDefinition } = await read(room, delegate)
    expect([populationLabel, selfDefinition?.isAgreed]).toEqual(['Somebody else', false])
  })
})
