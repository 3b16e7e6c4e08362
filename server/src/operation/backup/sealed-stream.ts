import { createCipheriv, createDecipheriv } from 'node:crypto'
import { BackupError } from './backup-error.js'
import { type Piece, piecesOf } from './pieces.js'
import { COST, newSealing, type Sealing, takeSealing } from './seal-head.js'

/*
 * A stream under a passphrase: a head (`seal-head.ts`), then parts of equal length, each encrypted and authenticated by
 * AES-256-GCM on its own, so that nothing is given out that has not been verified and memory stays small.
 *
 * A part's nonce is its number and whether it is the last, under a key that is this file's alone; each part is bound to the
 * head. A part that is changed, left out, doubled, moved or taken from another file is found, and so is an end that is missing.
 */

const CIPHER = 'aes-256-gcm'
const TAG_BYTES = 16

/** Encrypts a stream; `product` stands in the head, in clear. `cost`: of one guess at the passphrase. */
export async function* seal(source: AsyncIterable<Buffer>, passphrase: string, product: string, cost = COST): AsyncGenerator<Buffer> {
  const sealing = await newSealing(passphrase, product, cost)
  yield sealing.bytes
  let number = 0
  for await (const { bytes, isLast } of piecesOf(source, sealing.chunkBytes)) {
    const cipher = createCipheriv(CIPHER, sealing.key, nonceOf(number++, isLast)).setAAD(sealing.hash)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** Decrypts what `seal` made. Throws `BackupError`: see `takeSealing`; a part that is damaged or out of its place is named. */
export async function* unseal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const reader = new FrontReader(source)
  const sealing = await takeSealing((bytes) => reader.take(bytes), passphrase)
  let number = 0
  for await (const piece of piecesOf(reader.rest(), sealing.chunkBytes + TAG_BYTES)) yield openPart(piece, sealing, number++)
}

function openPart({ bytes, isLast }: Piece, sealing: Sealing, number: number): Buffer {
  const opened = opens(bytes, sealing, number, isLast)
  if (opened) return opened
  if (isLast && opens(bytes, sealing, number, false))
    throw new BackupError(`The backup is not whole: the file ends after part ${number + 1}, and more belongs behind it.`)
  if (!isLast && opens(bytes, sealing, number, true))
    throw new BackupError(`The backup is whole with part ${number + 1}, but something else stands behind it in the file.`)
  const from = sealing.bytes.length + number * (sealing.chunkBytes + TAG_BYTES)
  const how = isLast ? 'damaged, out of its place or cut short' : 'damaged or out of its place'
  throw new BackupError(`The backup cannot be used: its part ${number + 1} (bytes ${from} to ${from + bytes.length}) is ${how}.`)
}

function opens(bytes: Buffer, { key, hash }: Sealing, number: number, isLast: boolean): Buffer | null {
  if (bytes.length < TAG_BYTES) return null
  const end = bytes.length - TAG_BYTES
  const decipher = createDecipheriv(CIPHER, key, nonceOf(number, isLast), { authTagLength: TAG_BYTES })
  decipher.setAAD(hash).setAuthTag(bytes.subarray(end))
  const opened = decipher.update(bytes.subarray(0, end))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch {
    // What it throws says no more than that the tag is not the one: the caller says what that means.
    return null
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(number), 3)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

/** The first bytes of a stream one by one, and then the rest of it. */
class FrontReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  /** Fewer than asked for where the stream ends. */
  async take(bytes: number): Promise<Buffer> {
    while (this.#held.length < bytes) {
      const next = await this.#chunks.next()
      if (next.done) break
      this.#held = Buffer.concat([this.#held, next.value])
    }
    const taken = this.#held.subarray(0, bytes)
    this.#held = this.#held.subarray(bytes)
    return taken
  }

  async *rest(): AsyncGenerator<Buffer> {
    if (this.#held.length > 0) yield this.#held
    for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next()) yield next.value
  }
}
