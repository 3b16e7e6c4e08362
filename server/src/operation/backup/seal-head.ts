import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { BackupError } from './backup-error.js'

/*
 * What a backup says in clear, and how its keys come from the passphrase:
 *
 *   "RTBACKUP" · length of the JSON (4 bytes) · JSON · check (32 bytes) · SHA-256 of all of that (32 bytes)
 *
 * `check` is a keyed hash of what stands before it: a wrong passphrase is told from a damaged file before anything is opened.
 */

const MAGIC = Buffer.from('RTBACKUP')
const FORMAT = 1
const HASH_BYTES = 32
const MOST_JSON_BYTES = 4096

/** A file may be a stranger's: what it asks of this machine has bounds. */
const headSchema = z.object({
  format: z.number().int().min(1),
  product: z.string().max(40),
  key: z.object({
    derivation: z.literal('scrypt'),
    // At most four times the memory that a backup of this version asks for: a stranger's file is not to take it all.
    cost: z.union([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18, 2 ** 19].map((cost) => z.literal(cost))),
    blockSize: z.number().int().min(1).max(8),
    parallelization: z.number().int().min(1).max(4),
    salt: z.base64().min(22).max(88)
  }),
  chunkBytes: z.number().int().min(1024).max(1_048_576)
})
type SealHead = z.output<typeof headSchema>

/** A head, its key, and its hash, which every part of the file is bound to. */
export interface Sealing {
  readonly product: string
  readonly chunkBytes: number
  readonly key: Buffer
  readonly hash: Buffer
  /** As it stands in the file. */
  readonly bytes: Buffer
}

/** What one guess at a passphrase costs: half a second and 128 MB of a machine of 2025. */
export const COST = 2 ** 17

/** A head for a new file, under a key that no other file has. */
export async function newSealing(passphrase: string, product: string, cost: number): Promise<Sealing> {
  const key = {
    derivation: 'scrypt' as const,
    cost,
    blockSize: 8,
    parallelization: 1,
    salt: randomBytes(32).toString('base64')
  }
  const head = headSchema.parse({ format: FORMAT, product, key, chunkBytes: 65_536 })
  const json = Buffer.from(JSON.stringify(head))
  const keys = await keysOf(passphrase, head)
  const start = Buffer.concat([MAGIC, lengthOf(json), json])
  const checked = Buffer.concat([start, createHmac('sha256', keys.check).update(start).digest()])
  const hash = createHash('sha256').update(checked).digest()
  return { product, chunkBytes: head.chunkBytes, key: keys.seal, hash, bytes: Buffer.concat([checked, hash]) }
}

/**
 * Takes the head from the front of a file. Throws `BackupError` when it is no backup, is damaged, was written by a newer
 * version, or the passphrase is another one.
 */
export async function takeSealing(take: (bytes: number) => Promise<Buffer>, passphrase: string): Promise<Sealing> {
  const magic = await take(MAGIC.length)
  if (!magic.equals(MAGIC)) throw new BackupError('This is not a backup of Roundtable.')
  const damaged = new BackupError('The backup is damaged in its head, at the very beginning of the file.')
  const length = await take(4)
  if (length.length < 4 || length.readUInt32BE() > MOST_JSON_BYTES) throw damaged
  const json = await take(length.readUInt32BE())
  const check = await take(HASH_BYTES)
  const hash = await take(HASH_BYTES)
  const start = Buffer.concat([magic, length, json])
  const checked = Buffer.concat([start, check])
  if (hash.length < HASH_BYTES || !createHash('sha256').update(checked).digest().equals(hash)) throw damaged
  const read = parsed(json)
  if (read === undefined) throw damaged
  const format = z.object({ format: z.number() }).safeParse(read).data?.format
  if (format !== undefined && format > FORMAT)
    throw new BackupError(`The backup has format ${format}, which is newer than this version of Roundtable: restore it with the newer one.`)
  const head = headSchema.safeParse(read)
  if (!head.success) throw damaged
  const keys = await keysOf(passphrase, head.data)
  if (!timingSafeEqual(createHmac('sha256', keys.check).update(start).digest(), check))
    throw new BackupError('The passphrase does not open this backup.')
  const { product, chunkBytes } = head.data
  return { product, chunkBytes, key: keys.seal, hash, bytes: Buffer.concat([checked, hash]) }
}

/** Undefined for what is no JSON: the hash beside it is anybody's to make. */
function parsed(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString())
  } catch {
    return undefined
  }
}

function lengthOf(json: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return length
}

async function keysOf(passphrase: string, { key }: SealHead): Promise<{ seal: Buffer; check: Buffer }> {
  const { cost, blockSize, parallelization, salt } = key
  const maxmem = 256 * cost * blockSize
  const both = await new Promise<Buffer>((resolve, reject) => {
    const options = { cost, blockSize, parallelization, maxmem }
    // The same letters from another keyboard are the same passphrase.
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 64, options, (error, derived) =>
      error ? reject(error) : resolve(derived)
    )
  })
  return { seal: both.subarray(0, 32), check: both.subarray(32) }
}
