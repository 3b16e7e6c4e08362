import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export function peerFolder(name) {
  return fileURLToPath(new URL(`../peers/${name}`, import.meta.url))
}

/** Why a peer cannot be started; null when it can. */
export function peerAbsent(name, file, program = process.execPath) {
  const missing = [join(peerFolder(name), 'node_modules', file), program].find((path) => !existsSync(path))
  return missing ? `${missing} is not there` : null
}

/** Exactly what the peer's own lock file names, into its own folder. Resolves with why it failed, else with null. */
export async function installPeer(name) {
  try {
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: peerFolder(name), shell: process.platform === 'win32' })
    return null
  } catch (error) {
    return String(error.stderr || error.message)
      .trim()
      .split('\n')[0]
  }
}

/** Names that nobody has used. */
export async function namedRooms(count, pathOf) {
  const run = randomBytes(6).toString('hex')
  return Array.from({ length: count }, (_, index) => ({ name: `${run}-${index}`, path: pathOf(`${run}-${index}`) }))
}
