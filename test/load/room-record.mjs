import * as Y from 'yjs'

/**
 * What was typed in one room and what reached whom. Each letter has a clock under its writer's client id, so that an
 * update's clocks tell which letters it carries, and when these were due.
 */
export class RoomRecord {
  /** Milliseconds from when a letter was due until somebody else had it; one value a letter and reader. */
  latencies = []
  deliveries = 0
  /** Letters that were due earlier are delivered, but not timed: the beginning warms up. */
  timedFrom = 0
  #written = new Map()
  #parsed = new Map()

  /** `update` holds the writer's next letters, which were due at `due`. */
  typed(writer, update, letters, due) {
    const written = this.#written.get(writer) ?? { dues: [], updates: [] }
    this.#written.set(writer, written)
    for (let letter = 0; letter < letters; letter++) written.dues.push(due)
    written.updates.push(update)
  }

  reader(id) {
    return { id, seen: new Map(), skipped: 0, messages: [] }
  }

  received(reader, bytes, at) {
    const message = this.#parse(bytes)
    reader.messages.push(message)
    for (const { writer, from, to } of message.ranges) {
      const seen = reader.seen.get(writer) ?? 0
      if (to <= seen) continue
      reader.skipped += Math.max(0, from - seen)
      reader.seen.set(writer, to)
      if (writer !== reader.id) this.#time(writer, Math.max(from, seen), to, at)
    }
  }

  #time(writer, from, to, at) {
    const { dues } = this.#written.get(writer) ?? { dues: [] }
    for (let clock = from; clock < Math.min(to, dues.length); clock++) {
      this.deliveries += 1
      if (dues[clock] >= this.timedFrom) this.latencies.push(at - dues[clock])
    }
  }

  /** Everybody in a room is sent the same bytes: they are read once. */
  #parse(bytes) {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const known = this.#parsed.get(key)
    if (known) return known
    const copy = Uint8Array.from(bytes)
    const { from, to } = Y.parseUpdateMeta(copy)
    const message = {
      number: this.#parsed.size,
      bytes: copy,
      ranges: [...to].map(([writer, end]) => ({ writer, from: from.get(writer), to: end }))
    }
    this.#parsed.set(key, message)
    return message
  }

  /** Letters that some reader has not got from somebody else; one that came after a later one of its writer counts as well. */
  missing(readers) {
    let missing = 0
    for (const reader of readers) {
      missing += reader.skipped
      for (const [writer, { dues }] of this.#written)
        if (writer !== reader.id) missing += Math.max(0, dues.length - (reader.seen.get(writer) ?? 0))
    }
    return missing
  }

  /** Everything a reader has, as one update. */
  stateOf(reader) {
    return Y.mergeUpdates(this.#updatesOf(reader))
  }

  #updatesOf({ id, messages }) {
    return [...(this.#written.get(id)?.updates ?? []), ...messages.map(({ bytes }) => bytes)]
  }

  /** Whether all of them see the very same text, with every letter in it that was typed or, `alreadyThere` many, was there before. */
  isConverged(readers, alreadyThere = 0) {
    const texts = new Map()
    for (const reader of readers) {
      const key = this.#written.has(reader.id) ? reader : reader.messages.map(({ number }) => number).join()
      if (!texts.has(key)) texts.set(key, textOf(this.#updatesOf(reader)))
    }
    const [text = '', ...others] = new Set(texts.values())
    const typed = [...this.#written.values()].reduce((sum, { dues }) => sum + dues.length, 0)
    return others.length === 0 && text.length === alreadyThere + typed
  }
}

function textOf(updates) {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc.getText('content').toString()
}
