import type { Side } from '@roundtable/shared/framework'
import type { Member } from '../ability/index.js'

/** The side of whoever may approve or give an opinion: they always have one (INV-2). */
export function sideOf({ seat }: Member): Side {
  if (seat.side === null) throw new Error(`seat ${seat.id} may decide and has no side`)
  return seat.side
}
