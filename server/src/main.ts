import 'reflect-metadata'
import { createApp } from './app.js'
import { VARIABLES, addressOf, leaveAddress, loadConfig } from './config/index.js'
import { openDatabase } from './database/open-database.js'
import { isSampleDoorOffered } from './identity/index.js'
import { SetUpService, loadSampleCountry, sampleDoors, welcome } from './operation/index.js'
import { arm } from './platform/failpoint.js'
import { mustBeFree } from './platform/must-be-free.js'
import { createLogger } from './platform/logger.js'

const STOP_MS = 20_000
const SAME_CTRL_C_MS = 1000

const startedAt = performance.now()
/** What has been started so far, to be stopped in the other order. */
const stops: (() => Promise<void>)[] = []

async function start(): Promise<void> {
  takesNoWords(process.argv.slice(2))
  const config = loadConfig()
  const logger = createLogger(config.logLevel)
  if (config.failpoint) arm(config.failpoint)
  await mustBeFree(config)
  const database = await openDatabase(config, logger)
  stops.unshift(() => database.stop())
  const app = await createApp(config, database, { logger })
  stops.unshift(() => app.close())
  if (config.sampleData) await loadSampleCountry(sampleDoors(app.nest, database.appUrl))
  const token = await app.nest.get(SetUpService).offer()
  const port = await app.listen()
  const seconds = (performance.now() - startedAt) / 1000
  const address = addressOf({ ...config, port })
  try {
    leaveAddress(config, address)
  } catch (error) {
    logger.warn({ err: error }, 'the address was not left for commands')
  }
  const lines = welcome({ address, seconds, opensByClick: isSampleDoorOffered(config), token })
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Whoever asks with `--help` is not answered by a server that makes a database. */
function takesNoWords(words: readonly string[]): void {
  if (words.length === 0) return
  throw new Error(`it takes no words, only variables: ${VARIABLES.join(', ')} (README.md). Commands: npm run admin`)
}

const started = start()

/** A signal during the start waits for it: half a start stopped half-way would leave a database behind. */
let stopping: Promise<void> | null = null
async function stop(): Promise<void> {
  // Why a start failed is said where it is started; here it only has to be over.
  await started.catch(() => undefined)
  const failures: unknown[] = []
  for (const each of stops) await inTime(each()).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** A database that is stuck would keep a transaction, and with it the server, for ever. What waits is on people's devices. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${STOP_MS / 1000} seconds`)), STOP_MS)
  })
  await Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

let stoppedAt = Number.POSITIVE_INFINITY
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // One Ctrl-C may arrive twice, from the terminal and from npm; a later one is a person who will not wait.
    if (signal === 'SIGINT' && performance.now() - stoppedAt > SAME_CTRL_C_MS) process.exit(130)
    stoppedAt = Math.min(stoppedAt, performance.now())
    stopping ??= stop().then(
      () => process.exit(0),
      (error: unknown) => fail('Roundtable did not stop cleanly', error)
    )
  })
}

function fail(what: string, error: unknown): never {
  process.stderr.write(`${what}: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

started.catch(async (error: unknown) => {
  // What was started before the failure is not left running.
  for (const each of stops) await each().catch((late: unknown) => process.stderr.write(`${String(late)}\n`))
  fail('Roundtable could not start', error)
})
