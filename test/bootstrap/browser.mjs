import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from '../../server/bootstrap/steps.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a Chromium that runs here, or null: CHROMIUM_PATH, an installed one, the test tool's own download, and, as
 * root on Debian, its package. Says what it does, since the last two take a while.
 */
export function findOrInstallBrowser() {
  if (process.env.CHROMIUM_PATH) return working(process.env.CHROMIUM_PATH)
  return installed() ?? downloaded() ?? download() ?? installPackage()
}

function working(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0 ? path : null
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find((path) => existsSync(path) && working(path)) ?? null
}

/** Where playwright-core keeps its downloads: a folder for each browser and build. */
function downloaded() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright')
  if (!existsSync(cache)) return null
  const builds = readdirSync(cache).filter((name) => name.startsWith('chromium'))
  const files = builds.flatMap((build) =>
    readdirSync(join(cache, build), { recursive: true }).map((file) => join(cache, build, String(file)))
  )
  return (
    files.find((file) => /\/(headless_shell|chrome-headless-shell|chrome)$/.test(file) && statSync(file).isFile() && working(file)) ?? null
  )
}

function download() {
  process.stdout.write('No Chromium found; downloading one for the tests …\n')
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium-headless-shell'], { stdio: 'ignore', timeout: 180_000 })
  return status === 0 ? downloaded() : null
}

function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null
  process.stdout.write("That did not work; installing Debian's chromium …\n")
  const apt = (...words) =>
    spawnSync('apt-get', words, { stdio: 'ignore', timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  return installed()
}
