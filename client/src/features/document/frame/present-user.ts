import { SIDES, type Side } from '@roundtable/shared/framework'

/** Carets of more people than this only disturb. */
export const MOST_CARETS = 12

/** Somebody who has the document open, as the server stamps it into their awareness state. */
export interface PresentUser {
  readonly id: string
  readonly name: string
  readonly side: Side | null
  readonly color: number
}

/** The stamped user of an awareness state, or null while there is none (others' states are never trusted to be whole). */
export function presentUser(state: object | null): PresentUser | null {
  const user = property(state, 'user')
  const [id, name, side, color] = [property(user, 'id'), property(user, 'name'), property(user, 'side'), property(user, 'color')]
  if (typeof id !== 'string' || typeof name !== 'string') return null
  return {
    id,
    name,
    side: SIDES.find((one) => one === side) ?? null,
    color: typeof color === 'number' && Number.isInteger(color) && color >= 0 ? color : 0
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined
}

/** Each person once, however many tabs they have open; in the order of their names. */
export function presentPeople(states: Iterable<object | null>): readonly PresentUser[] {
  const people = new Map<string, PresentUser>()
  for (const state of states) {
    const user = presentUser(state)
    if (user) people.set(user.id, user)
  }
  return [...people.values()].sort((left, right) => left.name.localeCompare(right.name))
}
