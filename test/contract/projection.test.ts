import { addTask, part, readDocument, removeTask, setField, setSchedule } from '@roundtable/shared/document'
import type { DocumentKind } from '@roundtable/shared/framework'
import { v7 } from 'uuid'
import { DocumentService } from '../../server/src/live/index.js'
import { Projector } from '../../server/src/projection/index.js'
import type { LiveClient } from '../support/live-client.js'
import { until } from '../support/page/until.js'
import { TestServer } from '../support/server.js'
import type { World } from '../support/world.js'

const ids = { newId: () => v7() }

describe('documents as rows', () => {
  let server: TestServer
  let world: World
  const clients: LiveClient[] = []
  beforeAll(async () => {
    server = await TestServer.start()
    world = await server.world()
  })
  afterEach(() => clients.splice(0).forEach((client) => client.close()))
  afterAll(() => server.close())

  const rows = async (sql: string, documentId: string): Promise<unknown[]> =>
    (await server.pool.query<Record<string, unknown>>(sql, [documentId])).rows
  const tasks = (id: string) =>
    rows(
      `select title, place, stage, to_char(due_on, 'YYYY-MM-DD') as due, details from projected_task where document_id = $1 order by place`,
      id
    )
  const everything = async (id: string): Promise<string> =>
    JSON.stringify([
      await rows('select epoch, seq, words from document_projection where document_id = $1', id),
      await rows('select * from projected_task where document_id = $1 order by task_id', id),
      await rows('select * from projected_clause where document_id = $1 order by clause_id', id),
      await rows('select * from projected_answer where document_id = $1 order by question', id)
    ])

  async function opened(kind: DocumentKind, more: { stage?: 'S1' } = {}): Promise<{ id: string; client: LiveClient }> {
    const id = await server.app.nest.get(DocumentService).create({ workspaceId: world.workspaceId, kind, title: kind, ...more })
    const client = await server.client(id, await world.seat('CSO'))
    clients.push(client)
    return { id, client: await client.connect() }
  }

  it('[PROJ-1] a new document stands as rows before anybody has written in it', async () => {
    const documents = server.app.nest.get(DocumentService)
    const id = await documents.create({ workspaceId: world.workspaceId, kind: 'agreement', title: 'New' })
    const clauses = await until(
      'its clauses',
      () => rows('select code, state from projected_clause where document_id = $1', id),
      (seen) => seen.length > 0
    )
    expect(clauses).toContainEqual({ code: 'C02', state: 'open' })
  })

  it('[PROJ-1] what people write in a roadmap stands as rows a moment later, and what they take out goes', async () => {
    const { id, client } = await opened('roadmap')
    const [first, second] = [addTask(client.doc, ids, { title: 'Map wells', stage: 'S1' }), addTask(client.doc, ids, { title: 'Train' })]
    setSchedule(client.doc, first, { due: '2027-03-01' })
    setField(client.doc, 'roadmap', first, 'cost', 5400)
    expect(
      await until(
        'the tasks',
        () => tasks(id),
        (seen) => seen.length === 2
      )
    ).toEqual([
      { title: 'Map wells', place: 0, stage: 'S1', due: '2027-03-01', details: { cost: 5400 } },
      { title: 'Train', place: 1, stage: null, due: null, details: {} }
    ])
    removeTask(client.doc, second)
    await until(
      'one task',
      () => tasks(id),
      (seen) => seen.length === 1
    )
  })

  it('[PROJ-2] making the rows again, or all of them anew from the logs, gives the same rows', async () => {
    const { id, client } = await opened('plan', { stage: 'S1' })
    setField(client.doc, 'plan', 'consent', 'risks', 'none known')
    const answers = () => rows('select question, state from projected_answer where document_id = $1 order by place', id)
    await until('the answer', answers, (seen) => JSON.stringify(seen).includes('begun'))
    const before = await everything(id)
    const projector = server.app.nest.get(Projector)
    expect(await projector.project(id)).toBe(false)
    expect(await everything(id)).toBe(before)
    await server.pool.query('delete from projected_answer where document_id = $1', [id])
    expect(await projector.bringUpToDate({ all: true })).toBeGreaterThan(0)
    expect(await everything(id)).toBe(before)
  })

  it('[PROJ-2] rows that a killed server left behind are made at the next start', async () => {
    const { id, client } = await opened('agreement')
    setField(client.doc, 'agreement', readDocument('agreement', client.doc).clauses[0]!.id, 'sharedGoal', 'Water')
    await until(
      'the clauses',
      () => rows('select code from projected_clause where document_id = $1', id),
      (seen) => seen.length === 14
    )
    client.close()
    await server.pool.query('delete from document_projection where document_id = $1', [id])
    expect(await server.app.nest.get(Projector).bringUpToDate()).toBe(1)
  })

  it('[PROJ-3] a title with a null character, which the database cannot hold, neither fails nor keeps others back', async () => {
    const { id, client } = await opened('roadmap')
    const task = addTask(client.doc, ids, { title: 'Map' })
    part(client.doc, 'roadmap', task, 'title')?.insert(0, '\u0000\ud83d')
    expect(
      await until(
        'the task',
        () => tasks(id),
        (seen) => seen.length === 1
      )
    ).toEqual([expect.objectContaining({ title: '\ufffd\ufffdMap' })])
  })

  it('[PROJ-20] a title that spells out a null character stands as it was typed, and the tasks after it stand too', async () => {
    const { id, client } = await opened('roadmap')
    addTask(client.doc, ids, { title: 'as in \\u0000 of \\ud83d the standard' })
    addTask(client.doc, ids, { title: 'Later' })
    const titles = async (): Promise<unknown[]> => (await tasks(id)).map((task) => (task as { title: unknown }).title)
    expect(await until('both tasks', titles, (seen) => seen.length === 2)).toEqual(['as in \\u0000 of \\ud83d the standard', 'Later'])
  })
})
