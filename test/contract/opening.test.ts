import type { OpenWorkspaceBody } from '@roundtable/shared/protocol'
import { createHash } from 'node:crypto'
import { CreationCleaning } from '../../server/src/platform/idempotent.js'
import { ApiClient } from '../support/api-client.js'
import { TestServer } from '../support/server.js'
import { World } from '../support/world.js'

const CITIZEN: OpenWorkspaceBody = {
  kind: 'initiative',
  title: 'Air at the school',
  country: 'KG',
  role: 'CIT',
  name: 'Quiet River',
  organisation: null,
  documents: [
    { kind: 'objectives', title: 'What we want to know' },
    { kind: 'roadmap', title: 'The first year' }
  ]
}
const OFFICE: OpenWorkspaceBody = {
  ...CITIZEN,
  kind: 'country_programme',
  title: 'Citizen data in the country',
  role: 'NSO',
  name: 'Aigul',
  organisation: { name: 'National Statistical Committee', kind: 'nso' },
  documents: [{ kind: 'roadmap', title: 'Roadmap' }]
}

describe('opening a workspace', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const newcomer = (name?: string): Promise<ApiClient> => ApiClient.newcomer(server, name)
  const rows = async (table: string): Promise<number> =>
    (await server.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]!.count

  it('[WORK-1] a citizen alone opens an initiative, holds the delegate’s seat provisionally, and is not stuck', async () => {
    const citizen = await newcomer()
    const card = await citizen.call('openWorkspace', { body: CITIZEN })
    expect(card).toMatchObject({ modality: 'M0', people: 1, mySeat: { role: 'COM', side: 'civic', name: 'Quiet River' } })
    const view = await citizen.call('getWorkspace', { id: card.id })
    expect(view.documentList.map(({ kind, right, title }) => ({ kind, right, title }))).toEqual([
      { kind: 'objectives', right: 'edit', title: 'What we want to know' },
      { kind: 'roadmap', right: 'edit', title: 'The first year' }
    ])
    expect(view.next).toContain('answer_definition')
    expect(view.creatable).toEqual(['objectives', 'plan', 'principles', 'agreement', 'roadmap'])
    expect((await citizen.call('listWorkspaces')).items.map(({ id }) => id)).toEqual([card.id])
  })

  it('[HTTP-20] what was sent under a key cannot be guessed from the tables, and the key is forgotten after a week', async () => {
    const citizen = await newcomer()
    await citizen.call('openWorkspace', { body: CITIZEN, key: 'told-again' })
    const found = await server.pool.query<{ hash: Buffer; operation: string }>(
      `select request_hash as hash, operation from idempotent_create where person_id = $1`,
      [citizen.personId]
    )
    const { hash, operation } = found.rows[0]!
    expect(operation).toBe('openWorkspace')
    for (const parts of [
      [operation, CITIZEN],
      ['creation', operation, CITIZEN]
    ]) {
      expect(hash).not.toEqual(createHash('sha256').update(JSON.stringify(parts)).digest())
    }
    const count = async () => (await server.pool.query('select 1 from idempotent_create where person_id = $1', [citizen.personId])).rowCount
    await server.pool.query(`update idempotent_create set created_at = now() - interval '6 days' where person_id = $1`, [citizen.personId])
    await server.app.nest.get(CreationCleaning).clean()
    expect(await count()).toBe(1)
    await server.pool.query(`update idempotent_create set created_at = now() - interval '8 days' where person_id = $1`, [citizen.personId])
    await server.app.nest.get(CreationCleaning).clean()
    expect(await count()).toBe(0)
  })

  it('[HTTP-21] a person opens twenty in a day, also when more are asked for at once, and is told when the next', async () => {
    const citizen = await newcomer()
    const answers = await Promise.all(
      Array.from({ length: 23 }, () => citizen.send('openWorkspace', { body: { ...CITIZEN, documents: [] } }))
    )
    expect(answers.filter(({ status }) => status === 200 || status === 201).length).toBe(20)
    const refused = answers.find(({ status }) => status === 429)!
    expect(await refused.json()).toMatchObject({ code: 'opened_too_many', args: { most: 20 } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000)
    await (await newcomer()).call('openWorkspace', { body: CITIZEN })
    await server.pool.query(
      `update workspace set created_at = now() - interval '25 hours' where opened_by in (select id from seat where person_id = $1)`,
      [citizen.personId]
    )
    await citizen.call('openWorkspace', { body: CITIZEN })
  })

  it('[WORK-2] a key makes it once, also when it comes twice at the same time; for something else it is refused', async () => {
    const citizen = await newcomer()
    const before = await rows('workspace')
    const answers = await Promise.all(Array.from({ length: 5 }, () => citizen.call('openWorkspace', { body: CITIZEN, key: 'only-once' })))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await rows('workspace')).toBe(before + 1)
    expect(await citizen.refusal('openWorkspace', { body: { ...CITIZEN, title: 'Another' }, key: 'only-once' })).toMatchObject({
      code: 'already_made'
    })
    expect(await (await newcomer()).call('openWorkspace', { body: CITIZEN, key: 'only-once' })).not.toMatchObject({ id: answers[0]!.id })
    expect(await citizen.refusal('openWorkspace', { body: CITIZEN, key: 'a'.repeat(101) })).toMatchObject({
      code: 'bad_input',
      fields: ['Idempotency-Key']
    })
  })

  it.each<[string, Partial<OpenWorkspaceBody> & Record<string, unknown>, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['a title that runs backwards', { title: 'abc\u202ecba' }, 'title'],
    ['no country of ISO 3166', { country: 'XX' }, 'country'],
    ['a role nobody opens with', { role: 'OBS' as 'CIT' }, 'role'],
    ['an office without a name', { role: 'NSO', organisation: null }, 'organisation'],
    ['an office that is a society', { role: 'NSO', organisation: { name: 'Club', kind: 'cso' } }, 'organisation.kind'],
    ['the secretariat and an initiative', { role: 'SEC' }, 'role'],
    ['a side of their own choice', { side: 'state' }, 'side'],
    ['a workspace of their own choice', { id: '0199a000-0000-7000-8000-000000000001' }, 'id'],
    ['four documents', { documents: Array.from({ length: 4 }, () => ({ kind: 'roadmap' as const, title: 'x' })) }, 'documents']
  ])('[WORK-3] refuses %s by the field, and nothing is made', async (_, change, field) => {
    const person = await newcomer()
    const before = [await rows('workspace'), await rows('seat'), await rows('organisation'), await rows('document')]
    const refusal = await person.refusal('openWorkspace', { body: { ...CITIZEN, ...change } })
    expect(refusal).toMatchObject({ code: 'bad_input', fields: expect.arrayContaining([field]) as string[] })
    expect([await rows('workspace'), await rows('seat'), await rows('organisation'), await rows('document')]).toEqual(before)
  })

  it('[WORK-4] the secretariat opens a country programme when the operator has said who it is, and nobody else does so in its name', async () => {
    const desk = await newcomer()
    const body = { ...OFFICE, role: 'SEC', organisation: null }
    expect(await desk.refusal('openWorkspace', { body })).toMatchObject({ code: 'not_allowed', rule: 'WORK-4' })
    await server.pool.query('update person set is_secretariat = true where id = $1', [desk.personId])
    const card = await desk.call('openWorkspace', { body })
    expect((await desk.call('getWorkspace', { id: card.id })).mySeat.role).toBe('SEC')
    expect((await desk.call('getProfile', { id: card.id })).acceptedBy).toEqual([])
    expect(await desk.refusal('acceptProgramme', { id: card.id })).toMatchObject({ code: 'not_allowed' })
  })

  it('[WORK-5] a country programme is active when both sides have accepted it, and asks no definition test', async () => {
    const office = await newcomer()
    const { id } = await office.call('openWorkspace', { body: OFFICE })
    expect(await office.call('getProfile', { id })).toMatchObject({ acceptedBy: ['state'] })
    expect(await office.call('getWorkspace', { id })).toMatchObject({
      modality: 'M3',
      status: 'forming',
      next: expect.not.arrayContaining(['answer_definition']) as string[]
    })
    await office.call('acceptProgramme', { id })
    expect((await office.call('getWorkspace', { id })).status).toBe('forming')
    const civic = await new World(server.pool, id).seat('CSO')
    const network = await ApiClient.as(server, civic.personId)
    expect((await network.call('getWorkspace', { id })).next[0]).toBe('accept_programme')
    expect((await network.call('acceptProgramme', { id })).acceptedBy).toEqual(['civic', 'state'])
    expect((await network.call('getWorkspace', { id })).status).toBe('active')
  })

  it('[WORK-6] a profile is written by whoever may edit it, and nobody overwrites what they have not seen', async () => {
    const world = await World.create(server.pool)
    const [cso, nso, observer] = await Promise.all(
      (['CSO', 'NSO', 'OBS'] as const).map(async (role) => ApiClient.as(server, (await world.seat(role)).personId))
    )
    const {
      country: _country,
      registry: _registry,
      voices: _voices,
      silence: _silence,
      acceptedBy: _accepted,
      selfDefinition: _selfDefinition,
      ...empty
    } = await cso!.call('getProfile', { id: world.workspaceId })
    const written = await cso!.call('updateProfile', {
      id: world.workspaceId,
      body: { ...empty, title: 'Safe wells', objectives: ['O1', 'OX'] }
    })
    expect(written).toMatchObject({ version: 1, title: 'Safe wells', objectives: ['O1', 'OX'] })
    expect(await nso!.refusal('updateProfile', { id: world.workspaceId, body: { ...empty, summary: 'late' } })).toMatchObject({
      code: 'changed_meanwhile'
    })
    expect(await observer!.refusal('updateProfile', { id: world.workspaceId, body: { ...written, summary: 'mine' } })).toMatchObject({
      code: 'not_allowed',
      rule: 'INV-2'
    })
    expect(await (await newcomer()).refusal('updateProfile', { id: world.workspaceId, body: {} })).toMatchObject({ code: 'not_found' })
    expect(await cso!.call('getProfile', { id: world.workspaceId })).toEqual(written)
  })

  it('[WORK-7] what the registry shows is the least of what the deciding sides allow; a side that is silent allows nothing', async () => {
    const world = await World.create(server.pool)
    const [cso, nso, secretariat] = await Promise.all(
      (['CSO', 'NSO', 'SEC'] as const).map(async (role) => ApiClient.as(server, (await world.seat(role)).personId))
    )
    const id = world.workspaceId
    const wish = async (who: ApiClient, level: string): Promise<string> =>
      (await who.call('wishRegistry', { id, body: { level } })).registry
    expect(await secretariat!.refusal('getWorkspace', { id })).toMatchObject({ code: 'not_found' })
    expect(await wish(nso!, 'full_read')).toBe('none')
    expect(await wish(cso!, 'card')).toBe('card')
    expect((await secretariat!.call('listWorkspaces')).items).toHaveLength(1)
    expect(await wish(nso!, 'country')).toBe('country')
    expect((await secretariat!.call('listWorkspaces')).items).toHaveLength(0)
    expect(await secretariat!.refusal('wishRegistry', { id, body: { level: 'full_read' } })).toMatchObject({ code: 'not_found' })
  })

  it('[WORK-12] each side says its own part at a stage, beside what Table 1 has; seats without a side have none', async () => {
    const world = await World.create(server.pool)
    const [cso, nso, facilitator] = await Promise.all(
      (['CSO', 'NSO', 'FAC'] as const).map(async (role) => ApiClient.as(server, (await world.seat(role, { name: `A ${role}` })).personId))
    )
    const id = world.workspaceId
    await cso!.call('sayStagePart', { id, body: { stage: 'S2', engagement: 'lead', note: 'We count.', seenAt: null } })
    const { stages } = await nso!.call('sayStagePart', { id, body: { stage: 'S2', engagement: 'consulted', note: '', seenAt: null } })
    const parts = stages.find(({ stage }) => stage === 'S2')!.parts
    expect(parts.map(({ side, usual, answer, isMine }) => [side, usual, answer?.engagement, answer?.answeredBy, isMine])).toEqual([
      ['civic', 'co_decide', 'lead', 'A CSO', false],
      ['state', 'co_decide', 'consulted', 'A NSO', true],
      ['other', 'contribute', undefined, undefined, false]
    ])
    expect(
      await facilitator!.refusal('sayStagePart', { id, body: { stage: 'S2', engagement: 'lead', note: '', seenAt: null } })
    ).toMatchObject({
      code: 'not_allowed',
      rule: 'WORK-12'
    })
    expect((await facilitator!.call('getStages', { id })).mayAnswer).toMatchObject({
      allowed: false,
      because: { rule: 'WORK-12', sentence: 'ability.because.WORK-12' }
    })
  })

  it('[WORK-26] a citizen who has not seen what the delegate wrote at a stage does not overwrite it', async () => {
    const world = await World.create(server.pool)
    const [delegate, citizen] = await Promise.all(
      (['COM', 'CIT'] as const).map(async (role) => ApiClient.as(server, (await world.seat(role)).personId))
    )
    const id = world.workspaceId
    const part = { stage: 'S2', engagement: 'lead', note: 'We count.' }
    const { stages } = await delegate!.call('sayStagePart', { id, body: { ...part, seenAt: null } })
    expect(await citizen!.refusal('sayStagePart', { id, body: { ...part, note: 'mine', seenAt: null } })).toMatchObject({
      code: 'changed_meanwhile'
    })
    const seenAt = stages.find(({ stage }) => stage === 'S2')!.parts.find(({ isMine }) => isMine)!.answer!.answeredAt
    await citizen!.call('sayStagePart', { id, body: { ...part, note: 'ours', seenAt } })
    expect(await delegate!.refusal('sayStagePart', { id, body: { ...part, seenAt } })).toMatchObject({ code: 'changed_meanwhile' })
  })

  it('[WORK-8] a document is added by whoever may edit its kind, once a key', async () => {
    const world = await World.create(server.pool, 'M2')
    const [cso, nso] = await Promise.all(
      (['CSO', 'NSO'] as const).map(async (role) => ApiClient.as(server, (await world.seat(role)).personId))
    )
    const id = world.workspaceId
    const body = { kind: 'agreement', title: 'Agreement' }
    const made = await Promise.all([1, 2, 3].map(() => cso!.call('createDocument', { id, body, key: 'agreement' })))
    expect(new Set(made.map((document) => document.id)).size).toBe(1)
    expect((await cso!.call('getDocument', { id: made[0]!.id })).right).toBe('edit')
    expect(await nso!.refusal('createDocument', { id, body })).toMatchObject({ code: 'not_allowed' })
    expect(await (await newcomer()).refusal('createDocument', { id, body })).toMatchObject({ code: 'not_found' })
    expect(await cso!.refusal('createDocument', { id, body: { kind: 'plain', title: 'x' } })).toMatchObject({
      code: 'bad_input',
      fields: ['kind']
    })
    expect((await cso!.call('getWorkspace', { id })).documentList).toHaveLength(1)
  })
})
