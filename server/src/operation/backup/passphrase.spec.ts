import { PassThrough } from 'node:stream'
import { askPassphrase } from './passphrase.js'

/** A terminal at which somebody types these lines, and what stands on it at the end. */
async function answer(lines: readonly string[], { isNew = true, isTTY = true } = {}): Promise<{ got: string; shown: string }> {
  const isRaw: boolean[] = []
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: (raw: boolean) => isRaw.push(raw) })
  const output = new PassThrough()
  let shown = ''
  let next = 0
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString()
    if (!chunk.toString().endsWith(': ')) return
    // Nothing is typed before the terminal has been told not to show it.
    expect(isRaw).toEqual([true])
    const line = lines[next++]
    if (line === undefined) input.end()
    else input.write(`${line}\r`)
  })
  const got = await askPassphrase({ input, output }, { isNew }).catch((error: Error) => error.message)
  return { got, shown }
}

it('[BACK-8] asks for the passphrase of a new backup twice, of another once, and shows nothing of it', async () => {
  const passphrase = 'sixteen herons at dusk'
  const questions = 'Passphrase of the backup: \nThe same again: \n'
  expect(await answer([passphrase, passphrase])).toEqual({ got: passphrase, shown: questions })
  expect(await answer(['old one'], { isNew: false })).toEqual({ got: 'old one', shown: 'Passphrase of the backup: \n' })
})

it('[BACK-8] takes neither a short one, nor two that differ, nor none, and does not wait where there is no terminal', async () => {
  expect((await answer(['too short'])).got).toBe('The passphrase needs at least 12 characters.')
  expect((await answer(['sixteen herons at dusk', 'sixteen herons at dawn'])).got).toBe('These are not the same.')
  expect((await answer([])).got).toBe('No passphrase was given.')
  expect((await answer([], { isTTY: false })).got).toContain('BACKUP_PASSPHRASE')
})
