import { addTask, readDocument, removeTask } from '@roundtable/shared/document'
import { v7 } from 'uuid'
import * as Y from 'yjs'
import { Projector } from '../../server/src/projection/index.js'
import { EventsClient } from '../support/events-client.js'
import { until } from '../support/page/until.js'
import { RoadmapTable } from '../support/roadmap-table.js'
import { TestServer } from '../support/server.js'

describe('what is said of tasks, and their document', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const laid = (): Promise<RoadmapTable> => RoadmapTable.with(server)

  it('[TASK-15] what was said stays when the document is written down anew, goes out of sight with its task and comes back with it', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const client = await server.client(table.documentId, cso)
    await client.connect()
    const id = await table.takenOn(cso, nso)
    const [before, seen] = [await table.rows(), await table.view(nso)]
    await server.app.nest.get(Projector).project(table.documentId, true)
    expect([await table.rows(), await table.view(nso)]).toEqual([before, seen])
    const undo = new Y.UndoManager(client.doc.getMap('tasks'))
    removeTask(client.doc, table.taskIds[0])
    const shown = (count: number) =>
      until(
        `${count} tasks`,
        () => table.view(nso),
        ({ tasks }) => tasks.length === count
      )
    await shown(0)
    expect(await table.rows()).toBe(before)
    const about = { taskId: table.taskIds[0], version: 2 }
    for (const refusal of [
      await table.refused(cso, 'askForTask', { ...about, side: 'civic' }),
      await table.refused(nso, 'answerTask', { version: 2, answer: 'declined', reason: 'no' }, id),
      await table.refused(nso, 'setTaskStatus', { ...about, status: 'in_progress', reason: '' }),
      await table.refused(nso, 'sayTaskDone', { ...about, isDone: true, note: '' })
    ])
      expect(refusal).toMatchObject({ code: 'not_found' })
    expect((await nso.api.call('getTaskHistory', { id: table.documentId })).items).toEqual([])
    undo.undo()
    await shown(1)
    expect(await table.view(nso)).toEqual(seen)
    client.close()
  })

  it('[TASK-16] a task that was added a moment ago can be asked for at once', async () => {
    const table = await laid()
    const cso = await table.seat('CSO')
    await server.app.nest.get(Projector).project(table.documentId)
    const client = await server.client(table.documentId, cso)
    await client.connect()
    const taskId = addTask(client.doc, { newId: () => v7() }, { title: 'New' })
    await client.until(() => client.ledger.isSettled, 'the task is kept')
    await table.ask(cso, { seatId: cso.seatId }, taskId)
    expect((await table.facts(cso, taskId)).status).toBe('proposed')
    client.close()
  })

  it('[TASK-17] no edit of the document says any of it: the layout has no place for it, and what is written there moves no row', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await table.takenOn(cso, nso)
    const [before, seen] = [await table.rows(), await table.view(nso)]
    const client = await server.client(table.documentId, cso)
    await client.connect()
    const task = client.doc.getMap<Y.Map<unknown>>('tasks').get(table.taskIds[0])!
    for (const name of ['status', 'accepted', 'acceptance', 'assignees', 'done', 'doneBy']) {
      task.set(name, name === 'status' ? 'done' : [{ seatId: nso.seatId, answer: 'accepted', isDone: true }])
      ;(task.get('fields') as Y.Map<unknown>).set(name, 'done')
    }
    const last = addTask(client.doc, { newId: () => v7() }, { title: 'And this' })
    await until(
      'the document as rows',
      async () =>
        (
          await server.pool.query<{ id: string; details: unknown }>(
            'select task_id as id, details from projected_task where document_id = $1',
            [table.documentId]
          )
        ).rows,
      (rows) => rows.some(({ id }) => id === last) && rows.every(({ details }) => JSON.stringify(details) === '{}')
    )
    expect([await table.rows(), await table.view(nso)]).toEqual([before, seen])
    const read = readDocument('roadmap', client.doc).tasks[0]!
    expect(Object.keys(read).toSorted()).toEqual(['fields', 'id', 'keyArea', 'leadSide', 'schedule', 'sign', 'stage', 'title', 'why'])
    client.close()
    const raw = await server.client(table.documentId, nso)
    await raw.connect()
    raw.doc.getMap('assignments').set(table.taskIds[0], 'accepted')
    await raw.until(() => raw.rejections.length > 0, 'the refusal')
    expect([await table.rows(), await table.view(nso)]).toEqual([before, seen])
    raw.close()
  })

  it('[TASK-18] who watches hears that something was said of tasks, and never what; of a roadmap one side keeps nobody hears', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const ear = await new EventsClient(server, nso.api).opened()
    await ear.watch(table.table.id)
    await table.ask(cso, { seatId: nso.seatId })
    await ear.until(() => ear.changed.length > 0, 'the change')
    expect(ear.changed).toEqual([{ workspaceId: table.table.id, part: 'tasks' }])
    await server.pool.query(`update document set side = 'civic', private_to = 'civic' where id = $1`, [table.documentId])
    await table.ask(cso, { seatId: cso.seatId })
    await server.pool.query(`update document set side = null, private_to = null where id = $1`, [table.documentId])
    await table.ask(cso, { side: 'civic' })
    await ear.until(() => ear.changed.length > 1, 'the next change')
    expect(ear.changed).toHaveLength(2)
    ear.close()
  })
})
