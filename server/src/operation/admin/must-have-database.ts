import { embeddedDirectory } from '../../config/index.js'
import { EmbeddedDatabaseError, hasEmbedded } from '../../database/embedded/index.js'

/** What is about something that is there. The others may be the first that a new database sees. */
const ABOUT_WHAT_IS_THERE: ReadonlySet<string> = new Set([
  'backup',
  'verify',
  'operators',
  'grant-operator',
  'revoke-operator',
  'grant-secretariat',
  'new-phrase',
  'withdraw-template',
  'project'
])

/**
 * A command that was given another DATA_DIR than the server would make an empty database there, and answer from that. Asked
 * before anything is made. Throws `EmbeddedDatabaseError`.
 */
export function mustHaveDatabase(command: string, env?: Readonly<Record<string, string | undefined>>): void {
  const dataDir = ABOUT_WHAT_IS_THERE.has(command) ? embeddedDirectory(env) : null
  if (dataDir === null || hasEmbedded(dataDir)) return
  throw new EmbeddedDatabaseError(
    `There is no database in ${dataDir}, and none was made. Give ${command} the DATA_DIR or the DATABASE_URL that the server has; the line for the backup on /health names it.`
  )
}
