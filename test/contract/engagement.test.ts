import type { StagesView } from '@roundtable/shared/protocol'
import { ApiClient } from '../support/api-client.js'
import { EventsClient } from '../support/events-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

describe('degree and quality of engagement at a stage', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const SAID = {
    degree: {
      extent: 'most',
      durationDays: 90,
      effortHours: 1200,
      groups: ['River families', 'Those who fish at night'],
      intensity: 'regularly'
    },
    quality: { needsFit: 'mostly', impact: 'partly', influence: null },
    evidence: ['Minutes of eleven village meetings'],
    note: 'They chose the wells.'
  } as const
  const body = (more: object = {}) => ({ stage: 'S2', seenAt: null, ...SAID, ...more })
  const say = (room: Room, { api }: Seated, more: object = {}) => api.call('sayEngagement', { id: room.id, body: body(more) })
  const refused = (room: Room, { api }: Pick<Seated, 'api'>, more: object = {}) =>
    api.refusal('sayEngagement', { id: room.id, body: body(more) })
  const partsOf = ({ stages }: StagesView, stage = 'S2') => stages.find((row) => row.stage === stage)!.parts
  const rows = async (room: Room): Promise<string> => {
    const { rows: found } = await server.pool.query('select * from stage_engagement where workspace_id = $1 order by stage, side', [
      room.id
    ])
    return JSON.stringify(found)
  }

  it('[WORK-50] each side says how it sees the engagement; both answers stand beside each other, and a side that has not answered has none', async () => {
    const room = await Room.open(server)
    const [cso, nso, observer] = await room.seats('CSO', 'NSO', 'OBS')
    await say(room, cso)
    const degree = { extent: 'some', durationDays: null, effortHours: null, groups: [], intensity: null } as const
    const seen = await say(room, nso, { degree, evidence: [], note: '' })
    expect(partsOf(seen).map(({ side, degreeAndQuality }) => [side, degreeAndQuality?.degree.extent ?? null])).toEqual([
      ['civic', 'most'],
      ['state', 'some'],
      ['other', null]
    ])
    const shown = partsOf(await observer.api.call('getStages', { id: room.id }))[0]!.degreeAndQuality
    expect(shown).toMatchObject(SAID)
    expect(JSON.stringify(seen)).not.toMatch(/average|score|total/i)
    expect(partsOf(seen, 'S3').every(({ degreeAndQuality }) => degreeAndQuality === null)).toBe(true)
    // What a side does and how it sees the engagement are two answers.
    expect(partsOf(seen)[0]!.answer).toBeNull()
  })

  it('[WORK-51] what another of the side said meanwhile is not overwritten by whoever has not seen it; nor at the same moment', async () => {
    const room = await Room.open(server)
    const [delegate, citizen] = await room.seats('COM', 'CIT')
    const both = await Promise.allSettled([say(room, delegate), say(room, citizen, { note: 'Mine.' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const before = await rows(room)
    expect(await refused(room, citizen)).toMatchObject({ code: 'changed_meanwhile' })
    expect(await rows(room)).toBe(before)
    const seenAt = partsOf(await citizen.api.call('getStages', { id: room.id }))[0]!.degreeAndQuality!.answeredAt
    await say(room, citizen, { seenAt, note: 'Ours.' })
    expect(await refused(room, delegate, { seenAt })).toMatchObject({ code: 'changed_meanwhile' })
  })

  it('[WORK-52] whoever has no part of their own at a stage says none: with the rule, and nothing is changed', async () => {
    const joint = await Room.open(server)
    await server.pool.query(`update workspace set registry = 'full_read' where id = $1`, [joint.id])
    const civic = await Room.open(server, 'M1')
    const [facilitator, observer, secretariat] = await joint.seats('FAC', 'OBS', 'SEC')
    const [office, other] = await civic.seats('NSO', 'OTH')
    const uninvited = await civic.seat('OSA', { isInvited: false })
    const outsider = { api: await ApiClient.newcomer(server) }
    expect(await refused(joint, facilitator)).toMatchObject({ code: 'not_allowed', rule: 'WORK-12' })
    for (const [room, who] of [
      [joint, observer],
      [joint, secretariat],
      [civic, office],
      [civic, other]
    ] as const)
      expect(await refused(room, who)).toMatchObject({ code: 'not_allowed', rule: 'A11' })
    for (const who of [uninvited, outsider]) expect(await refused(civic, who)).toMatchObject({ code: 'not_found' })
    expect([await rows(joint), await rows(civic)]).toEqual(['[]', '[]'])
  })

  it('[WORK-53] what is no answer is refused by the field, and changes nothing', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const degree = SAID.degree
    const wrong: readonly (readonly [object, string])[] = [
      [{ stage: 'S7' }, 'stage'],
      [{ degree: { ...degree, extent: 'very much' } }, 'degree.extent'],
      [{ degree: { ...degree, durationDays: -1 } }, 'degree.durationDays'],
      [{ degree: { ...degree, effortHours: 1.5 } }, 'degree.effortHours'],
      [{ degree: { ...degree, groups: ['x'.repeat(201)] } }, 'degree.groups.0'],
      [{ degree: { ...degree, groups: Array.from({ length: 21 }, (_, at) => `group ${at}`) } }, 'degree.groups'],
      [{ quality: { ...SAID.quality, impact: 7 } }, 'quality.impact'],
      [{ evidence: ['x'.repeat(1001)] }, 'evidence.0'],
      [{ note: 'x'.repeat(2001) }, 'note'],
      [{ side: 'state' }, 'side']
    ]
    for (const [more, field] of wrong) expect(await refused(room, cso, more)).toMatchObject({ code: 'bad_input', fields: [field] })
    expect(await rows(room)).toBe('[]')
  })

  it('[WORK-50] whoever watches hears that the stages are other than before', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    const ear = await new EventsClient(server, nso.api).opened()
    await ear.watch(room.id)
    await say(room, cso)
    await ear.until(() => ear.changed.length > 0, 'the change')
    expect(ear.changed).toEqual([{ workspaceId: room.id, part: 'stages' }])
    ear.close()
  })
})
