/**
 * One PostgreSQL for one run of the tests, as a process of its own: it prints its addresses as one line of JSON and
 * lives until its standard input ends. So it dies with the run, be that by teardown, Ctrl-C or kill -9.
 *
 * Which one: TEST_DATABASE=system or embedded; else DATABASE_URL; else the machine's own programs; else the embedded one.
 */
import { rm } from 'node:fs/promises'
import { externalCluster } from './cluster/external.mjs'
import { embeddedCluster } from './cluster/embedded.mjs'
import { findPrograms, systemCluster } from './cluster/system.mjs'

async function start(wanted) {
  if (wanted === 'embedded') return embeddedCluster()
  if (wanted === 'system')
    return systemCluster(findPrograms() ?? refuse('TEST_DATABASE=system, but this machine has no PostgreSQL 15 or newer.'))
  if (wanted) refuse(`TEST_DATABASE is "${wanted}"; it can be system or embedded.`)
  if (process.env.DATABASE_URL) return externalCluster(process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL)
  const programs = findPrograms()
  return programs ? systemCluster(programs) : embeddedCluster()
}

function refuse(reason) {
  throw new Error(reason)
}

// Ctrl-C reaches the whole terminal; the tests stop first, then our input ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)

let inputEnded = false
const ended = new Promise((resolve) => {
  process.stdin.on('end', resolve).on('close', resolve).on('error', resolve).resume()
}).then(() => (inputEnded = true))

const cluster = await start(process.env.TEST_DATABASE)
// The reader may be gone already; then there is nobody to tell, and the end of the input says so too.
process.stdout.on('error', () => undefined)
if (!inputEnded) process.stdout.write(`${JSON.stringify(cluster.addresses)}\n`)
await ended
await cluster.stop()
if (cluster.directory) await rm(cluster.directory, { recursive: true, force: true, maxRetries: 5 })
process.exit(0)
