import { PRINCIPLES, STAGES, TASK_STATUSES, type TaskStatus } from '@roundtable/shared/framework'
import type { Task } from '@roundtable/shared/document'
import type { AssignmentView, TaskFacts } from '@roundtable/shared/protocol'

export const DUES = ['late', 'soon', 'none'] as const

/** What a task must be to be shown, by name; what is left out does not matter. All of them must hold. */
export interface Filter {
  readonly status?: TaskStatus
  /** A stage, or `-`: none is said. */
  readonly stage?: string
  readonly principle?: string
  /** An `assigneeKey`, or `-`: nobody was asked. */
  readonly owner?: string
  readonly due?: (typeof DUES)[number]
  readonly mine?: 'yes'
}
export type FilterName = keyof Filter

const NOTHING_SAID = '-'
/** What each filter can be; an owner is one of those that were asked. */
export const FILTERS: Readonly<Record<FilterName, readonly string[] | null>> = {
  status: TASK_STATUSES,
  stage: [...STAGES, NOTHING_SAID],
  principle: [...PRINCIPLES, NOTHING_SAID],
  owner: null,
  due: DUES,
  mine: ['yes']
}
export const FILTER_NAMES = Object.keys(FILTERS) as readonly FilterName[]
/** What the server states; where it could not be read nothing is hidden by it. */
const FROM_SERVER: readonly FilterName[] = ['status', 'owner', 'mine']

/** "Soon" is within so many days from today. */
const SOON_DAYS = 30

/** What filtering needs beside the document. */
export interface Known {
  /** What was said of a task; undefined while that cannot be read. */
  readonly factsOf: ((taskId: string) => TaskFacts) | undefined
  readonly mySeatId: string
  /** A day, written `2027-06-30`. */
  readonly today: string
}

export const assigneeKey = ({ kind, id, side }: Pick<AssignmentView, 'kind' | 'id' | 'side'>) => `${kind}.${id ?? side ?? ''}`

/** Who was asked for a task and has not said no. */
export function askedFor({ assignments }: Pick<TaskFacts, 'assignments'>): readonly AssignmentView[] {
  return assignments.filter(({ answer }) => answer === 'proposed' || answer === 'accepted')
}

/** The filters that can be answered: those of the server's facts only where these could be read. */
export function usable(filter: Filter, { factsOf }: Pick<Known, 'factsOf'>): Filter {
  const entries = Object.entries(filter).filter(([name]) => factsOf || !FROM_SERVER.includes(name as FilterName))
  return Object.fromEntries(entries)
}

export function filterTasks(tasks: readonly Task[], filter: Filter, known: Known): readonly Task[] {
  const asked = usable(filter, known)
  return Object.keys(asked).length === 0 ? tasks : tasks.filter((task) => fits(task, asked, known))
}

function fits(task: Task, { status, stage, principle, owner, due, mine }: Filter, { factsOf, mySeatId, today }: Known): boolean {
  const facts = factsOf?.(task.id)
  const asked = facts ? askedFor(facts) : []
  const { principles } = task.fields
  if (status && facts?.status !== status) return false
  if (stage && (task.stage ?? NOTHING_SAID) !== stage) return false
  if (principle && !(Array.isArray(principles) && principles.length > 0 ? principles.includes(principle) : principle === NOTHING_SAID))
    return false
  if (owner && !(asked.length > 0 ? asked.some((one) => assigneeKey(one) === owner) : owner === NOTHING_SAID)) return false
  if (due && dueOf(task, facts?.status, today) !== due) return false
  return !mine || asked.some((one) => (one.kind === 'seat' ? one.id === mySeatId : one.mayAnswer.allowed))
}

/** How a task's due day lies from today; what is done or dropped is not late. */
function dueOf({ schedule: { due } }: Task, status: TaskStatus | undefined, today: string): (typeof DUES)[number] | null {
  if (due === undefined) return 'none'
  if (status === 'done' || status === 'dropped') return null
  if (due < today) return 'late'
  const soon = new Date(`${today}T00:00:00Z`)
  soon.setUTCDate(soon.getUTCDate() + SOON_DAYS)
  return due <= soon.toISOString().slice(0, 10) ? 'soon' : null
}
