import * as Y from 'yjs'
import { applyLogged } from '@roundtable/shared/document'
import { encodeDeleteSet } from '../domain/known-state.js'
import type { Attribution, LogRow, Snapshot } from '../live.store.js'

export interface Fold {
  readonly snapshot: Snapshot
  readonly foldedSeqs: readonly number[]
  readonly attributions: readonly Attribution[]
}

/** The snapshot does not say what the log said; nothing is deleted then. */
export class FoldMismatch extends Error {
  override readonly name = 'FoldMismatch'
}

/**
 * Folds log rows into a snapshot: one Y.Doc transaction, with garbage collection, so that deleted
 * words do not stay. Proven before the rows may go: a document made from the snapshot and one made
 * from the rows one by one, without garbage collection, have the same state vector and delete set,
 * nothing is pending anywhere, and encoding the snapshot's document again gives the same bytes.
 *
 * Throws `FoldMismatch`.
 */
export function fold(base: Snapshot | null, rows: readonly LogRow[]): Fold {
  const parts = [...(base ? [base.state] : []), ...rows.map((row) => row.bytes)]
  const folded = new Y.Doc({ gc: true })
  applyLogged(folded, parts)
  const state = Y.encodeStateAsUpdate(folded)

  const again = new Y.Doc({ gc: true })
  applyLogged(again, [state])
  const replayed = new Y.Doc({ gc: false })
  for (const part of parts) applyLogged(replayed, [part])
  for (const doc of [folded, again, replayed])
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new FoldMismatch('something is pending')
  const stateVector = Y.encodeStateVector(folded)
  if (!sameBytes(Y.encodeStateVector(replayed), stateVector) || !sameBytes(Y.encodeStateVector(again), stateVector))
    throw new FoldMismatch('the state vectors differ')
  if (!Y.equalDeleteSets(Y.createDeleteSetFromStructStore(replayed.store), Y.createDeleteSetFromStructStore(again.store)))
    throw new FoldMismatch('the delete sets differ')
  if (!sameBytes(Y.encodeStateAsUpdate(again), state)) throw new FoldMismatch('the snapshot does not come back as it was written')

  const deleted = [...Y.decodeUpdate(state).ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, from: clock, to: clock + len }))
  )
  for (const doc of [folded, again, replayed]) doc.destroy()
  return {
    snapshot: { seq: rows.at(-1)?.seq ?? base?.seq ?? 0, state, stateVector, deleteSet: encodeDeleteSet(deleted) },
    foldedSeqs: rows.map((row) => row.seq),
    attributions: attributionsOf(rows)
  }
}

/** Who wrote which clocks. Neighbouring clocks of one seat within a minute become one range. */
export function attributionsOf(rows: readonly LogRow[]): Attribution[] {
  const open = new Map<number, { client: number; from: number; to: number; seatId: string | null; writtenMs: number; lastMs: number }>()
  const done: Attribution[] = []
  for (const { bytes, seatId, writtenMs } of rows) {
    const { from, to } = Y.parseUpdateMeta(bytes)
    for (const [client, end] of to) {
      const start = from.get(client) ?? 0
      const current = open.get(client)
      if (current && current.seatId === seatId && current.to >= start && writtenMs - current.lastMs < 60_000) {
        current.to = Math.max(current.to, end)
        current.lastMs = writtenMs
      } else {
        if (current) done.push(plain(current))
        open.set(client, { client, from: start, to: end, seatId, writtenMs, lastMs: writtenMs })
      }
    }
  }
  return [...done, ...[...open.values()].map(plain)]
}

const plain = ({ client, from, to, seatId, writtenMs }: Attribution): Attribution => ({ client, from, to, seatId, writtenMs })

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
