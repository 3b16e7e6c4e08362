import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { BackupError } from './backup-error.js'

const LEAST = 12

/** Where a person can be asked. */
export interface Terminal {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
}

/**
 * The passphrase of a new backup, asked twice, or of one that is there. Asked without showing it; it is never taken from the
 * command line, where every other user of the machine could read it. Throws `BackupError`.
 */
export async function askPassphrase(terminal: Terminal, { isNew }: { isNew: boolean }): Promise<string> {
  if (!terminal.input.isTTY)
    throw new BackupError('Which passphrase? Put it into the environment as BACKUP_PASSPHRASE, or run the command at a terminal.')
  const passphrase = await asked(terminal, 'Passphrase of the backup: ')
  if (!isNew) return passphrase
  if (passphrase.length < LEAST) throw new BackupError(`The passphrase needs at least ${LEAST} characters.`)
  if ((await asked(terminal, 'The same again: ')) !== passphrase) throw new BackupError('These are not the same.')
  return passphrase
}

function asked({ input, output }: Terminal, question: string): Promise<string> {
  output.write(question)
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input, output: silence, terminal: true })
  return new Promise((resolve, reject) => {
    reader.once('close', () => {
      output.write('\n')
      reject(new BackupError('No passphrase was given.'))
    })
    reader.once('line', (line) => {
      resolve(line)
      reader.close()
    })
  })
}
