import { addTask } from '@roundtable/shared/document'
import type { Modality, Role } from '@roundtable/shared/framework'
import type { TaskFacts, TasksView } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import { DocumentService, type NewDocument } from '../../server/src/live/index.js'
import type { ApiClient } from './api-client.js'
import type { TestServer } from './server.js'
import { type Seated, Table } from './table.js'

type Asked = { readonly seatId: string } | { readonly organisationId: string } | { readonly side: 'civic' | 'state' | 'other' }

/** A table with a roadmap on it: who asks whom for which task, at the REST door. */
export class RoadmapTable {
  private constructor(
    readonly table: Table,
    readonly documentId: string,
    readonly taskIds: readonly [string, string]
  ) {}

  static async with(server: TestServer, modality: Modality = 'M3', more: Partial<NewDocument> = {}): Promise<RoadmapTable> {
    const table = await Table.with(server, modality)
    const taskIds: [string, string] = [v7(), v7()]
    const documentId = await server.app.nest
      .get(DocumentService)
      .create({ workspaceId: table.id, kind: 'roadmap', title: 'Roadmap', ...more }, (doc) => {
        for (const [at, id] of taskIds.entries()) addTask(doc, { newId: () => id }, { title: `Task ${at + 1}` })
      })
    return new RoadmapTable(table, documentId, taskIds)
  }

  seat(role: Role, options: Parameters<Table['seat']>[1] = {}): Promise<Seated> {
    return this.table.seat(role, { name: `The ${role}`, invitedByCivic: true, ...options })
  }

  view({ api }: Seated): Promise<TasksView> {
    return api.call('getTasks', { id: this.documentId })
  }

  /** What was said of a task, as this person reads it. */
  async facts(person: Seated, taskId = this.taskIds[0]): Promise<TaskFacts> {
    const found = (await this.view(person)).tasks.find((task) => task.taskId === taskId)
    if (!found) throw new Error(`nothing was said of ${taskId}`)
    return found
  }

  async version(person: Seated, taskId = this.taskIds[0]): Promise<number> {
    return (await this.view(person)).tasks.find((task) => task.taskId === taskId)?.version ?? 0
  }

  /** Asks, and answers the new assignment's id. */
  async ask(by: Seated, asked: Asked, taskId = this.taskIds[0]): Promise<string> {
    const body = { taskId, version: await this.version(by, taskId), ...asked }
    const { tasks } = await by.api.call('askForTask', { id: this.documentId, body })
    return tasks.find((task) => task.taskId === taskId)!.assignments.at(-1)!.assignmentId
  }

  async answer(by: Seated, id: string, answer: 'accepted' | 'declined', reason = ''): Promise<TasksView> {
    return by.api.call('answerTask', { id, body: { version: await this.version(by), answer, reason } })
  }

  /** Somebody is asked and accepts. */
  async takenOn(by: Seated, whom: Seated): Promise<string> {
    const id = await this.ask(by, { seatId: whom.seatId })
    await this.answer(whom, id, 'accepted')
    return id
  }

  async status(by: Seated, status: string, reason = ''): Promise<TasksView> {
    return by.api.call('setTaskStatus', { id: this.documentId, body: await this.#body(by, { status, reason }) })
  }

  async done(by: Seated, isDone = true, note = ''): Promise<TasksView> {
    return by.api.call('sayTaskDone', { id: this.documentId, body: await this.#body(by, { isDone, note }) })
  }

  async #body(by: Seated, more: object): Promise<object> {
    return { taskId: this.taskIds[0], version: await this.version(by), ...more }
  }

  /** What is refused, and that no row has changed. */
  async refused(
    { api }: Pick<Seated, 'api'>,
    name: 'askForTask' | 'answerTask' | 'withdrawAssignment' | 'setTaskStatus' | 'sayTaskDone',
    body?: object,
    id = this.documentId
  ): ReturnType<ApiClient['refusal']> {
    const before = await this.rows()
    const refusal = await api.refusal(name, { id, ...(body ? { body } : {}) })
    if ((await this.rows()) !== before) throw new Error(`${name} was refused and has changed something`)
    return refusal
  }

  /** Everything that is kept of the tasks. */
  async rows(): Promise<string> {
    const { rows } = await this.table.server.pool.query<{ everything: string }>(
      `select json_build_array(
         (select json_agg(f order by task_id) from task_fact f where document_id = $1),
         (select json_agg(a order by id) from task_assignment a where document_id = $1),
         (select json_agg(d order by task_id, voice) from task_done d where document_id = $1),
         (select json_agg(e order by id) from task_event e where document_id = $1))::text as everything`,
      [this.documentId]
    )
    return rows[0]!.everything
  }
}
