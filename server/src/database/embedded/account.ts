import { execFileSync } from 'node:child_process'
import { type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { EmbeddedDatabaseError, useAnother } from './problem.js'

/** The operating system account PostgreSQL runs as; absent when it is simply ours. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root, so for root it runs as `nobody`, an account every system has
 * (initdb wants a named one). Throws `EmbeddedDatabaseError` when there is none.
 */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `PostgreSQL does not run as root, and there is no account "nobody" to run it as. Start as an ordinary user. ${useAnother}`,
      { cause }
    )
  }
}

/** Whether `account` may enter every directory above `path` and read (and, for a directory, enter) `path` itself. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true
  for (let at = resolve(path), needed = 0o5; ; at = dirname(at), needed = 0o1) {
    const stats = statSync(at)
    if ((permissions(stats, account) & needed) !== needed) return false
    if (at === dirname(at)) return true
  }
}

function permissions(stats: Stats, account: Account): number {
  if (stats.uid === account.uid) return (stats.mode >> 6) & 0o7
  if (stats.gid === account.gid) return (stats.mode >> 3) & 0o7
  return stats.mode & 0o7
}
