import { createHash, type Hash } from 'node:crypto'
import { z } from 'zod'
import { BackupError } from './backup-error.js'

/*
 * What stands inside a backup: entries one after the other, each with a head, its bytes, and an end that tells how many
 * bytes (and rows) there were and their SHA-256. Attachments will be entries of a kind of their own, when there are any.
 *
 *   frame = type (1 byte) · length (4 bytes) · so many bytes;   entry = head, data …, end;   file = entry …, whole
 */

const FRAME = { head: 1, data: 2, end: 3, whole: 4 } as const
const MOST_BYTES = 1_048_576

const headSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('manifest') }),
  z.object({ kind: z.literal('key'), name: z.string() }),
  z.object({ kind: z.literal('table'), name: z.string(), columns: z.array(z.string()) })
])
export type EntryHead = z.output<typeof headSchema>
const endSchema = z.object({ bytes: z.number(), sha256: z.string(), rows: z.number() })
const wholeSchema = z.object({ entries: z.number(), rows: z.number() })
export type Totals = z.output<typeof wholeSchema>

export interface Entry {
  readonly head: EntryHead
  readonly body: AsyncIterable<Buffer> | Iterable<Buffer>
  /** Asked when the body is through. */
  readonly rows?: () => number
}

/** Where the bytes of one entry go. */
export interface EntrySink {
  write(bytes: Buffer): Promise<void>
  /** Resolves with the rows that came in, when all of it is in. */
  end(): Promise<number>
}

export async function* written(entries: Iterable<Entry>): AsyncGenerator<Buffer> {
  const whole: Totals = { entries: 0, rows: 0 }
  for (const { head, body, rows } of entries) {
    yield frame(FRAME.head, Buffer.from(JSON.stringify(head)))
    const sum = createHash('sha256')
    let bytes = 0
    for await (const chunk of body) {
      sum.update(chunk)
      bytes += chunk.length
      for (let at = 0; at < chunk.length; at += MOST_BYTES) yield frame(FRAME.data, chunk.subarray(at, at + MOST_BYTES))
    }
    const end = { bytes, sha256: sum.digest('hex'), rows: rows?.() ?? 0 }
    yield frame(FRAME.end, Buffer.from(JSON.stringify(end)))
    whole.entries += 1
    whole.rows += end.rows
  }
  yield frame(FRAME.whole, Buffer.from(JSON.stringify(whole)))
}

/**
 * Reads what `written` wrote: each entry goes where `place` says, and is there before the next one begins.
 * Throws `BackupError` when an entry is not what its end says, or entries are missing.
 */
export async function readEntries(source: AsyncIterable<Buffer>, place: (head: EntryHead) => EntrySink): Promise<Totals> {
  let open: { name: string; sink: EntrySink; sum: Hash; bytes: number } | null = null
  let whole: Totals | null = null
  const seen: Totals = { entries: 0, rows: 0 }
  for await (const { type, bytes } of framesOf(source)) {
    if (whole || (type === FRAME.data || type === FRAME.end) !== (open !== null)) throw outOfOrder()
    if (open && type === FRAME.data) {
      open.sum.update(bytes)
      open.bytes += bytes.length
      await open.sink.write(bytes)
    } else if (open) {
      const end = read(endSchema, bytes)
      const rows = await open.sink.end()
      if (open.bytes !== end.bytes || open.sum.digest('hex') !== end.sha256 || rows !== end.rows)
        throw new BackupError(`The ${open.name} is not what was written: ${rows} of ${end.rows} rows, ${open.bytes} of ${end.bytes} bytes.`)
      seen.entries += 1
      seen.rows += rows
      open = null
    } else if (type === FRAME.head) {
      const head = readHead(bytes)
      open = { name: nameOf(head), sink: place(head), sum: createHash('sha256'), bytes: 0 }
    } else whole = read(wholeSchema, bytes)
  }
  if (whole?.entries !== seen.entries || whole.rows !== seen.rows) throw outOfOrder()
  return seen
}

function readHead(bytes: Buffer): EntryHead {
  const { kind } = read(z.object({ kind: z.string() }), bytes)
  if (headSchema.options.some(({ shape }) => shape.kind.value === kind)) return read(headSchema, bytes)
  throw new BackupError(`The backup holds something this version of Roundtable does not know (${kind}): restore it with a newer one.`)
}

const nameOf = (head: EntryHead): string => (head.kind === 'manifest' ? head.kind : `${head.kind} ${head.name}`)

/** Every part was authentic, so what is in disorder was written so. */
const outOfOrder = (): BackupError =>
  new BackupError('The backup is authentic, but what it holds is not in order: it was not written whole.')

function read<T extends z.ZodType>(schema: T, bytes: Buffer): z.output<T> {
  try {
    return schema.parse(JSON.parse(bytes.toString()))
  } catch (cause) {
    throw new BackupError(outOfOrder().message, { cause })
  }
}

function frame(type: number, bytes: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(type)
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

async function* framesOf(source: AsyncIterable<Buffer>): AsyncGenerator<{ type: number; bytes: Buffer }> {
  let held: Buffer[] = []
  let length = 0
  let needed = 5
  for await (const chunk of source) {
    held.push(chunk)
    length += chunk.length
    if (length < needed) continue
    let rest = Buffer.concat(held)
    for (needed = neededOf(rest); rest.length >= needed; needed = neededOf(rest)) {
      yield { type: rest.readUInt8(), bytes: rest.subarray(5, needed) }
      rest = rest.subarray(needed)
    }
    held = [rest]
    length = rest.length
  }
  if (length > 0) throw outOfOrder()
}

/** How many bytes the first frame of `bytes` takes; those of its head while that is not whole. */
function neededOf(bytes: Buffer): number {
  if (bytes.length < 5) return 5
  const length = bytes.readUInt32BE(1)
  if (length > MOST_BYTES) throw outOfOrder()
  return 5 + length
}
