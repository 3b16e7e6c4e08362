import 'reflect-metadata'
import { createApp } from './app.js'
import { loadConfig } from './config/index.js'
import { openDatabase } from './database/open-database.js'
import { arm } from './platform/failpoint.js'
import { createLogger } from './platform/logger.js'
import { DocumentService } from './live/index.js'
import { PersonService } from './identity/index.js'
import { loadSampleCountry, sampleSignInLinks } from './operation/index.js'
import { WORKSPACE_STORE, type WorkspaceStore } from './workspace/index.js'

const startedAt = performance.now()
const config = loadConfig()
const logger = createLogger(config.logLevel)

async function start(): Promise<void> {
  if (config.failpoint) arm(config.failpoint)
  const database = await openDatabase(config, logger)
  const app = await createApp(config, database, { logger })
  if (config.sampleData) {
    await loadSampleCountry({
      people: app.nest.get(PersonService),
      workspaces: app.nest.get<WorkspaceStore>(WORKSPACE_STORE),
      documents: app.nest.get(DocumentService)
    })
  }
  const port = await app.listen()
  const address = config.publicUrl ?? `http://${config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host}:${port}`
  const lines = [`Roundtable is ready at ${address}  (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`]
  if (config.sampleData) lines.push('', 'Sign in with one click as:', ...sampleSignInLinks(address), '', 'Stop with Ctrl-C.')
  process.stdout.write(`${lines.join('\n')}\n`)

  let isStopping = false
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) return
    isStopping = true
    logger.info({ signal }, 'stopping')
    app
      .close()
      .then(() => database.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'did not stop cleanly')
          process.exit(1)
        }
      )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

start().catch((error: unknown) => {
  process.stderr.write(`Roundtable could not start: ${error instanceof Error ? error.message : String(error)}\n`)
  logger.debug({ err: error }, 'could not start')
  process.exit(1)
})
