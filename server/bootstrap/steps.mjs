/** What `npm start`, `npm run build` and `npm test` do first. Plain JavaScript without dependencies: nothing is installed yet. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const at = (...parts) => join(root, ...parts)

/** A step failed; the message says which and why, and is all the person needs to see. */
export class StepError extends Error {}

const MOST_LINES = 30
const [LOWEST_MAJOR, LOWEST_MINOR] = [20, 19]

export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > LOWEST_MAJOR || (major === LOWEST_MAJOR && minor >= LOWEST_MINOR)) return
  throw new StepError(
    `Roundtable needs Node ${LOWEST_MAJOR}.${LOWEST_MINOR} or newer, and this is ${version}. Get a current one from https://nodejs.org`
  )
}

/** Installs exactly what package-lock.json names, unless that is what was installed last. */
export async function install() {
  const stamp = at('node_modules', '.roundtable-installed')
  const wanted = digest([process.platform, process.arch, process.versions.modules, readFileSync(at('package-lock.json'))])
  if (isStamped(stamp, wanted) || isInstalledByHand()) return
  // Development dependencies too, whatever NODE_ENV says: the build needs them.
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  await step('Installing the dependencies (once, a minute or two)', () => npm(words))
  writeFileSync(stamp, wanted)
}

/** Whether somebody ran npm themselves since the lock last changed: npm keeps its own record of what it installed. */
function isInstalledByHand() {
  const record = at('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const locked = Object.entries(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages)
  return locked.every(
    ([path, { version, optional, link }]) => !path.includes('node_modules/') || optional || link || installed[path]?.version === version
  )
}

/** Compiles the server and bundles the client, each only when something it is made of changed. */
export async function build() {
  const ground = ['package-lock.json', 'tsconfig.base.json', 'shared/package.json', 'shared/tsconfig.json', 'shared/src']
  await made('Building the server', 'server', 'main.js', [...ground, 'server/package.json', 'server/tsconfig.json', 'server/src'], () =>
    node([at('node_modules/typescript/bin/tsc'), '-b', 'shared', 'server'], root)
  )
  const client = ['package.json', 'index.html', 'vite.config.mjs', 'tsconfig.json', 'bootstrap', 'public', 'src', 'worker'].map(
    (name) => `client/${name}`
  )
  await made('Building the pages', 'client', 'app/index.html', [...ground, ...client], async () => {
    // Whatever runs the build: of React a test's surroundings would get the one that is half as large again.
    await node([at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], at('client'), { NODE_ENV: 'production' })
    await node([at('client/bootstrap/sizes.mjs')], root)
  })
}

async function made(title, workspace, product, sources, make) {
  const stamp = at(workspace, 'dist', '.roundtable-built')
  const wanted = digest(sources.flatMap((source) => contents(at(source))))
  if (existsSync(at(workspace, 'dist', product)) && isStamped(stamp, wanted)) return
  await step(title, make)
  if (!existsSync(at(workspace, 'dist', product))) throw new StepError(`${title} ended without ${workspace}/dist/${product}.`)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Names and bytes of all files below, in one order everywhere. Specs are not part of what is built. */
function contents(path) {
  if (!existsSync(path)) return [path.slice(root.length)]
  const names = readEntries(path)
  if (!names) return [path.slice(root.length), readFileSync(path)]
  return names.filter((name) => !/\.spec\.tsx?$/.test(name)).flatMap((name) => contents(join(path, name)))
}

function readEntries(path) {
  try {
    return readdirSync(path).sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}

function digest(parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex')
}

function isStamped(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** One line a step, with its seconds; on a terminal the seconds run. */
async function step(title, work) {
  const since = performance.now()
  const seconds = () => `${((performance.now() - since) / 1000).toFixed(1)} s`
  const isTerminal = process.stdout.isTTY === true
  const show = (text) => process.stdout.write(isTerminal ? `\r\x1b[K${text}` : text)
  show(`${title} …`)
  const ticking = isTerminal ? setInterval(() => show(`${title} … ${seconds()}`), 500) : undefined
  try {
    await work()
    show(isTerminal ? `${title} … ${seconds()}\n` : ` ${seconds()}\n`)
  } catch (error) {
    process.stdout.write('\n')
    throw new StepError(`${title} failed.\n${error instanceof Error ? error.message : String(error)}`, { cause: error })
  } finally {
    clearInterval(ticking)
  }
}

function npm(words) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return node([cli, ...words], root)
  return run('npm', words, { cwd: root, shell: process.platform === 'win32' })
}

function node(words, cwd, environment = {}) {
  return run(process.execPath, words, { cwd, env: { ...process.env, ...environment } })
}

/** Runs quietly; what it said is shown only when it fails. Rejects with the beginning of its words. */
function run(command, words, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data))
    child.on('error', (error) => reject(new Error(`${command} could not be run: ${error.message}`)))
    child.on('close', (code, signal) => {
      const lines = Buffer.concat(said).toString().trim().split('\n').slice(0, MOST_LINES)
      if (code === 0) resolve()
      else reject(new Error(lines.join('\n') || `It ended with ${signal ?? code}.`))
    })
  })
}

/** Runs a command's steps; a failed one ends the process with its message and code 1. */
export async function main(work) {
  try {
    requireNode()
    await work()
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
