import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { codeOf } from './problem.js'

/** Whether a process of this number exists, be it ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/**
 * When the process began, in the system's own words: with the pid it names one process for ever, while a pid alone is
 * handed out again. `undefined` when there is no such process, or only its entry, as its parent has not asked how it
 * ended (a zombie); `''` where the system does not tell (Windows).
 */
export function startedAt(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'win32') return ''
  if (process.platform !== 'linux') return ps(pid, 'stat')?.startsWith('Z') ? undefined : ps(pid, 'lstart')
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // Field 2 is the program's name in brackets and may hold spaces; then come the state and, as field 22, the start in ticks since boot.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  const ticks = fields[18]
  if (ticks === undefined || state === 'Z' || state === 'X') return undefined
  return `${read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'))?.trim() ?? ''}/${ticks}`
}

/** Whether the process is a PostgreSQL server that was started on this data directory. */
export function servesDirectory(pid: number, directory: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return ps(pid, 'command')?.includes(directory) ?? false
  const words = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.split('\0') ?? []
  // The server changes into its data directory and stays there. Whether we may ask depends on whose process it is.
  const cwd = read(() => readlinkSync(`/proc/${pid}/cwd`))
  return words.includes(directory) && (cwd === undefined || cwd === directory)
}

function ps(pid: number, column: string): string | undefined {
  return read(() =>
    execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  )
}

/** A process may end, or forbid the question, between two looks: both count as no answer. */
function read(look: () => string): string | undefined {
  try {
    return look()
  } catch (error) {
    const status = (error as { status?: unknown }).status
    if (typeof status === 'number' || ['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}
