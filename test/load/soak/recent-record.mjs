import * as Y from 'yjs'

const KEPT = 500
const KNOWN = 2000

/** What `RoomRecord` is for a measurement, for hours: it forgets what everybody must have had long ago. */
export class RecentRecord {
  /** Milliseconds from when an edit was due until somebody else had it, since they were last taken. */
  #latencies = []
  /** Writer → the last edits: the clock after each, and when it was due. */
  #edits = new Map()
  #known = new Map()

  constructor(timedFrom) {
    this.timedFrom = timedFrom
  }

  takeLatencies() {
    return this.#latencies.splice(0)
  }

  typed(writer, end, due) {
    const edits = this.#edits.get(writer) ?? []
    this.#edits.set(writer, edits)
    edits.push({ end, due })
    if (edits.length > 2 * KEPT) edits.splice(0, KEPT)
  }

  /** What was there before somebody came is not late for them. */
  reader(id) {
    return { id, seen: new Map(), comesAt: performance.now() }
  }

  received(reader, bytes, at) {
    for (const [writer, to] of this.#clocksOf(bytes)) {
      const seen = reader.seen.get(writer) ?? 0
      if (to <= seen) continue
      reader.seen.set(writer, to)
      if (writer === reader.id) continue
      const edits = this.#edits.get(writer) ?? []
      for (let index = edits.length - 1; index >= 0 && edits[index].end > seen; index--) {
        const { end, due } = edits[index]
        if (end <= to && due >= Math.max(reader.comesAt, this.timedFrom)) this.#latencies.push(at - due)
      }
    }
  }

  #clocksOf(bytes) {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const known = this.#known.get(key) ?? Y.parseUpdateMeta(Uint8Array.from(bytes)).to
    if (this.#known.size > KNOWN) this.#known.clear()
    this.#known.set(key, known)
    return known
  }
}
