import type { RejectionReason } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import type { Struct } from './dependency-order.js'

/** More than this nobody puts in one and the same place before the server hears of it. */
const MOST_IN_ONE_PLACE = 5000

/**
 * What makes Yjs walk past all that stands in a place for each thing that comes there: it is read in no time here, and
 * merging it takes everybody's minutes.
 *
 * Yjs gives a value of a map no left neighbour only when its writer knew of no value under that key: once for a
 * client, since what it knows it never forgets. A second one is not of Yjs's making.
 */
export function crowdingOf(structs: readonly Struct[]): RejectionReason | null {
  if (structs.length <= 1) return null
  if (hasSecondFirstValue(structs)) return 'malformed'
  return structs.length > MOST_IN_ONE_PLACE && isCrowded(structs) ? 'too_large' : null
}

function hasSecondFirstValue(structs: readonly Struct[]): boolean {
  const seen = new Set<string>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.parentSub === null || struct.origin !== null) continue
    const place = `${struct.id.client} ${parentOf(struct)} ${struct.parentSub}`
    if (seen.has(place)) return true
    seen.add(place)
  }
  return false
}

/** A place is what stands to the left. Everything at the front of something counts as one: what it is the front of is not written. */
function isCrowded(structs: readonly Struct[]): boolean {
  const FRONT = 'front'
  const taken = new Map<string, number>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || (struct.origin === null && struct.rightOrigin === null)) continue
    const place = struct.origin ? nameOf(struct.origin) : FRONT
    const count = (taken.get(place) ?? 0) + 1
    if (count > MOST_IN_ONE_PLACE) return true
    taken.set(place, count)
  }
  return false
}

/** As it stands in an update that is only read: the name of a root, or the id of the item that holds it. */
function parentOf(item: Y.Item): string {
  const parent: unknown = item.parent
  return parent instanceof Y.ID ? nameOf(parent) : `root ${String(parent)}`
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`
