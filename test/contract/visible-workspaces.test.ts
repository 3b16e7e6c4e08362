import { LEAD_KINDS, MODALITIES, REGISTRY_LEVELS, ROLES, sideOfRole } from '@roundtable/shared/framework'
import { ask } from '../../server/src/ability/member.js'
import { readMember } from '../../server/src/ability/member.store.js'
import { ApiClient } from '../support/api-client.js'
import { Room } from '../support/seated.js'
import { TestServer } from '../support/server.js'

/** One person with a seat in a workspace of every kind: the list holds those that `decide()` shows, and no other. */
it('[WORK-20] the list holds a workspace exactly where the person may know of it', async () => {
  const server = await TestServer.start()
  try {
    const person = await ApiClient.newcomer(server)
    const { rows } = await server.pool.query<{ id: string }>(
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
    const query = async <T>(sql: string, values: unknown[]): Promise<T[]> => (await server.pool.query(sql, values)).rows as T[]
    const expected: string[] = []
    for (const { id } of rows) {
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
    expect(rows.length).toBeGreaterThan(1000)
    expect(expected.length).toBeLessThan(rows.length)
    expect(listed.sort()).toEqual(expected.sort())
  } finally {
    await server.close()
  }
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
    expect(await desk.api.call('getProfile', { id: room.id })).toMatchObject({
      identification: '',
      voices: [],
      selfDefinition: { isAgreed: false, agreedBy: [] }
    })
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
})
