import { PLAIN_OBJECT, artefactOf, isOnRegistry, liveRightOf } from '@roundtable/shared/ability'
import { DOCUMENT_KINDS, LEAD_KINDS, MODALITIES, REGISTRY_LEVELS, ROLES, sideOfRole } from '@roundtable/shared/framework'
import { SEAT_SEES_DOCUMENT, SEAT_SEES_WORKSPACE, ask, readMember, readMembers } from '../../server/src/ability/index.js'
import { ApiClient } from '../support/api-client.js'
import { Room } from '../support/seated.js'
import { TestServer } from '../support/server.js'

/** Principles that nobody keeps are the third side's here: each side has one document of them. */
const KEPT_BY = [null, 'civic', 'state'] as const

describe('what a person may know of', () => {
  let server: TestServer
  let person: ApiClient
  /** One person with a seat in a workspace of every kind. */
  let ids: string[]
  const query = async <T>(sql: string, values: unknown[]): Promise<T[]> => (await server.pool.query(sql, values)).rows as T[]

  beforeAll(async () => {
    server = await TestServer.start()
    person = await ApiClient.newcomer(server)
    const rows = await query<{ id: string }>(
      `with worlds as (
         insert into workspace (id, kind, title, country, modality, lead_kind, named_partner, registry, outcome, status)
         select gen_random_uuid(), 'initiative', role || invited, 'XS', modality, case when modality = 'M5' then lead_kind end, 'NSO', registry, outcome, 'design'
         from unnest($1::text[]) modality, unnest($2::text[]) registry, unnest($3::text[]) role, unnest(array[true, false]) invited,
           unnest($4::text[]) lead_kind, unnest(array[null, 'out_of_scope']) outcome
         where lead_kind = 'OTH' or modality = 'M5' returning id, title
       )
       insert into seat (id, workspace_id, person_id, side, role, name, invited_by_civic)
       select gen_random_uuid(), id, $5, s.side, s.role, 'Me', title like '%true' from worlds
       join unnest($3::text[], $6::text[]) as s (role, side) on title like s.role || '%' returning workspace_id as id`,
      [MODALITIES, REGISTRY_LEVELS, ROLES, LEAD_KINDS, person.personId, ROLES.map(sideOfRole)]
    )
    ids = rows.map(({ id }) => id)
  })
  afterAll(() => server.close())

  it('[WORK-20] the list holds a workspace exactly where the person may know of it', async () => {
    const expected: string[] = []
    for (const id of ids) {
      const member = await readMember(query, id, person.personId)
      if (ask(member!, { action: 'view', artefact: 'PROF' }).allowed) expected.push(id)
    }
    const listed: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await person.call('listWorkspaces', {
        query: { limit: '100', ...(cursor ? { cursor } : {}) }
      })
      listed.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(ids.length).toBeGreaterThan(1000)
    expect(expected.length).toBeLessThan(ids.length)
    expect(listed.sort()).toEqual(expected.sort())
  })

  it('[WORK-70] a document of any kind is found exactly where its own page would be there', async () => {
    const members = await readMembers(
      query,
      ids.map((workspaceId) => ({ workspaceId, personId: person.personId }))
    )
    const expected = members.flatMap((member) =>
      DOCUMENT_KINDS.flatMap((kind) =>
        KEPT_BY.filter((privateTo) => {
          const published = isOnRegistry(member!.actor.role, artefactOf(kind), member!.workspace.registry)
          const context = { ...member!.workspace, ...PLAIN_OBJECT, state: 'draft', privateTo, published } as const
          return liveRightOf(member!.actor, kind, context).right !== null
        }).map((privateTo) => `${member!.workspaceId} ${kind} ${privateTo}`)
      )
    )
    await query(
      `insert into document (id, workspace_id, family_id, kind, title, stage, side, private_to)
       select gen_random_uuid(), workspace, gen_random_uuid(), kind, '', case when kind = 'plan' then 'S1' end, coalesce(keeper, case when kind = 'principles' then 'other' end), keeper
       from unnest($1::uuid[]) workspace, unnest($2::text[]) kind, unnest($3::text[]) keeper`,
      [ids, DOCUMENT_KINDS, KEPT_BY]
    )
    const found = await query<{ place: string }>(
      `select concat_ws(' ', w.id, d.kind, coalesce(d.private_to, 'null')) as place
       from seat s join workspace w on w.id = s.workspace_id join document d on d.workspace_id = w.id
       where s.person_id = $1 and ${SEAT_SEES_WORKSPACE} and ${SEAT_SEES_DOCUMENT}`,
      [person.personId]
    )
    expect(expected.length).toBeLessThan(ids.length * DOCUMENT_KINDS.length * KEPT_BY.length)
    expect(found.map(({ place }) => place).sort()).toEqual(expected.sort())
  })
})

describe('a registry card', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  it('[WORK-28] shows the secretariat what the initiative is about, and nobody’s name or answer', async () => {
    const room = await Room.open(server)
    const [cso, desk] = [await room.seat('CSO', { name: 'Quiet Otter' }), await room.seat('SEC')]
    const set = (level: string) => server.pool.query('update workspace set registry = $2 where id = $1', [room.id, level])
    await server.pool.query(`update workspace_profile set identification = 'People of the river' where workspace_id = $1`, [room.id])
    await set('card')
    expect(await desk.api.call('getProfile', { id: room.id })).toMatchObject({ identification: '', voices: null, selfDefinition: null })
    const seen = await desk.api.call('getWorkspace', { id: room.id })
    expect(seen.seats.map(({ role }) => role)).toEqual(['SEC'])
    expect(JSON.stringify([seen, await desk.api.call('getProfile', { id: room.id })])).not.toContain('Quiet Otter')
    for (const operation of ['listPeople', 'getDefinition', 'getModality', 'getStages'] as const)
      expect(await desk.api.refusal(operation, { id: room.id })).toMatchObject({ code: 'not_allowed' })
    expect((await cso.api.call('getWorkspace', { id: room.id })).seats).toHaveLength(2)
    await set('full_read')
    expect((await desk.api.call('getProfile', { id: room.id })).identification).toBe('People of the river')
    expect((await desk.api.call('listPeople', { id: room.id })).members.map(({ name }) => name)).toContain('Quiet Otter')
  })

  it('[WORK-80] what a seat does not see is told as not shown, exactly where its page would be refused, and never as absent', async () => {
    const PARTS = {
      people: 'listPeople',
      definition: 'getDefinition',
      modality: 'getModality',
      stages: 'getStages',
      principles: 'getPrinciples'
    } as const
    const room = await Room.open(server)
    const seated = [await room.seat('CSO'), await room.seat('SEC'), await room.seat('OBS'), await room.seat('FAC'), await room.seat('NSO')]
    const shown = async (): Promise<Record<string, readonly string[]>> => {
      const all: Record<string, readonly string[]> = {}
      for (const { api, role } of seated) {
        const opened = await Promise.all(
          Object.entries(PARTS).map(async ([part, operation]) =>
            (await api.send(operation, { id: room.id })).status === 200 ? [] : [part]
          )
        )
        all[role] = (await api.call('getWorkspace', { id: room.id })).notShown
        expect([role, all[role]]).toEqual([role, opened.flat()])
        expect((await api.call('getProfile', { id: room.id })).voices === null).toBe(all[role].includes('people'))
      }
      return all
    }
    const set = (facts: string) => server.pool.query(`update workspace set ${facts} where id = $1`, [room.id])
    await set(`registry = 'card'`)
    expect(await shown()).toMatchObject({ CSO: [], SEC: Object.keys(PARTS), OBS: [], FAC: [] })
    await set(`registry = 'full_read'`)
    expect(await shown()).toMatchObject({ CSO: [], SEC: [], OBS: [] })
    await set(`modality = 'M1'`)
    await server.pool.query('update seat set invited_by_civic = true where workspace_id = $1', [room.id])
    expect(await shown()).toMatchObject({ CSO: [], NSO: ['principles'] })
  })

  it('[WORK-81] with the roadmap on it, the registry shows the secretariat the shared roadmap to read, and nobody’s name', async () => {
    const room = await Room.open(server)
    const [cso, desk] = [await room.seat('CSO'), await room.seat('SEC')]
    const [roadmap, kept, other] = [
      await room.world.document('roadmap'),
      await room.world.document('roadmap'),
      await room.world.document('objectives')
    ]
    await server.pool.query(`update document set side = 'civic', private_to = 'civic' where id = $1`, [kept])
    const set = (level: string) => server.pool.query('update workspace set registry = $2 where id = $1', [room.id, level])
    const listed = async () => (await desk.api.call('getWorkspace', { id: room.id })).documentList.map(({ title, right }) => [title, right])
    await set('card')
    expect(await listed()).toEqual([])
    expect(await desk.api.refusal('getDocument', { id: roadmap })).toMatchObject({ code: 'not_found' })
    await set('card_and_roadmap')
    expect(await listed()).toEqual([['roadmap', 'view']])
    expect(await desk.api.call('getDocument', { id: roadmap })).toMatchObject({ right: 'view' })
    expect((await desk.api.call('listDocuments', { query: { kind: 'roadmap' } })).items.map(({ id }) => id)).toEqual([roadmap])
    for (const id of [kept, other]) expect(await desk.api.refusal('getDocument', { id })).toMatchObject({ code: 'not_found' })
    // Who was asked for its tasks, and what the sides say of them, names people.
    for (const operation of ['getTasks', 'getTaskHistory'] as const)
      expect(await desk.api.refusal(operation, { id: roadmap })).toMatchObject({ code: 'not_found' })
    expect((await cso.api.call('getTasks', { id: roadmap })).mayAsk.allowed).toBe(true)
    await set('none')
    expect(await desk.api.refusal('getDocument', { id: roadmap })).toMatchObject({ code: 'not_found' })
  })
})
