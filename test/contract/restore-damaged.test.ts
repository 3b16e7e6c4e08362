import { readFileSync, writeFileSync } from 'node:fs'
import { BackupScene, rowsOf, tablesIn } from '../support/backup-scene.js'
import type { TestDatabase } from '../support/database.js'

const PART = 65_536 + 16

describe('a restore from a file that cannot be used', () => {
  const scene = new BackupScene()
  let source: TestDatabase
  let file: Buffer

  beforeAll(async () => {
    source = await scene.filled()
    file = readFileSync(scene.file('whole'))
  })
  afterAll(async () => {
    await source.drop()
    await scene.close()
  })

  const head = () => 12 + file.readUInt32BE(8) + 64
  const part = (number: number) => file.subarray(head() + number * PART, head() + (number + 1) * PART)
  const flipped = (at: number) => Buffer.from(file.map((byte, index) => (index === at ? byte ^ 1 : byte)))
  const DAMAGES: Record<string, () => [Buffer, RegExp]> = {
    'a flipped bit in the middle': () => [flipped(head() + 4 * PART + 5), /its part 5 \(bytes \d+ to \d+\) is damaged/],
    'a missing end': () => [file.subarray(0, head() + 4 * PART), /not whole: the file ends after part 4/],
    'two parts in each other’s place': () => [
      Buffer.concat([file.subarray(0, head()), part(0), part(2), part(1), file.subarray(head() + 3 * PART)]),
      /its part 2 .* out of its place/
    ],
    'no end of the last table': () => [file.subarray(0, file.length - 1), /cut short/],
    'another file': () => [Buffer.from('{"not": "a backup"}'), /not a backup of Roundtable/]
  }

  it.each(Object.keys(DAMAGES))('[BACK-13] of a file with %s says where it is, and leaves the database with nothing', async (name) => {
    const [bytes, said] = DAMAGES[name]!()
    writeFileSync(scene.file('damaged'), bytes)
    const clean = await scene.clean()
    await expect(scene.restore(clean, 'damaged')).rejects.toMatchObject({
      name: 'BackupError',
      message: expect.stringMatching(said) as string
    })
    expect(await tablesIn(clean)).toBe(0)
  })

  it('[BACK-11] says that the passphrase is another one, and leaves the database with nothing', async () => {
    const clean = await scene.clean()
    await expect(scene.restore(clean, 'whole', { passphrase: 'seventeen herons' })).rejects.toThrow(
      'The passphrase does not open this backup.'
    )
    expect(await tablesIn(clean)).toBe(0)
    await expect(scene.restore(clean, 'of another name')).rejects.toThrow('cannot be read')
    await scene.restore(clean, 'whole')
    expect(await rowsOf(clean, 'select title from document')).toHaveLength(1)
  })
})
