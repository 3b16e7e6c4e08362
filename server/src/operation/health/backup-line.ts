import { fileURLToPath } from 'node:url'
import type { Config } from '../../config/index.js'

const ADMIN = fileURLToPath(
  new URL(import.meta.url.replace('/server/src/', '/server/dist/').replace(/operation\/health\/backup-line\.\w+$/, 'admin.js'))
)

/**
 * The line that backs this very installation up, from any directory and on any day: a backup overwrites nothing, so each has its
 * day in its name. A crontab gives `%` a meaning of its own, and the date needs none. Secrets stand as `…`, to be filled in.
 */
export function backupLine({ dataDir, database, isSecretGiven }: Pick<Config, 'dataDir' | 'database' | 'isSecretGiven'>): string {
  const variables = [
    `DATA_DIR=${quoted(dataDir)}`,
    ...(database.kind === 'external' ? [`DATABASE_URL='…'`, `DATABASE_OWNER_URL='…'`] : []),
    ...(isSecretGiven ? [`SESSION_SECRET='…'`] : []),
    `BACKUP_PASSPHRASE='…'`
  ]
  return `${variables.join(' ')} ${quoted(process.execPath)} ${quoted(ADMIN)} backup "$HOME/roundtable-$(date -I).backup"`
}

/** As one word of a shell. */
const quoted = (text: string): string => (/^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll(`'`, `'\\''`)}'`)
