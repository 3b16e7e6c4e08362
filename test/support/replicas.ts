import * as Y from 'yjs'
import { withoutTidying } from '../../shared/src/document/without-tidying.js'
import type { SeededRandom } from './random.js'

/** Replicas of one document that edit apart and exchange when told to, and every update either of them ever made. */
export interface Replicas {
  readonly docs: readonly [Y.Doc, Y.Doc]
  readonly updates: readonly Uint8Array[]
  exchange(): void
}

const LOCAL = 'replica'

/** Two replicas that begin with the same state; client ids are 11 and 22. */
export function twoReplicas(start: Uint8Array | null): Replicas {
  const updates: Uint8Array[] = start ? [start] : []
  const docs = [replica(11), replica(22)] as const
  for (const doc of docs) {
    if (start) Y.applyUpdate(doc, start, LOCAL)
    doc.on('update', (update: Uint8Array) => updates.push(update))
  }
  const [left, right] = docs
  const exchange = () => {
    Y.applyUpdate(right, Y.encodeStateAsUpdate(left, Y.encodeStateVector(right)))
    Y.applyUpdate(left, Y.encodeStateAsUpdate(right, Y.encodeStateVector(left)))
  }
  return { docs, updates, exchange }
}

/** A document that received the same updates in another order, some twice, some merged. */
export function receivedInAnyOrder(updates: readonly Uint8Array[], random: SeededRandom): Y.Doc {
  const doc = replica(33)
  const waiting = shuffled([...updates, ...updates.filter(() => random.chance(0.1))], random)
  while (waiting.length > 0) {
    const batch = waiting.splice(0, random.integer(1, 5))
    Y.applyUpdate(doc, batch.length > 1 && random.chance(0.5) ? Y.mergeUpdates(batch) : (batch[0] ?? new Uint8Array([0, 0])))
    for (const update of batch) Y.applyUpdate(doc, update)
  }
  return doc
}

/** A document as a page has it. */
export function replica(clientId: number): Y.Doc {
  const doc = withoutTidying(new Y.Doc())
  doc.clientID = clientId
  return doc
}

function shuffled<Item>(items: readonly Item[], random: SeededRandom): Item[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((left, right) => left.key - right.key)
    .map(({ item }) => item)
}
