import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './problem.js'

/** What a running PostgreSQL writes about itself into `postmaster.pid` in its data directory. */
export interface PostmasterFile {
  readonly pid: number
  readonly directory: string
  readonly port: number
}

/** `undefined` when there is none, or when it does not name a process. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const lines = await linesOf(cluster)
  const pid = Number(lines?.[0])
  if (!lines || !Number.isInteger(pid) || pid <= 1) return undefined
  return { pid, directory: lines[1] ?? '', port: Number(lines[3] ?? 0) }
}

/**
 * Puts our own pid where a dead server's pid has since been given to someone else. PostgreSQL refuses to start while the
 * pid in its file lives, save for its own parent's, which is us; the file itself must stay, for its last lines let the
 * new server find out whether a straggler of the old one still writes.
 */
export async function disownPostmasterFile(cluster: string): Promise<void> {
  const lines = await linesOf(cluster)
  if (lines) await writeFile(join(cluster, 'postmaster.pid'), [String(process.pid), ...lines.slice(1)].join('\n'))
}

async function linesOf(cluster: string): Promise<string[] | undefined> {
  try {
    return (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
