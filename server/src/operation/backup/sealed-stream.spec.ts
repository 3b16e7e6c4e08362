import { createHash, randomBytes } from 'node:crypto'
import { seal, unseal } from './sealed-stream.js'

const PASSPHRASE = 'sixteen herons at dusk'
/** Guessing is made cheap here, so that much can be tried. */
const COST = 2 ** 14
const PART = 65_536 + 16

async function* inChunks(bytes: Buffer, size = 10_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

const sealed = (bytes: Buffer) => whole(seal(inChunks(bytes), PASSPHRASE, '1.2.3', COST))
const opened = (bytes: Buffer, passphrase = PASSPHRASE) => whole(unseal(inChunks(bytes), passphrase))

/** What is said of a file that cannot be used. */
async function refusal(bytes: Buffer): Promise<string> {
  return opened(bytes).then(
    () => 'it was opened',
    (error: unknown) => (error instanceof Error && error.name === 'BackupError' ? error.message : `unforeseen: ${String(error)}`)
  )
}

describe('a sealed stream', () => {
  const plain = Buffer.concat([randomBytes(100_000), Buffer.from('canary of a private name'), randomBytes(50_000)])
  let file: Buffer
  let headBytes: number

  beforeAll(async () => {
    file = await sealed(plain)
    headBytes = file.length - plain.length - 3 * 16
  })

  it('[BACK-10] gives back what went in, of any length, and shows nothing of it but its length', async () => {
    expect((await opened(file)).equals(plain)).toBe(true)
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072]) {
      const bytes = randomBytes(length)
      expect((await opened(await sealed(bytes))).equals(bytes)).toBe(true)
    }
    expect(file.includes('canary')).toBe(false)
    expect(file.subarray(12, headBytes).toString('latin1')).toContain('"product":"1.2.3"')
  })

  it('[BACK-10] has another key and other bytes each time', async () => {
    const again = await sealed(plain)
    expect(again.subarray(headBytes).equals(file.subarray(headBytes))).toBe(false)
  })

  it('[BACK-11] says of another passphrase that it is another one; the same letters typed otherwise are the same', async () => {
    await expect(opened(file, 'sixteen herons at dawn')).rejects.toThrow('The passphrase does not open this backup.')
    const accented = await whole(seal(inChunks(plain), 'caf\u00e9 au bord du lac', '1', COST))
    expect((await opened(accented, 'cafe\u0301 au bord du lac')).equals(plain)).toBe(true)
  })

  it('[BACK-12] finds every part that is flipped, left out, doubled, moved, cut or added to, and names it', async () => {
    const part = (number: number) => file.subarray(headBytes + number * PART, headBytes + (number + 1) * PART)
    const head = file.subarray(0, headBytes)
    const flipped = (at: number) => {
      const other = Buffer.from(file)
      other.writeUInt8(other.readUInt8(at) ^ 1, at)
      return other
    }
    expect(await refusal(flipped(headBytes + PART + 7))).toMatch(/^The backup cannot be used: its part 2 \(bytes \d+ to \d+\) is damaged/)
    expect(await refusal(flipped(file.length - 1))).toMatch(/its part 3 .* is damaged/)
    expect(await refusal(Buffer.concat([head, part(1), part(0), part(2)]))).toMatch(/its part 1 /)
    expect(await refusal(Buffer.concat([head, part(0), part(2)]))).toMatch(/its part 2 /)
    expect(await refusal(Buffer.concat([head, part(0), part(0), part(1), part(2)]))).toMatch(/its part 2 /)
    expect(await refusal(Buffer.concat([head, part(0), part(1)]))).toMatch(/not whole: the file ends after part 2/)
    expect(await refusal(file.subarray(0, file.length - 5))).toMatch(/part 3 .* cut short/)
    expect(await refusal(head)).toMatch(/part 1 .* cut short/)
    expect(await refusal(Buffer.concat([file, Buffer.alloc(3 * PART)]))).toMatch(/its part 3 |something else stands behind it/)
  })

  it('[BACK-12] finds a part of another backup under the same passphrase', async () => {
    const other = await sealed(plain)
    expect(await refusal(Buffer.concat([file.subarray(0, headBytes), other.subarray(headBytes)]))).toMatch(/its part 1 /)
  })

  it('[BACK-12] finds any flipped bit of the head, and refuses what is no backup and what is of a newer format', async () => {
    for (let at = 0; at < headBytes; at++) {
      const other = Buffer.from(file)
      other.writeUInt8(other.readUInt8(at) ^ 4, at)
      expect(await refusal(other)).toMatch(at < 8 ? /^This is not a backup/ : /^The backup is damaged in its head/)
    }
    for (let length = 0; length < headBytes; length += 7)
      expect(await refusal(file.subarray(0, length))).toMatch(/^This is not|^The backup is damaged in its head/)
    const newer = Buffer.from(
      file
        .subarray(0, headBytes - 32)
        .toString('latin1')
        .replace('"format":1', '"format":2'),
      'latin1'
    )
    expect(await refusal(Buffer.concat([newer, createHash('sha256').update(newer).digest()]))).toMatch(
      /^The backup has format 2, which is newer/
    )
    expect(await refusal(Buffer.from('Dear diary, this is not one.'))).toBe('This is not a backup of Roundtable.')
  })
})
