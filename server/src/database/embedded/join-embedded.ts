import { askDirectory, urlOf } from './connection.js'
import { SUPERUSER } from './initialise.js'
import { readKept } from './kept.js'
import { APP, DATABASE, OWNER } from './roles.js'

/**
 * The addresses of the database of `dataDir` if it is running already: an operator's command works beside a running
 * Roundtable. Only our own server takes the kept password. Null when nothing of ours answers.
 */
export async function joinEmbedded(dataDir: string): Promise<{ ownerUrl: string; appUrl: string } | null> {
  const kept = await readKept(dataDir)
  if (!kept) return null
  const { port, passwords } = kept
  const answer = await askDirectory(urlOf(SUPERUSER, passwords.superuser, port, 'postgres'))
  if (typeof answer === 'string') return null
  return { ownerUrl: urlOf(OWNER, passwords.owner, port, DATABASE), appUrl: urlOf(APP, passwords.app, port, DATABASE) }
}
