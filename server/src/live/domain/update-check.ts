import type { SharedTypeName } from '@roundtable/shared/document'
import { LIVE_LIMITS, type RejectionReason } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { crowdingOf } from './crowding.js'
import { type Struct, inDependencyOrder } from './dependency-order.js'
import { DepthIndex } from './depth-index.js'
import { type ClockRange, type KnownState, coalesced, deletionsOnly, encodeDeleteSet } from './known-state.js'
import { MOST_DELETIONS, readUpdate } from './read-update.js'

/**
 * The structural check of one update, before any right is asked.
 *
 * It admits an update only if, after what is known already is cut off, every struct and every deletion
 * refers to what the room knows: nothing can lie in wait for a colleague's next keystroke, and nothing
 * pending is ever stored. The bytes never touch a long-lived Y.Doc; a struct is only read.
 */
export type Finding =
  | { readonly verdict: 'known' }
  | {
      readonly verdict: 'new'
      readonly bytes: Uint8Array
      readonly written: readonly ClockRange[]
      readonly deleted: readonly ClockRange[]
      /** Each after what it refers to. */
      readonly structs: readonly Struct[]
    }
  | { readonly verdict: 'refused'; readonly reason: RejectionReason }

/** Of the document's layout: root name → its type. */
export type Roots = ReadonlyMap<string, SharedTypeName>

export interface Surroundings {
  readonly known: KnownState
  /** What this same sender has waiting in the same batch: client → clock. Nobody else's counts. */
  readonly ahead: ReadonlyMap<number, number>
  readonly roots: Roots
  /** With what this same sender has waiting. Asked only when an update nests a shared type: building it reads the whole document once. */
  readonly depths: () => DepthIndex
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
/** Each page that is written in has one. So many never wait on one device, and each stands in the state vector for good. */
const MOST_NEW_CLIENTS = 100
const HIGHEST_CLOCK = 2 ** 31
const VALUE_DEPTH = 64
const refused = (reason: RejectionReason): Finding => ({ verdict: 'refused', reason })

export function checkUpdate(bytes: Uint8Array, around: Surroundings): Finding {
  const read = readUpdate(bytes, () => around.known.deletedRuns)
  if (typeof read === 'string') return refused(read)
  const structs: Struct[] = []
  const horizon = new Map<number, number>()
  const start = (client: number): number => around.ahead.get(client) ?? around.known.clockOf(client)
  const reach = (client: number): number => horizon.get(client) ?? start(client)
  let isCut = false
  let newClients = 0
  for (const struct of read.structs) {
    if (struct instanceof Y.Skip) return refused('refers_to_unknown')
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (!(struct.length > 0) || end > HIGHEST_CLOCK) return refused('malformed')
    const known = reach(client)
    if (clock > known) return refused('refers_to_unknown')
    if (clock < known) isCut = true
    if (end <= known) continue
    if (known === 0 && ++newClients > MOST_NEW_CLIENTS) return refused('too_large')
    horizon.set(client, end)
    const reason = struct instanceof Y.Item ? problemOfItem(struct, around.roots) : null
    if (reason) return refused(reason)
    structs.push(struct)
  }
  const crowding = crowdingOf(structs)
  if (crowding) return refused(crowding)
  const ordered = inDependencyOrder(structs, start)
  if (!ordered) return refused('refers_to_unknown')

  const deleted: ClockRange[] = []
  let rangesWithNews = 0
  for (const range of coalesced(read.deletions)) {
    if (range.to > reach(range.client)) return refused('refers_to_unknown')
    const before = deleted.length
    for (const part of around.known.notYetDeleted(range)) deleted.push(part)
    if (deleted.length > before) rangesWithNews += 1
  }
  if (rangesWithNews > MOST_DELETIONS) return refused('too_large')
  if (structs.length === 0 && deleted.length === 0) return { verdict: 'known' }
  if (structs.some(nests) && isTooDeep(ordered, around.depths())) return refused('too_deep')

  const written = [...horizon].map(([client, to]) => ({ client, from: start(client), to }))
  if (structs.length === 0) return { verdict: 'new', bytes: deletionsOnly(encodeDeleteSet(deleted)), written, deleted, structs }
  const cut = isCut ? Y.diffUpdate(bytes, vectorOf(written, around)) : bytes.slice()
  return { verdict: 'new', bytes: cut, written, deleted, structs: ordered }
}

/** The vector to cut with: where each client of the update stands before it. */
function vectorOf(written: readonly ClockRange[], { known, ahead }: Surroundings): Uint8Array {
  const clocks = new Map([...known.clients].map((client) => [client, known.clockOf(client)]))
  for (const [client, clock] of ahead) clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
  for (const { client, from } of written) clocks.set(client, from)
  return Y.encodeStateVector(clocks)
}

function problemOfItem(item: Y.Item, roots: Roots): RejectionReason | null {
  const parent: unknown = item.parent
  if (typeof parent === 'string' && !roots.has(parent)) return 'layout'
  if (item.parentSub !== null && FORBIDDEN_KEYS.has(item.parentSub)) return 'layout'
  const { content } = item
  // An editor puts its words into an element; what stands first in a fragment tells its root.
  if (content instanceof Y.ContentString && typeof parent === 'string' && roots.get(parent) === 'fragment') return 'layout'
  if (content instanceof Y.ContentDoc || content instanceof Y.ContentBinary) return 'layout'
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return content.arr.every((value: unknown) => isPlainValue(value)) ? null : 'layout'
  if (content instanceof Y.ContentEmbed) return isPlainValue(content.embed) ? null : 'layout'
  if (content instanceof Y.ContentFormat) return !FORBIDDEN_KEYS.has(content.key) && isPlainValue(content.value) ? null : 'layout'
  return null
}

/** JSON-like, without keys that reach an object's prototype, and not nested beyond reason. */
function isPlainValue(value: unknown, depth = 0): boolean {
  if (typeof value === 'bigint') return false // JSON has no such number: every reader that writes JSON would throw
  if (value === null || typeof value !== 'object') return true
  if (depth >= VALUE_DEPTH) return false
  if (Array.isArray(value)) return value.every((part) => isPlainValue(part, depth + 1))
  // A key `__proto__` shows in JSON.parse as an own key, and in lib0's decoder as a foreign prototype.
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.entries(value).every(([key, part]) => !FORBIDDEN_KEYS.has(key) && isPlainValue(part, depth + 1))
}

const nests = (struct: Struct): boolean => struct instanceof Y.Item && struct.content instanceof Y.ContentType

/** Only a nested type can add a level. Measured on an overlay: the update is not accepted yet. */
function isTooDeep(structs: readonly Struct[], depths: DepthIndex): boolean {
  const overlay = new DepthIndex(depths)
  return structs.some((struct) => overlay.add(struct) > LIVE_LIMITS.depth)
}
