import type { MyWork, Waiting } from '@roundtable/shared/protocol'
import { type Member, type Query, answersIn, ask, membersOfPerson, seatView, seatsOfMany } from '../ability/index.js'
import { type MyTask, myTasks } from '../roadmap/index.js'
import { waitingIn } from '../workspace/index.js'
import { byUrgency } from './domain/by-urgency.js'
import { type RecentRow, recentOf } from './recent.store.js'
import { titlesOf } from './titles.store.js'

/** Nobody works in more; who sits in more is told that there is more than was looked through. */
const MOST_WORKSPACES = 200
const MOST_WAITING = 50
const MOST_DUE = 30
const MOST_RECENT = 10
/** Of so many it is asked whether the person may see them. */
const RECENT_LOOKED_AT = 60

export interface Reader {
  readonly personId: string
  readonly sessionId: string
}

/**
 * What waits for one person across all workspaces, what they have taken on, and what has changed there lately. Every word of it
 * is decided as its own page decides it. A fixed number of statements, whatever the number of workspaces; the caller's
 * transaction makes them one moment.
 */
export async function myWork(query: Query, { personId, sessionId }: Reader): Promise<MyWork> {
  const seated = await membersOfPerson(query, personId, MOST_WORKSPACES + 1)
  const members = seated.slice(0, MOST_WORKSPACES).filter((member) => ask(member, { action: 'view', artefact: 'PROF' }).allowed)
  const [asked, onRoadmaps] = [await waitingIn(query, members), await myTasks(query, members)]
  const seats = await seatsOfMany(query, [...new Set([...asked.workspaceIds, ...onRoadmaps.workspaceIds])])
  const [inWorkspaces, { tasks, isCut }] = [asked.decide(seats), onRoadmaps.decide(seats)]
  const waiting = [...inWorkspaces.items, ...tasks.flatMap(waitingOf)].sort(byUrgency)
  // They come by day, those without one last.
  const due = tasks.filter(({ isTakenOn }) => isTakenOn)
  return {
    workspaces: await named(query, members),
    waiting: { items: waiting.slice(0, MOST_WAITING), total: waiting.length },
    due: { items: due.slice(0, MOST_DUE).map(({ task }) => dueLine(task)), total: due.length },
    recent: await seenOf(query, await recentOf(query, members, RECENT_LOOKED_AT), { personId, sessionId }),
    isCut: isCut || inWorkspaces.isCut || seated.length > MOST_WORKSPACES
  }
}

function waitingOf({ task, asked, doneSaidAt }: MyTask): Waiting[] {
  const { workspaceId, documentId, taskId, title, dueOn, version } = task
  const place = { documentId, taskId, title, dueOn, version }
  const common = { workspaceId, name: '', count: 0, until: null, documentId }
  return [
    ...asked.map(({ assignment: { id, kind, name, askedBy, askedAt }, mayAccept }) => ({
      ...common,
      kind: 'task_asked' as const,
      since: askedAt.toISOString(),
      task: { ...place, asked: { assignmentId: id, of: kind, name, by: askedBy, mayAccept } }
    })),
    ...(doneSaidAt ? [{ ...common, kind: 'task_done' as const, since: doneSaidAt.toISOString(), task: { ...place, asked: null } }] : [])
  ]
}

function dueLine({ workspaceId, documentId, taskId, title, dueOn, isOverdue }: MyTask['task']): MyWork['due']['items'][number] {
  return { workspaceId, documentId, taskId, title, dueOn, isOverdue }
}

async function seenOf(query: Query, rows: readonly RecentRow[], reader: Reader): Promise<MyWork['recent']> {
  const answers = await answersIn(
    query,
    rows.map(({ documentId }) => ({ documentId, ...reader }))
  )
  return rows
    .filter((_, index) => answers[index]?.kind === 'granted')
    .slice(0, MOST_RECENT)
    .map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt.toISOString() }))
}

async function named(query: Query, members: readonly Member[]): Promise<MyWork['workspaces']> {
  const rows = await titlesOf(
    query,
    members.map(({ workspaceId }) => workspaceId)
  )
  return members.flatMap(({ workspaceId, kind, seat }) => {
    const row = rows.find(({ id }) => id === workspaceId)
    return row ? [{ ...row, kind, mySeat: seatView(seat) }] : []
  })
}
