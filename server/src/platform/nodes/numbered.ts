import { randomBytes } from 'node:crypto'

const SENDER_BYTES = 8
const HEADER_BYTES = SENDER_BYTES + 8
/** Processes that were heard: far more than there are at a time. */
const MOST_SENDERS = 1000

/**
 * Numbers what this process says, so that whoever recorded it cannot say it again: of each sender only what is newer than
 * the last is heard. What overtakes on the way is lost with it; all of it are hints.
 */
export class Numbered {
  readonly #sender = randomBytes(SENDER_BYTES)
  #last = 0n
  readonly #heard = new Map<string, bigint>()

  number(message: Buffer): Buffer {
    const numbered = Buffer.allocUnsafe(HEADER_BYTES + message.length)
    this.#sender.copy(numbered)
    numbered.writeBigUInt64BE(++this.#last, SENDER_BYTES)
    message.copy(numbered, HEADER_BYTES)
    return numbered
  }

  /** The message; null when it was heard before. Throws on what is too short to be numbered. */
  read(numbered: Buffer): Buffer | null {
    const sender = numbered.toString('hex', 0, SENDER_BYTES)
    const number = numbered.readBigUInt64BE(SENDER_BYTES)
    if (number <= (this.#heard.get(sender) ?? 0n)) return null
    this.#heard.delete(sender)
    this.#heard.set(sender, number)
    if (this.#heard.size > MOST_SENDERS) this.#heard.delete(this.#heard.keys().next().value!)
    return numbered.subarray(HEADER_BYTES)
  }
}
