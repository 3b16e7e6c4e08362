/**
 * The database that `npm start` would have here, by the same launcher: the one of DATABASE_URL, or the embedded one of
 * DATA_DIR; and the secret that all nodes have to share. Throws, saying what to do, when there is none.
 */
export async function openPostgres() {
  const { loadConfig } = await import('../../dist/config/index.js')
  const { openDatabase } = await import('../../dist/database/open-database.js')
  const { createLogger } = await import('../../dist/platform/logger.js')
  const config = loadConfig()
  const { appUrl, ownerUrl, stop } = await openDatabase(config, createLogger('warn'))
  return {
    from: config.database.kind === 'embedded' ? `the embedded one, in ${config.dataDir}` : 'the one of DATABASE_URL',
    urls: { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl },
    sessionSecret: config.sessionSecret,
    stop
  }
}
