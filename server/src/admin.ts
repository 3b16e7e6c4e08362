import 'reflect-metadata'
import { RoundtableError } from '@roundtable/shared/error'
import { createApp } from './app.js'
import { ConfigError, loadConfig } from './config/index.js'
import { openDatabase, openDatabaseBeside } from './database/open-database.js'
import { OperatorStore, PersonService } from './identity/index.js'
import { EmbeddedDatabaseError } from './database/embedded/index.js'
import {
  BackupError,
  type Command,
  DamageFound,
  SetUpService,
  USAGE,
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
  mustHaveSecret,
  newPhrase,
  printSetUpLink,
  readCommand,
  restoreCommand,
  revokeOperator,
  takesNothing,
  verifyCommand,
  withdrawTemplate
} from './operation/index.js'
import { numberOf } from './platform/counted.js'
import { createLogger } from './platform/logger.js'
import { Projector } from './projection/index.js'
import { TemplateService } from './template/index.js'

/** What says everything by its message. */
const EXPECTED = [UsageError, CommandRefused, RoundtableError, BackupError, DamageFound, ConfigError, EmbeddedDatabaseError]

/** What hashes or holds the secret of the server. Without a secret, the others make none. */
const SECRETIVE: ReadonlySet<Command> = new Set(['set-up-link', 'backup', 'restore', 'bench-fixture'])

/** Runs one operator's command against the database, brought up to date first; a backup takes it as it is. */
async function run(words: readonly string[]): Promise<string> {
  const wanted = readCommand(words)
  if (wanted.kind === 'list') return wanted.text
  const { command, args } = wanted
  mustHaveDatabase(command)
  mustHaveSecret(command)
  const config = loadConfig(undefined, { makesSecret: SECRETIVE.has(command) })
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
      if (command === 'set-up-link') return await printSetUpLink(args, app.nest.get(SetUpService), config)
      if (command === 'operators') return await listOperators(args, app.nest.get(OperatorStore))
      if (command === 'grant-operator') return await grantOperator(args, app.nest.get(OperatorStore))
      if (command === 'revoke-operator') return await revokeOperator(args, app.nest.get(OperatorStore))
      if (command === 'add-template') return await addTemplate(args, app.nest.get(TemplateService))
      if (command === 'withdraw-template') return await withdrawTemplate(args, app.nest.get(TemplateService))
      if (command === 'project') return await project(args, app.nest.get(Projector))
      return await createPerson(args, app.nest.get(PersonService))
    } finally {
      await app.close()
    }
  } finally {
    await database.stop()
  }
}

async function project(args: readonly string[], projector: Projector): Promise<string> {
  takesNothing('project', args)
  return `Made anew: the rows of ${numberOf(await projector.bringUpToDate({ all: true }), 'document')}.`
}

run(process.argv.slice(2)).then(
  (answer) => process.stdout.write(`${answer}\n`),
  (error: unknown) => {
    const isExpected = EXPECTED.some((expected) => error instanceof expected)
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (error instanceof UsageError) process.stderr.write(`\n${USAGE}\n`)
    else if (!isExpected && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  }
)
