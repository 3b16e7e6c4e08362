import type { PresentUser } from './present-user.js'

/** Whose name is new and whose is gone between two looks at the same document. */
export function comingsAndGoings(before: readonly PresentUser[], after: readonly PresentUser[]): { came: string[]; went: string[] } {
  const missingIn = (people: readonly PresentUser[]) => (person: PresentUser) => !people.some((other) => other.id === person.id)
  return {
    came: after.filter(missingIn(before)).map((person) => person.name),
    went: before.filter(missingIn(after)).map((person) => person.name)
  }
}
