import { RoundtableError } from '@roundtable/shared/error'
import type { AnswerTask, AskForTask, SayTaskDone, SetTaskStatus, TaskHistory, TasksView } from '@roundtable/shared/protocol'
import type { DataSource, EntityManager } from 'typeorm'
import { type Ask, type Intents, type Query, queryOf } from '../ability/index.js'
import type { Changes } from '../platform/changes.js'
import type { Creations } from '../platform/idempotent.js'
import type { Projector } from '../projection/index.js'
import { type Desk, deskOf } from './roadmap-desk.js'
import { answerFor, askFor, mustAsk, sayDoneOf, setStatusOf, withdrawFor } from './task-acts.js'
import {
  type AssignmentRow,
  findAssignment,
  findRoadmap,
  hasTask,
  historyOf,
  placesOf,
  type RoadmapRow,
  roadmapsOf,
  type TaskPlace
} from './task.store.js'
import { tasksView } from './tasks-view.js'

const HERE: Ask = { action: 'view', artefact: 'PROF' }

/**
 * Who is asked for a task, who accepts it, how far it is and which side calls it done: rows changed by intent, shown beside
 * the document and never in it (design §4, R-25). Absent roadmaps and tasks and those one may not know of are `not_found`.
 */
export class TaskService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes,
    private readonly creations: Pick<Creations, 'once'>,
    private readonly projector: Pick<Projector, 'catchUpOn'>
  ) {}

  async view(personId: string, documentId: string): Promise<TasksView> {
    return tasksView(queryOf(this.source.manager), await this.#desk(personId, documentId))
  }

  async history(personId: string, documentId: string, taskId: string | null): Promise<TaskHistory> {
    await this.#desk(personId, documentId)
    const rows = await historyOf(queryOf(this.source.manager), documentId, taskId)
    return { items: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) }
  }

  /** Throws `not_allowed` to whoever may not write the roadmap, `bad_input` for nobody here, `already_open`, `changed_meanwhile`. */
  async ask(personId: string, documentId: string, body: AskForTask, key: string | null): Promise<TasksView> {
    await this.#mustStand(personId, documentId, body.taskId)
    return this.#act(personId, documentId, async (desk, query, manager) => {
      // Before anything that was kept is given back: a right that was lost meanwhile shows nothing any more.
      mustAsk(desk)
      const creation = { personId, key, operation: `askForTask ${documentId}`, body }
      await this.creations.once(manager, creation, async () => ({ assignmentId: await askFor(query, desk, body) }))
      return tasksView(query, desk)
    })
  }

  /** Throws `not_allowed` with R-25 to everybody who was not asked, `no_longer_open`, `changed_meanwhile`. */
  async answer(personId: string, assignmentId: string, body: AnswerTask): Promise<TasksView> {
    const { documentId } = await anew(queryOf(this.source.manager), assignmentId)
    return this.#act(personId, documentId, async (desk, query) => {
      await answerFor(query, desk, await anew(query, assignmentId), body)
      return tasksView(query, desk)
    })
  }

  /** Throws `not_allowed`, and `no_longer_open` where it was accepted meanwhile. */
  async withdraw(personId: string, assignmentId: string): Promise<void> {
    const { documentId } = await anew(queryOf(this.source.manager), assignmentId)
    await this.#act(personId, documentId, async (desk, query) => withdrawFor(query, desk, await anew(query, assignmentId)))
  }

  /** Throws `not_allowed` to whoever has not accepted the task, `no_longer_open` once it is done, `changed_meanwhile`. */
  setStatus(personId: string, documentId: string, body: SetTaskStatus): Promise<TasksView> {
    return this.#say(personId, documentId, body.taskId, (query, desk) => setStatusOf(query, desk, body))
  }

  /** Throws `not_allowed` to sides it does not concern, `no_longer_open` where it was dropped, `changed_meanwhile`. */
  sayDone(personId: string, documentId: string, body: SayTaskDone): Promise<TasksView> {
    return this.#say(personId, documentId, body.taskId, (query, desk) => sayDoneOf(query, desk, body))
  }

  /** The tasks of a workspace's roadmaps by title, written down anew where they are behind: for whoever fills it. */
  async tasksIn(workspaceId: string): Promise<readonly TaskPlace[]> {
    const query = queryOf(this.source.manager)
    for (const documentId of await roadmapsOf(query, workspaceId)) await this.projector.catchUpOn(documentId)
    return placesOf(query, workspaceId)
  }

  async #say(personId: string, documentId: string, taskId: string, say: (query: Query, desk: Desk) => Promise<void>): Promise<TasksView> {
    await this.#mustStand(personId, documentId, taskId)
    return this.#act(personId, documentId, async (desk, query) => {
      await say(query, desk)
      return tasksView(query, desk)
    })
  }

  async #act<T>(personId: string, documentId: string, work: (desk: Desk, query: Query, manager: EntityManager) => Promise<T>): Promise<T> {
    const { workspaceId } = await this.#roadmap(documentId)
    let isShared = false
    const done = await this.intents.run(personId, workspaceId, null, async (manager, member) => {
      const query = queryOf(manager)
      const desk = await deskOf(query, member, await roadmapOf(query, documentId))
      isShared = desk.roadmap.privateTo === null
      return work(desk, query, manager)
    })
    // A change that other sides cannot see would tell them that there is something they may not know of.
    if (isShared) this.changes.announce(workspaceId, 'tasks')
    return done
  }

  async #desk(personId: string, documentId: string): Promise<Desk> {
    const roadmap = await this.#roadmap(documentId)
    return deskOf(queryOf(this.source.manager), await this.intents.member(personId, roadmap.workspaceId, HERE), roadmap)
  }

  /** A task that was just added may not be written down as a row yet; only for those who may see the roadmap it is done at once. */
  async #mustStand(personId: string, documentId: string, taskId: string): Promise<void> {
    await this.#desk(personId, documentId)
    if (!(await hasTask(queryOf(this.source.manager), documentId, taskId))) await this.projector.catchUpOn(documentId)
  }

  #roadmap(documentId: string): Promise<RoadmapRow> {
    return roadmapOf(queryOf(this.source.manager), documentId)
  }
}

async function roadmapOf(query: Query, documentId: string): Promise<RoadmapRow> {
  const roadmap = await findRoadmap(query, documentId)
  if (!roadmap) throw new RoundtableError('not_found')
  return roadmap
}

async function anew(query: Query, assignmentId: string): Promise<AssignmentRow> {
  const row = await findAssignment(query, assignmentId)
  if (!row) throw new RoundtableError('not_found')
  return row
}
