import 'reflect-metadata'
import { createApp } from './app.js'
import { type Config, addressOf, loadConfig } from './config/index.js'
import { openDatabase } from './database/open-database.js'
import { SetUpService, loadSampleCountry, sampleDoors, sampleSignInLinks, setUpLink } from './operation/index.js'
import { arm } from './platform/failpoint.js'
import { createLogger } from './platform/logger.js'

const STOP_MS = 20_000
const SAME_CTRL_C_MS = 1000
const SET_UP_WORDS = {
  empty: 'Nobody is the operator yet. Set it up, once, within a day:',
  sample: 'To try it, nothing more is needed. To look after it for others, set it up, once, within a day:'
}

const startedAt = performance.now()
/** What has been started so far, to be stopped in the other order. */
const stops: (() => Promise<void>)[] = []

async function start(): Promise<void> {
  const config = loadConfig()
  const logger = createLogger(config.logLevel)
  if (config.failpoint) arm(config.failpoint)
  const database = await openDatabase(config, logger)
  stops.unshift(() => database.stop())
  const app = await createApp(config, database, { logger })
  stops.unshift(() => app.close())
  if (config.sampleData) await loadSampleCountry(sampleDoors(app.nest, database.appUrl))
  const port = await app.listen()
  const token = await app.nest.get(SetUpService).offer()
  process.stdout.write(`${welcome(config, port, token).join('\n')}\n`)
}

/** @param token of the set-up; null where it has been done */
function welcome(config: Config, port: number, token: string | null): string[] {
  const address = addressOf({ ...config, port })
  const ready = `Roundtable is ready at ${address}  (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`
  const setUp = token === null ? [] : ['', SET_UP_WORDS[config.sampleData ? 'sample' : 'empty'], `  ${setUpLink(address, token)}`]
  if (!config.sampleData) return [ready, ...setUp]
  return [ready, '', 'Sign in with one click as:', ...sampleSignInLinks(address), ...setUp, '', 'Stop with Ctrl-C.']
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
