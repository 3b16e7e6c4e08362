import { addClause, addTask } from '@roundtable/shared/document'
import type { Found } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import { DocumentService } from '../../server/src/live/index.js'
import { ApiClient } from '../support/api-client.js'
import { until } from '../support/page/until.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

const ids = { newId: () => v7() }

describe('finding across workspaces', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const rename = (room: Room, title: string) => server.pool.query('update workspace set title = $2 where id = $1', [room.id, title])
  const find = ({ api }: Seated, words: string, codes: string[] = []) => api.call('find', { body: { words, codes } })
  const titles = ({ found }: { found: readonly Found[] }) => found.map(({ kind, title, code }) => `${kind} ${title || code}`)
  const project = (document: string, table: string) =>
    until(
      `rows of ${document}`,
      async () => (await server.pool.query(`select 1 from ${table} where document_id = $1`, [document])).rowCount,
      (count) => (count ?? 0) > 0
    )

  it('[WORK-58] initiatives, documents, clauses and tasks by words of their titles, whatever accents, capitals and order', async () => {
    const room = await Room.open(server)
    await rename(room, 'Água da Ribeira')
    const [cso, nso] = await room.seats('CSO', 'NSO')
    const documents = server.app.nest.get(DocumentService)
    const roadmap = await documents.create({ workspaceId: room.id, kind: 'roadmap', title: 'Plano água' }, (doc) => {
      addTask(doc, ids, { title: 'Medir a ÁGUA dos poços' })
      addTask(doc, ids, { title: 'Treinar' })
    })
    const agreement = await documents.create({ workspaceId: room.id, kind: 'agreement', title: 'Acordo' })
    await Promise.all([project(roadmap, 'projected_task'), project(agreement, 'projected_clause')])

    expect(titles(await find(cso, 'agua'))).toEqual(['initiative Água da Ribeira', 'document Plano água', 'task Medir a ÁGUA dos poços'])
    expect(titles(await find(nso, 'poços med'))).toEqual(['task Medir a ÁGUA dos poços'])
    const [clause] = (await find(nso, 'safeguards', ['C13'])).found
    expect(clause).toMatchObject({ kind: 'clause', code: 'C13', title: '', documentId: agreement, workspaceTitle: 'Água da Ribeira' })
    const { rows } = await server.pool.query('select 1 from projected_clause where document_id = $1 and clause_id = $2', [
      agreement,
      clause!.key
    ])
    expect(rows).toHaveLength(1)
    expect(titles(await find(cso, 'ag.a'))).toEqual([])
  })

  it('[UI-266] a clause by its number as it is read, chapter by chapter and one’s own last', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const documents = server.app.nest.get(DocumentService)
    const agreement = await documents.create({ workspaceId: room.id, kind: 'agreement', title: 'Acordo' }, (doc) => {
      addClause(doc, ids, { code: 'own', heading: 'Ours' })
      addClause(doc, ids, { code: 'C05' })
    })
    await project(agreement, 'projected_clause')
    const numbered = async (number: number) => {
      const { found } = await cso.api.call('find', { body: { words: `clause ${number}`, number } })
      return found.map((one) => [one.number, one.title || one.code])
    }
    expect([await numbered(3), await numbered(4), await numbered(16), await numbered(17)]).toEqual([
      [[3, 'C06']],
      [[4, 'C05']],
      [[16, 'Ours']],
      []
    ])
    const [byCode] = (await find(cso, 'review', ['C41'])).found
    expect(byCode?.number).toBe(15)
    expect(await cso.api.refusal('find', { body: { words: 'x', number: 0 } })).toMatchObject({ code: 'bad_input', fields: ['number'] })
  })

  it('[WORK-58] not what the seeker may not know of: another’s workspace, what a side keeps, what has no seat', async () => {
    const [room, other] = [await Room.open(server), await Room.open(server)]
    await rename(room, 'Heron one')
    await rename(other, 'Heron two')
    const [cso, nso] = await room.seats('CSO', 'NSO')
    await cso.api.call('createDocument', { id: room.id, body: { kind: 'objectives', title: 'Heron kept', isKept: true } })
    await cso.api.call('createDocument', { id: room.id, body: { kind: 'objectives', title: 'Heron shared' } })
    expect(titles(await find(cso, 'heron'))).toEqual(['initiative Heron one', 'document Heron shared', 'document Heron kept'])
    expect(titles(await find(nso, 'heron'))).toEqual(['initiative Heron one', 'document Heron shared'])
    await cso.api.call('endSeat', { id: cso.seatId, body: { reason: '' } })
    expect(titles(await find(cso, 'heron'))).toEqual([])
    const desk = await room.seat('SEC')
    await server.pool.query(`update workspace set registry = 'card' where id = $1`, [room.id])
    expect(titles(await find(desk, 'heron'))).toEqual(['initiative Heron one'])
  })

  it('[WORK-58] no more than there is room for, and it is said that there are more', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const documents = server.app.nest.get(DocumentService)
    for (let nth = 1; nth <= 9; nth++) await documents.create({ workspaceId: room.id, kind: 'plain', title: `Curlew ${nth}` })
    const { found, isCut } = await find(cso, 'curlew')
    expect([found.length, isCut]).toEqual([8, true])
    expect((await find(cso, 'curlew 9')).isCut).toBe(false)
  })

  it('[WORK-70] what the seeker may not know of takes no room of what they may, and is not told by a list that is cut', async () => {
    const [room, other] = [await Room.open(server), await Room.open(server)]
    const observer = await room.seat('OBS')
    await server.pool.query(`insert into seat (id, workspace_id, person_id, side, role, name) values ($1, $2, $3, 'civic', 'CSO', 'Me')`, [
      v7(),
      other.id,
      observer.personId
    ])
    await rename(room, 'Sandpiper')
    const documents = server.app.nest.get(DocumentService)
    await documents.create({ workspaceId: room.id, kind: 'plain', title: 'Sandpiper to be read' })
    await documents.create({ workspaceId: other.id, kind: 'agreement', title: 'Our sandpiper' })
    // An observer may know of no agreement; these are all newer than what they may know of.
    const hidden = Array.from({ length: 501 }, () => v7())
    await server.pool.query(
      `insert into document (id, workspace_id, family_id, kind, title)
       select id, $2, id, 'agreement', 'Sandpiper hidden' from unnest($1::uuid[]) id`,
      [hidden, room.id]
    )
    await server.pool.query(
      `insert into document_head (document_id, workspace_id, family_id) select id, $2, id from unnest($1::uuid[]) id`,
      [hidden, room.id]
    )
    const { found, isCut } = await find(observer, 'sandpiper')
    expect([titles({ found }), isCut]).toEqual([['initiative Sandpiper', 'document Sandpiper to be read', 'document Our sandpiper'], false])
    const listed = await observer.api.call('listDocuments', { query: { kind: 'agreement' } })
    expect([listed.items.map(({ title }) => title), listed.isCut]).toEqual([['Our sandpiper'], false])
  })

  it('[WORK-59] nobody by their name or pseudonym', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO', { name: 'Quiet Otter' })
    expect((await find(cso, 'Quiet Otter')).found).toEqual([])
  })

  it('[WORK-59] what cannot be looked for is refused by the field, and who asks too often waits; others do not', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    for (const body of [{ words: ' ' }, { words: 'x'.repeat(101) }, {}])
      expect(await cso.api.refusal('find', { body: body })).toMatchObject({ code: 'bad_input', fields: ['words'] })
    expect(await cso.api.refusal('find', { body: { words: 'x', codes: ['%'] } })).toMatchObject({ code: 'bad_input', fields: ['codes.0'] })
    const asked = await Promise.allSettled(Array.from({ length: 200 }, () => find(cso, 'nothing')))
    expect(asked.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'too_many_requests' } })
    expect((await find(nso, 'nothing')).found).toEqual([])
  })

  it('[WORK-57] the documents of a kind across workspaces: what one may know of, the latest changed first', async () => {
    const [one, two] = [await Room.open(server), await Room.open(server)]
    await rename(one, 'First')
    const cso = await one.seat('CSO')
    const nso = await one.seat('NSO')
    await server.pool.query(
      `insert into seat (id, workspace_id, person_id, side, role, name) values (gen_random_uuid(), $1, $2, 'civic', 'CSO', 'Also here')`,
      [two.id, cso.personId]
    )
    const documents = server.app.nest.get(DocumentService)
    const made = async (workspaceId: string, title: string, isKept = false) =>
      documents.create({ workspaceId, kind: 'roadmap', title, isKept, side: isKept ? 'civic' : null })
    await made(one.id, 'A')
    await made(two.id, 'B')
    await made(one.id, 'Ours alone', true)
    await documents.create({ workspaceId: one.id, kind: 'plain', title: 'No roadmap' })
    const list = async ({ api }: { api: ApiClient }) => api.call('listDocuments', { query: { kind: 'roadmap' } })
    const mine = await list(cso)
    expect(mine.items.map(({ title }) => title)).toEqual(['Ours alone', 'B', 'A'])
    expect(mine.items[2]).toMatchObject({ workspaceId: one.id, workspaceTitle: 'First', country: 'XS', right: 'edit', isKept: false })
    expect(mine.isCut).toBe(false)
    expect((await list(nso)).items.map(({ title }) => title)).toEqual(['A'])
    expect((await list({ api: await ApiClient.newcomer(server) })).items).toEqual([])
    expect(await cso.api.refusal('listDocuments', { query: { kind: 'all' } })).toMatchObject({
      code: 'bad_input',
      fields: ['kind']
    })
  })

  it('[WORK-57] no more than a hundred, and it is said that there are more', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const documents = server.app.nest.get(DocumentService)
    await Promise.all(
      Array.from({ length: 101 }, (_, nth) => documents.create({ workspaceId: room.id, kind: 'roadmap', title: `Roadmap ${nth}` }))
    )
    const { items, isCut } = await cso.api.call('listDocuments', { query: { kind: 'roadmap' } })
    expect([items.length, isCut]).toEqual([100, true])
  })
})
