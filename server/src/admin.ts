import 'reflect-metadata'
import { RoundtableError } from '@roundtable/shared/error'
import { createApp } from './app.js'
import { ConfigError, addressOf, loadConfig } from './config/index.js'
import { openDatabase, openDatabaseBeside } from './database/open-database.js'
import { OperatorStore, PersonService } from './identity/index.js'
import { EmbeddedDatabaseError } from './database/embedded/index.js'
import {
  BackupError,
  DamageFound,
  SetUpService,
  UsageError,
  addTemplate,
  backupCommand,
  benchFixture,
  createPerson,
  grantOperator,
  grantSecretariat,
  listOperators,
  CommandRefused,
  mustHaveDatabase,
  newPhrase,
  printSetUpLink,
  restoreCommand,
  revokeOperator,
  verifyCommand,
  withdrawTemplate
} from './operation/index.js'
import { createLogger } from './platform/logger.js'
import { Projector } from './projection/index.js'
import { TemplateService } from './template/index.js'

const COMMANDS = {
  'create-person': 'create-person --handle <name> --name <as others see it> [--email <address>] [--password <password>] [--locale <en>]',
  'new-phrase':
    'new-phrase <user name> (for somebody who has lost password and phrase: another phrase, shown once; signs them out everywhere)',
  'grant-secretariat': 'grant-secretariat <user name>',
  'set-up-link': 'set-up-link (the address where Roundtable is set up, good for a day, while nobody is an operator)',
  operators: 'operators (who looks after this installation)',
  'grant-operator': 'grant-operator <user name>',
  'revoke-operator': 'revoke-operator <user name>',
  'add-template': 'add-template <file> (a set of templates, as JSON)',
  'withdraw-template': 'withdraw-template --id <set> --version <version> [--language <en>]',
  backup: 'backup <file> (everything, encrypted with BACKUP_PASSPHRASE or what you are asked for; people go on writing)',
  restore: 'restore <file> (into an empty database that no server uses; everybody signs in again)',
  verify: 'verify (compares everything that is stored with its checksums, and names what is damaged)',
  project: 'project (makes the rows of every document anew from its log)',
  'bench-fixture': 'bench-fixture --documents <count> --people <count> --out <file>'
} as const

/** What says everything by its message. */
const EXPECTED = [UsageError, CommandRefused, RoundtableError, BackupError, DamageFound, ConfigError, EmbeddedDatabaseError]

const USAGE = `npm run admin -- <command>\n\n${Object.values(COMMANDS)
  .map((line) => `  ${line}`)
  .join('\n')}\n`

/** Runs one operator's command against the database, brought up to date first; a backup takes it as it is. */
async function run([command, ...args]: readonly string[]): Promise<string> {
  if (!command || !Object.hasOwn(COMMANDS, command)) throw new UsageError(command ? `There is no command ${command}.` : 'Which command?')
  mustHaveDatabase(command)
  const config = loadConfig()
  const logger = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel)
  // A command that was given other variables than the server would succeed somewhere else, and nobody would notice.
  process.stderr.write(
    `On ${config.database.kind === 'embedded' ? `the embedded database in ${config.dataDir}` : 'the database of DATABASE_URL'}:\n`
  )
  // A restore is not done beside a server, whose data directory it would have to itself.
  const database = await (command === 'restore' ? openDatabase(config, logger) : openDatabaseBeside(config, logger))
  try {
    if (command === 'backup') return await backupCommand(args, config, database)
    if (command === 'restore') return await restoreCommand(args, config, database, logger)
    if (command === 'verify') return await verifyCommand(args, database)
    const app = await createApp(config, database, { logger })
    try {
      if (command === 'bench-fixture') return await benchFixture(args, app.platform.pool, config)
      if (command === 'new-phrase') return await newPhrase(args, app.nest.get(PersonService))
      if (command === 'grant-secretariat') return await grantSecretariat(args, app.nest.get(PersonService))
      if (command === 'set-up-link') return await printSetUpLink(args, app.nest.get(SetUpService), addressOf(config))
      if (command === 'operators') return await listOperators(args, app.nest.get(OperatorStore))
      if (command === 'grant-operator') return await grantOperator(args, app.nest.get(OperatorStore))
      if (command === 'revoke-operator') return await revokeOperator(args, app.nest.get(OperatorStore))
      if (command === 'add-template') return await addTemplate(args, app.nest.get(TemplateService))
      if (command === 'withdraw-template') return await withdrawTemplate(args, app.nest.get(TemplateService))
      if (command === 'project') return `${await app.nest.get(Projector).bringUpToDate({ all: true })} documents\n`
      return await createPerson(args, app.nest.get(PersonService))
    } finally {
      await app.close()
    }
  } finally {
    await database.stop()
  }
}

run(process.argv.slice(2)).then(
  (answer) => process.stdout.write(`${answer}\n`),
  (error: unknown) => {
    const isExpected = EXPECTED.some((expected) => error instanceof expected)
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (error instanceof UsageError) process.stderr.write(`\n${USAGE}`)
    else if (!isExpected && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  }
)
