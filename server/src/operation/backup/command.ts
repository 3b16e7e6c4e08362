import type { Logger } from 'pino'
import type { Config } from '../../config/index.js'
import type { OpenDatabase } from '../../database/open-database.js'
import { UsageError } from '../admin/arguments.js'
import { takesNothing } from '../admin/commands.js'
import { backUp } from './backup.js'
import { askPassphrase } from './passphrase.js'
import { Report } from './report.js'
import { restore } from './restore.js'
import { verify } from './verify.js'

const report = new Report((line) => void process.stderr.write(`${line}\n`))

/** `backup <file>`: see `backUp`. The database stays as it is: a backup before an upgrade is one of the older version. */
export async function backupCommand(args: readonly string[], config: Config, { ownerUrl }: OpenDatabase): Promise<string> {
  const file = fileIn(args, 'Where to? One file, which is not there yet.')
  return backUp({ file, ownerUrl, sessionSecret: config.sessionSecret, passphrase: await passphraseFor(config, true), report })
}

/** `restore <file>`: see `restore`. */
export async function restoreCommand(
  args: readonly string[],
  config: Config,
  { ownerUrl, appUrl }: OpenDatabase,
  logger: Logger
): Promise<string> {
  const file = fileIn(args, 'From where? One file, which backup has made.')
  const passphrase = await passphraseFor(config, false)
  const givenSecret = config.isSecretGiven ? config.sessionSecret : null
  return restore({ file, ownerUrl, appUrl, passphrase, dataDir: config.dataDir, givenSecret, logger, report })
}

/** `verify`: see `verify`. */
export function verifyCommand(args: readonly string[], { ownerUrl }: OpenDatabase): Promise<string> {
  takesNothing('verify', args)
  return verify(ownerUrl)
}

function passphraseFor(config: Config, isNew: boolean): Promise<string> {
  if (config.backupPassphrase !== null) return Promise.resolve(config.backupPassphrase)
  return askPassphrase({ input: process.stdin, output: process.stderr }, { isNew })
}

function fileIn([file, ...more]: readonly string[], question: string): string {
  if (!file || more.length > 0 || file.startsWith('-')) throw new UsageError(question)
  return file
}
