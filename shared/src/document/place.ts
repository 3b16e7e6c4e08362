import { generateNKeysBetween } from 'fractional-indexing'

/**
 * The order of a list that many people rearrange: each entry carries a place, a string that sorts between its neighbours',
 * so moving one entry writes that entry alone. Two people may choose the same place at once; ties are ordered by id.
 */
export interface Placed {
  readonly id: string
  /** As stored: may be missing or no place at all. */
  readonly place: unknown
}

const MAX_PLACE_LENGTH = 200

/** The outermost heads `A` and `z` are out of honest reach (62^25 insertions) and the only ones the library can fail on. */
const PLACE = /^[B-Za-y][0-9A-Za-z]+$/

export function isPlace(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > MAX_PLACE_LENGTH || !PLACE.test(value)) return false
  const head = value.charCodeAt(0)
  const integerLength = head < 97 ? 92 - head : head - 95
  return value.length >= integerLength && !(value.length > integerLength && value.endsWith('0'))
}

/** Entries without a usable place come last; equal places are ordered by id. */
export function inOrder<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((left, right) => byPlace(left, right) || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0))
}

function byPlace(left: Placed, right: Placed): number {
  const [a, b] = [left.place, right.place]
  if (!isPlace(a) || !isPlace(b)) return Number(isPlace(b)) - Number(isPlace(a))
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The places to write so that `id` stands at `index` among `others` (in order, without it).
 * Usually one; more only where neighbours share a place or have none, and all when places have grown too long.
 */
export function placesFor(id: string, others: readonly Placed[], index: number): ReadonlyMap<string, string> {
  let from = index
  while (from > 0 && !isPlace(others[from - 1]?.place)) from--
  const lower = placeAt(others, from - 1)
  let to = index
  while (to < others.length && isTied(placeAt(others, to), lower)) to++
  const ids = [...others.slice(from, index).map((other) => other.id), id, ...others.slice(index, to).map((other) => other.id)]
  const places = generateNKeysBetween(lower, placeAt(others, to), ids.length)
  return places.every(isPlace) ? paired(ids, places) : respaced(id, others, index)
}

function respaced(id: string, others: readonly Placed[], index: number): ReadonlyMap<string, string> {
  const ids = [...others.slice(0, index).map((other) => other.id), id, ...others.slice(index).map((other) => other.id)]
  return paired(ids, generateNKeysBetween(null, null, ids.length))
}

const placeAt = (others: readonly Placed[], index: number): string | null => {
  const place = others[index]?.place
  return isPlace(place) ? place : null
}

const isTied = (place: string | null, lower: string | null) => place !== null && lower !== null && place <= lower

const paired = (ids: readonly string[], places: readonly string[]) => new Map(ids.map((id, index) => [id, places[index] ?? '']))
