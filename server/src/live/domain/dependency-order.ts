import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC

/**
 * The structs in an order in which each comes after everything it refers to, or null when there is none.
 * `start` says where each client stood before; structs of one client come in the order of their clocks.
 *
 * One client is followed as far as somebody waits for it, then who waited goes on: every struct is looked at
 * a bounded number of times, whatever the update looks like.
 */
export function inDependencyOrder(structs: readonly Struct[], start: (client: number) => number): Struct[] | null {
  // A keystroke: the common case needs no queues.
  if (structs.length <= 1)
    return structs.every((only) => referencesOf(only).every((id) => id.clock < start(id.client))) ? [...structs] : null
  const queues = queuesOf(structs)
  const ordered: Struct[] = []
  for (const queue of queues.values()) {
    // Who is waited for, up to which clock; the first goes to its end.
    const waited: { queue: Queue; until: number }[] = [{ queue, until: Infinity }]
    for (let top = waited.at(-1); top; top = waited.at(-1)) {
      const struct = top.queue.structs[top.queue.position]
      if (struct === undefined || reached(queues, start, top.queue.client) >= top.until) {
        top.queue.isWaitedFor = false
        waited.pop()
        continue
      }
      top.queue.isWaitedFor = true
      const missing = referencesOf(struct).find((id) => id.clock >= reached(queues, start, id.client))
      if (missing === undefined) {
        ordered.push(struct)
        top.queue.position += 1
        continue
      }
      const next = queues.get(missing.client)
      // Nobody brings it, or whoever could waits for this very struct.
      if (!next || next.isWaitedFor || next.end <= missing.clock) return null
      waited.push({ queue: next, until: missing.clock + 1 })
    }
  }
  return ordered
}

interface Queue {
  readonly client: number
  readonly structs: Struct[]
  end: number
  position: number
  isWaitedFor: boolean
}

function queuesOf(structs: readonly Struct[]): Map<number, Queue> {
  const queues = new Map<number, Queue>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    let queue = queues.get(client)
    if (!queue) queues.set(client, (queue = { client, structs: [], end: 0, position: 0, isWaitedFor: false }))
    queue.structs.push(struct)
    queue.end = clock + struct.length
  }
  return queues
}

/** The next clock of `client` at this point of the order. */
function reached(queues: ReadonlyMap<number, Queue>, start: (client: number) => number, client: number): number {
  const queue = queues.get(client)
  const last = queue?.structs[queue.position - 1]
  return last ? last.id.clock + last.length : start(client)
}

function referencesOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  const references: Y.ID[] = []
  if (struct.origin) references.push(struct.origin)
  if (struct.rightOrigin) references.push(struct.rightOrigin)
  if (parent instanceof Y.ID) references.push(parent)
  return references
}
