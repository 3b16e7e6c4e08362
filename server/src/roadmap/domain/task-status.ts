import type { Side, TaskStatus } from '@roundtable/shared/framework'
import type { TaskAnswer, TaskWork } from '@roundtable/shared/protocol'
import { sidesConcerned } from './assignee.js'
import type { AskedOf, Seats } from './seats.js'

/** What one voice of a side says of a task. */
export interface DoneSaid {
  readonly voice: string
  readonly side: Side
  readonly isDone: boolean
}

/**
 * What a side says: done when one of its voices says so and none says not yet; null while none has spoken. It is a statement
 * about the work, not a decision of the side: nobody waits for every voice, and no voice is spoken over.
 */
export function sideSays(side: Side, said: readonly DoneSaid[]): boolean | null {
  const own = said.filter((one) => one.side === side)
  return own.length === 0 ? null : own.every(({ isDone }) => isDone)
}

/**
 * What is said by those who are still here. A voice that nobody seated has any more holds no task up: it could neither be
 * asked again nor take its word back. It comes back with whoever takes its place.
 */
export function saidHere<Said extends DoneSaid>(said: readonly Said[], voicesHere: ReadonlySet<string>): Said[] {
  return said.filter(({ voice }) => voicesHere.has(voice))
}

export interface TaskState {
  readonly answers: readonly TaskAnswer[]
  readonly work: TaskWork
  readonly concerned: readonly Side[]
  readonly said: readonly DoneSaid[]
}

/**
 * The status of a task (domain.md B7, R-25): nobody's until somebody is asked, proposed until somebody accepts, then as far as
 * they say, and done when every side it concerns says so.
 */
export function taskStatus({ answers, work, concerned, said }: TaskState): TaskStatus {
  if (!answers.includes('accepted')) return answers.includes('proposed') ? 'proposed' : 'idea'
  if (work === 'dropped') return work
  return concerned.length > 0 && concerned.every((side) => sideSays(side, said) === true) ? 'done' : work
}

/** What rows keep of one task: what its assignees say of the work, whoever was asked, and what voices said. */
export interface TaskRows<Asked extends Answered, Said extends DoneSaid> {
  readonly work: TaskWork
  readonly assignments: readonly Asked[]
  readonly said: readonly Said[]
}

type Answered = AskedOf & { readonly answer: TaskAnswer }

export interface Standing<Asked extends Answered, Said extends DoneSaid> {
  readonly accepted: readonly Asked[]
  readonly concerned: readonly Side[]
  /** By those who are still here. */
  readonly said: readonly Said[]
  readonly status: TaskStatus
}

/**
 * How a task stands before those who sit here now. Which sides it concerns and whose word counts changes with the seats and
 * the modality, without anybody's act on the task: it is read off the rows each time.
 */
export function taskStanding<Asked extends Answered, Said extends DoneSaid>(
  { work, assignments, said: everything }: TaskRows<Asked, Said>,
  seats: Seats
): Standing<Asked, Said> {
  const accepted = assignments.filter(({ answer }) => answer === 'accepted')
  const concerned = sidesConcerned(accepted, seats)
  const said = saidHere(everything, seats.voices)
  return { accepted, concerned, said, status: taskStatus({ answers: assignments.map(({ answer }) => answer), work, concerned, said }) }
}
