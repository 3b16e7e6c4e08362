/**
 * The places at which a test may have this process die, in the order in which work passes them: each
 * stands between two steps of a flush or of compaction, where a crash could come between what is
 * committed, what is told and what is remembered.
 */
export const FAILPOINTS = [
  'append.before',
  'append.after',
  'take.before',
  'take.after',
  'broadcast.before',
  'durable.before',
  'durable.after',
  'compaction.loaded',
  'compaction.folded',
  'compaction.locked',
  'compaction.snapshot-written',
  'compaction.attributed',
  'compaction.rows-deleted',
  'compaction.committed',
  'compaction.rebased'
] as const
export type FailpointName = (typeof FAILPOINTS)[number]

export interface Failpoint {
  readonly name: FailpointName
  /** At which pass the process dies, from 1. */
  readonly pass: number
}

/** Reads `<name>` or `<name>:<pass>`; null when it names no place. */
export function readFailpoint(text: string): Failpoint | null {
  const [word, pass = '1', ...rest] = text.split(':')
  const name = FAILPOINTS.find((each) => each === word)
  return name && rest.length === 0 && /^[1-9]\d{0,5}$/.test(pass) ? { name, pass: Number(pass) } : null
}

let armed: { readonly name: FailpointName; left: number } | null = null

/** From now on the process dies at this place. */
export function arm({ name, pass }: Failpoint): void {
  armed = { name, left: pass }
}

/** Marks a place. Unless one is armed this costs one comparison. */
export function failpoint(name: FailpointName): void {
  if (armed !== null && armed.name === name && --armed.left === 0) process.kill(process.pid, 'SIGKILL')
}
