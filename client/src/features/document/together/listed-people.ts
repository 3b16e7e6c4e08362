import { SIDES, type Side } from '@roundtable/shared/framework'
import type { PresentUser } from '../frame/present-user.js'

/** So many people are listed by name; the others are counted. */
export const MOST_LISTED = 30

export interface SideOfPeople {
  readonly side: Side | null
  /** How many of the side are here, listed or not. */
  readonly total: number
  readonly people: readonly PresentUser[]
}

/** People by side, each side's first ones; the list as a whole stays bounded, and no side is left out of it for another. */
export function bySide(people: readonly PresentUser[]): readonly SideOfPeople[] {
  const sides = [...SIDES, null]
    .map((side) => ({ side, all: people.filter((person) => person.side === side) }))
    .filter(({ all }) => all.length > 0)
  const share = Math.max(1, Math.floor(MOST_LISTED / Math.max(1, sides.length)))
  let spare = MOST_LISTED - sides.reduce((sum, { all }) => sum + Math.min(share, all.length), 0)
  return sides.map(({ side, all }) => {
    const more = Math.max(0, Math.min(spare, all.length - share))
    spare -= more
    return { side, total: all.length, people: all.slice(0, share + more) }
  })
}
