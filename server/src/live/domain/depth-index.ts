import * as Y from 'yjs'
import { type Struct, inDependencyOrder } from './dependency-order.js'

interface Run {
  readonly from: number
  readonly to: number
  readonly depth: number
}

/**
 * How deep each item sits below its root, so that nesting can be bounded without a Y.Doc.
 *
 * An item with an origin takes its neighbour's depth; Yjs leaves its parent out. Neighbouring clocks
 * of one depth melt into one run, so typing costs nothing. Deleted (GC) structs count as depth 0.
 */
export class DepthIndex {
  /** The index of a whole document, from the updates it consists of, in the order of their `seq`. */
  static of(updates: readonly Uint8Array[]): DepthIndex {
    const index = new DepthIndex()
    const clocks = new Map<number, number>()
    for (const bytes of updates) {
      const { structs } = Y.decodeUpdate(bytes)
      index.addAll(structs, (client) => clocks.get(client) ?? 0)
      for (const { id, length } of structs) clocks.set(id.client, id.clock + length)
    }
    return index
  }

  readonly #runs = new Map<number, Run[]>()

  /** `below`: an index that answers for what this one has not been told. */
  constructor(private readonly below?: DepthIndex) {}

  depthAt(id: { client: number; clock: number }): number {
    const runs = this.#runs.get(id.client) ?? []
    let low = 0
    let high = runs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (runs[middle]!.to <= id.clock) low = middle + 1
      else high = middle
    }
    const run = runs[low]
    return run && run.from <= id.clock ? run.depth : (this.below?.depthAt(id) ?? 0)
  }

  /** Depth of the item's place: 1 directly below a root. */
  depthOf(struct: Y.Item): number {
    const parent: unknown = struct.parent
    if (typeof parent === 'string') return 1
    if (parent instanceof Y.ID) return this.depthAt(parent) + 1
    const neighbour = struct.origin ?? struct.rightOrigin
    return neighbour ? this.depthAt(neighbour) : 1
  }

  /** Takes the structs of a committed update in, whatever their order; `start`: where each client stood before it. */
  addAll(structs: readonly (Struct | Y.Skip)[], start: (client: number) => number): void {
    const real = structs.filter((struct) => !(struct instanceof Y.Skip))
    for (const struct of inDependencyOrder(real, start) ?? real) this.add(struct)
  }

  /** Takes a struct in and returns its depth. Each comes after what it refers to; the known part of it is not taken twice. */
  add(struct: Struct): number {
    const depth = struct instanceof Y.Item ? this.depthOf(struct) : 0
    const { client, clock } = struct.id
    const runs = this.#runs.get(client) ?? []
    const last = runs.at(-1)
    const [from, to] = [Math.max(clock, last?.to ?? 0), clock + struct.length]
    if (from >= to) return depth
    if (last && last.to === from && last.depth === depth) runs[runs.length - 1] = { from: last.from, to, depth }
    else runs.push({ from, to, depth })
    this.#runs.set(client, runs)
    return depth
  }
}
