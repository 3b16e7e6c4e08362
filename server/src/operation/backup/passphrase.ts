import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { BackupError } from './backup-error.js'

const LEAST = 12

/** Where a person can be asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream
}

/**
 * The passphrase of a new backup, asked twice, or of one that is there. Asked without showing it; it is never taken from the
 * command line, where every other user of the machine could read it. Throws `BackupError`.
 */
export async function askPassphrase({ input, output }: Terminal, { isNew }: { readonly isNew: boolean }): Promise<string> {
  if (!input.isTTY)
    throw new BackupError('Which passphrase? Put it into the environment as BACKUP_PASSPHRASE, or run the command at a terminal.')
  // From here on the terminal shows nothing by itself: so before the question, for whoever is quick.
  const reader = createInterface({ input, output: new Writable({ write: (_chunk, _encoding, done) => done() }), terminal: true })
  const lines = reader[Symbol.asyncIterator]()
  const asked = async (question: string): Promise<string> => {
    output.write(question)
    const line = await lines.next()
    output.write('\n')
    if (line.done) throw new BackupError('No passphrase was given.')
    return line.value
  }
  try {
    const passphrase = await asked('Passphrase of the backup: ')
    if (!isNew) return passphrase
    if (passphrase.length < LEAST) throw new BackupError(`The passphrase needs at least ${LEAST} characters.`)
    if ((await asked('The same again: ')) !== passphrase) throw new BackupError('These are not the same.')
    return passphrase
  } finally {
    reader.close()
  }
}
