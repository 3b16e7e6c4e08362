import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { LIVE_SUBPROTOCOL } from '@roundtable/shared/protocol'
import { Collaborator } from '../collaborator.mjs'
import { textAt } from './long-text.mjs'

const SAVED_WITHIN_MS = 60_000
const BLOCK_STEP = 37

/** One person at a document who knows all of it: what they change may hang on what was there before. */
export async function arrive(address, known = null) {
  const record = { reader: () => null, received: (_reader, update) => known ?? Y.applyUpdate(person.own, update), typed: () => undefined }
  const person = new Collaborator({ kind: 'plain', address, record, protocols: [LIVE_SUBPROTOCOL], now: () => performance.now() })
  if (known) {
    Y.applyUpdate(person.own, known)
    person.remember(known, Y.encodeStateVectorFromUpdate(known))
  }
  await person.connect()
  return person
}

/** Resolves when the server has called everything durable that somebody sent. */
export async function saved(person) {
  const limit = performance.now() + SAVED_WITHIN_MS
  while (person.durable < person.sent) {
    if (person.rejection) throw new Error(`refused: ${person.rejection}`)
    if (performance.now() > limit) throw new Error(`${person.sent - person.durable} messages are not saved after ${SAVED_WITHIN_MS} ms`)
    await pause(10)
  }
}

/** Somebody who types at the end of a block of their own, their caret behind each letter, as an editor does. */
export class Editor {
  #person
  #text

  constructor(person, { path, number, blocks }) {
    this.#person = person
    this.#text = textAt(person.own, path)
      .get((number * BLOCK_STEP + 5) % blocks)
      .get(0)
  }

  type(words = 'x') {
    this.#person.change(() => this.#text.insert(this.#text.length, words))
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.#text, this.#text.length))
    this.#person.moveCaret({ anchor: place, head: place })
  }

  leave() {
    this.#person.drop()
  }
}
