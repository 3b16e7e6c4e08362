/**
 * `npm run cluster [-- --nodes 3]`: what docker-compose.yml is, on this machine's own programs: several nodes, Redis,
 * PostgreSQL, and nginx with the container's configuration. Everything listens on 127.0.0.1.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startNginx } from './cluster/nginx.mjs'
import { startNode } from './cluster/node.mjs'
import { openPostgres } from './cluster/postgres.mjs'
import { findProgram, freePort, isFree } from './cluster/program.mjs'
import { startRedis } from './cluster/redis.mjs'
import { build, install, main, root, StepError } from './steps.mjs'
import { stopWithNpm } from './with-npm.mjs'

const MOST_NODES = 5
/** What a program is called where it can be installed: by Debian and its kin, and on a Mac. */
const PACKAGES = { 'redis-server': ['redis-server', 'redis'], nginx: ['nginx-light', 'nginx'] }

/** What runs, the newest first: nginx goes before the nodes, and they before what they stand on. */
const running = []
let beginning = null
let stopping = null

await main(async () => {
  const count = wantedNodes(process.argv.slice(2))
  needPrograms()
  const port = await wantedPort()
  await install()
  await build()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop().then(() => process.exit(0)))
  stopWithNpm()
  try {
    await start(count, port)
  } catch (error) {
    // Somebody who stops a start half-way knows why it did not succeed.
    if (stopping) return stopping
    await stop()
    throw new StepError(error instanceof Error ? error.message : String(error), { cause: error })
  }
})

async function start(count, port) {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-cluster-'))
  // Where root starts it, nginx's workers are somebody else, and have to come through to its folder.
  chmodSync(directory, 0o711)
  running.unshift({ name: 'files', stop: () => rmSync(directory, { recursive: true, force: true }) })
  const address = `http://127.0.0.1:${port}`
  const database = await begin('PostgreSQL', openPostgres, ({ from }) => from)
  const redisPort = await freePort()
  await begin(
    'Redis',
    () => startRedis({ port: redisPort, directory, detached: true }),
    ({ pid }) => `port ${redisPort}, process ${pid}`
  )
  const shared = {
    ...process.env,
    ...database.urls,
    SESSION_SECRET: database.sessionSecret,
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    PUBLIC_URL: address,
    PROXIES: '127.0.0.1',
    HOST: '127.0.0.1'
  }
  const nodes = []
  while (nodes.length < count) nodes.push(await node(nodes.length + 1, directory, shared))
  const place = join(directory, 'nginx')
  await begin(
    'nginx',
    () =>
      startNginx({
        nodes: nodes.map((each) => each.address),
        port,
        templates: join(root, 'docker/nginx'),
        directory: place,
        detached: true
      }),
    ({ pid }) => `log in ${place}/access.log, process ${pid}`
  )
  if (!stopping) process.stdout.write(welcome(address, nodes[0].said))
}

/** Starts one and answers where it listens, and what it said. */
async function node(number, directory, shared) {
  const port = await freePort()
  const dataDir = join(directory, `node-${number}`)
  mkdirSync(dataDir, { mode: 0o700 })
  const { output } = await begin(
    `node ${number}`,
    () => startNode({ environment: { ...shared, PORT: String(port), DATA_DIR: dataDir } }),
    ({ pid }) => `http://127.0.0.1:${port}, process ${pid}`
  )
  return { address: `127.0.0.1:${port}`, said: output }
}

/** Starts one thing, says so, and keeps how to stop it. One that ends by itself is told of; the others go on, as in production. */
async function begin(name, starting, details) {
  if (stopping) throw new Error('stopped')
  process.stdout.write(`Starting ${name} …`)
  beginning = starting()
  const started = await beginning
  running.unshift({ name, stop: () => started.stop() })
  process.stdout.write(` ${details(started)}\n`)
  void started.ended?.then((how) => stopping ?? process.stdout.write(`${name} has ended (${how}).\n${started.output}\n`))
  return started
}

/** In order, once; what is just being started first gets so far that it can be stopped. */
function stop() {
  return (stopping ??= (async () => {
    process.stdout.write('\n')
    // Why it did not start is said where it is started.
    await beginning?.then(
      () => undefined,
      () => undefined
    )
    for (let next = running.shift(); next; next = running.shift()) {
      process.stdout.write(`Stopping ${next.name} …\n`)
      await next.stop()
    }
  })())
}

/** @param said what a node said: where it is set up, while nobody is the operator */
function welcome(address, said) {
  const link = /^ *(\S+\/setup\?token=\S+)$/m.exec(said)?.[1]
  const setUp = link ? `Nobody is the operator yet. Set it up, once, within a day:\n  ${link}\n\n` : ''
  // Said again, or the command would make and fill a database of its own elsewhere.
  const given = ['DATA_DIR', 'DATABASE_URL', 'DATABASE_OWNER_URL'].filter((name) => process.env[name])
  const place = given.map((name) => (name === 'DATA_DIR' ? `DATA_DIR='${process.env.DATA_DIR}' ` : `${name}=<as here> `)).join('')
  return `
Roundtable is ready at ${address}

${setUp}Behind a proxy nobody signs in by one click. In another terminal, make somebody who can:
  ${place}npm run admin -- create-person --handle ana --name Ana --password '<a password>'
  ${place}npm run admin -- grant-secretariat ana

Stop with Ctrl-C.
`
}

function wantedNodes(args) {
  const count = Number(readNodes(args))
  if (Number.isInteger(count) && count >= 1 && count <= MOST_NODES) return count
  throw new StepError(`--nodes is "${readNodes(args)}"; it can be 1 to ${MOST_NODES}.`)
}

function readNodes(args) {
  try {
    return parseArgs({ args, options: { nodes: { type: 'string', default: '2' } } }).values.nodes
  } catch {
    throw new StepError(`I do not understand "${args.join(' ')}". With another number of nodes: npm run cluster -- --nodes 3`)
  }
}

function needPrograms() {
  const missing = Object.keys(PACKAGES).filter((name) => findProgram(name) === null)
  if (missing.length === 0) return
  const [debian, mac] = [0, 1].map((index) => missing.map((name) => PACKAGES[name][index]).join(' '))
  throw new StepError(
    `Several nodes need ${missing.join(' and ')}, and this machine has none. Install with:
  Debian, Ubuntu   apt-get install --no-install-recommends ${debian}
  macOS            brew install ${mac}`
  )
}

/** PORT, as for one node. */
async function wantedPort() {
  const port = Number(process.env.PORT || 3000)
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) throw new StepError(`PORT is "${process.env.PORT}"; it can be 1 to 65535.`)
  if (await isFree(port)) return port
  throw new StepError(`Somebody listens on port ${port} already. Choose another: PORT=3100 npm run cluster`)
}
