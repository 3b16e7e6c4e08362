import { fileURLToPath } from 'node:url'
import type { Config } from '../../config/index.js'

const ADMIN = fileURLToPath(
  new URL(import.meta.url.replace('/server/src/', '/server/dist/').replace(/operation\/health\/backup-line\.\w+$/, 'admin.js'))
)

type Place = Pick<Config, 'dataDir' | 'database' | 'isSecretGiven'>

/**
 * The line that backs this very installation up, from any directory and on any day: a backup overwrites nothing, so each has its
 * day in its name. A crontab gives `%` a meaning of its own, and the date needs none. Secrets stand as `…`, to be filled in.
 */
export function backupLine(place: Place): string {
  return `${adminWith(place)} backup "$HOME/roundtable-$(date -I).backup"`
}

/** The line that brings one back, which of them is to be filled in. */
export function restoreLine(place: Place): string {
  return `${adminWith(place)} restore "$HOME/roundtable-….backup"`
}

/** The variables that this server has, and no others: one that it does not have would be filled in with a guess. */
function adminWith({ dataDir, database, isSecretGiven }: Place): string {
  const hasOwner = database.kind === 'external' && database.ownerUrl !== database.appUrl
  const variables = [
    `DATA_DIR=${quoted(dataDir)}`,
    ...(database.kind === 'external' ? [`DATABASE_URL='…'`] : []),
    ...(hasOwner ? [`DATABASE_OWNER_URL='…'`] : []),
    ...(isSecretGiven ? [`SESSION_SECRET='…'`] : []),
    `BACKUP_PASSPHRASE='…'`
  ]
  return `${variables.join(' ')} ${quoted(process.execPath)} ${quoted(ADMIN)}`
}

/** As one word of a shell. */
const quoted = (text: string): string => (/^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll(`'`, `'\\''`)}'`)
