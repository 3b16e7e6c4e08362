/**
 * `npm run test:soak`: an hour (SOAK_MINUTES) of 500 people on one server as small as production's: 120 in a workshop, 50 in
 * one document, the rest reading, one leaving and one coming each second. Ends with code 1 when something was not as it must be.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { build, install, main, StepError } from '../../server/bootstrap/steps.mjs'
import { percentile, slope } from './figures.mjs'
import { circumstances } from './machine.mjs'
import { startPostgres } from './postgres.mjs'
import { RunningServer } from './running-server.mjs'
import { follow, timetable } from './schedule.mjs'
import { roundtable } from './servers/roundtable.mjs'
import { readMetrics } from './soak/metrics.mjs'
import { Echo } from './soak/echo.mjs'
import { People } from './soak/people.mjs'
import { readStored } from './soak/stored.mjs'
import { Ground } from './stand.mjs'

const MINUTES = Number(process.env.SOAK_MINUTES ?? 60)
/** Of the 2 GiB a node has: the heap, and the rest for buffers, code and the worker threads. */
const HEAP_MIB = 1280
const BOUNDS = { rssMiB: 2048, echoP95Ms: 100, heapMiBAMinute: 1, rowsADocument: 2000 }
const SETTLES_WITHIN_MS = 60_000
const LEAVES_WITHIN_MS = 120_000
const say = (text) => process.stdout.write(`${text}\n`)

await main(async () => {
  if (!(MINUTES >= 3)) throw new StepError('SOAK_MINUTES must be a number of minutes, 3 at least: fewer show no slope.')
  await install()
  await build()
  const ground = new Ground(await startPostgres())
  const prepared = await ground.prepared(roundtable, true)
  const server = new RunningServer(roundtable, prepared, ground.directory, { words: [`--max-old-space-size=${HEAP_MIB}`] })
  try {
    await server.start()
    for (const line of circumstances()) say(line)
    const wrong = await soak(server, prepared)
    for (const each of wrong) say(`WRONG: ${each}`)
    say(wrong.length === 0 ? `${MINUTES} minutes: everything held.` : `${wrong.length} things did not hold.`)
    process.exitCode = wrong.length === 0 ? 0 : 1
  } finally {
    await server.end('SIGTERM')
    await ground.close()
  }
})

/** Answers what did not hold, in words. */
async function soak(server, { ownerUrl }) {
  const people = await People.gather(server)
  say(`${people.all.length} people are here. A line a minute; echo: from when an edit was due until everybody else had it.`)
  const minutes = []
  const echo = new Echo()
  for (let minute = 1; minute <= MINUTES; minute++) {
    await follow(timetable(people.actors(), performance.now() + 100, 60), { now: () => performance.now(), pause: () => pause(2) })
    minutes.push(await look(server, people, { minute, echo }))
  }
  await waitFor(() => people.writers.every(({ isSettled }) => isSettled), SETTLES_WITHIN_MS)
  const stored = await readStored(
    ownerUrl,
    people.rooms.map(({ id }) => id)
  )
  const wrong = [...judgeWords(people, stored), ...judgeFigures(minutes, stored, echo.percentile(0.95))]
  people.leave()
  const isEmpty = await waitFor(async () => {
    const { connections, rooms } = await readMetrics(server.port)
    return connections === 0 && rooms === 0
  }, LEAVES_WITHIN_MS)
  return isEmpty ? wrong : [...wrong, `after everybody had left: ${JSON.stringify(await readMetrics(server.port))}`]
}

async function look(server, people, { minute, echo }) {
  // Before the collection, whose pause is ours.
  const latencies = people.takeLatencies()
  echo.add(latencies)
  const rssMiB = server.usage().rss
  await server.settledRss()
  const figures = { minute, rssMiB, echoP95Ms: percentile(latencies, 0.95), ...(await readMetrics(server.port)) }
  const shown = Object.entries(figures).map(([name, value]) => `${name} ${value === null ? '–' : Math.round(value * 10) / 10}`)
  say(shown.join('  '))
  return figures
}

function judgeWords({ writers, all, failures }, stored) {
  const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged, 0)
  const written = writers.reduce((sum, writer) => sum + writer.written, 0)
  say(`${written} edits written, ${acknowledged} acknowledged.`)
  const waiting = [...stored].filter(([, { isWaiting }]) => isWaiting).map(([id]) => `document ${id} waits for something that never came`)
  const gone = all.filter((person) => !person.isOpen).length
  return [
    ...writers.map((writer) => writer.lacks(stored.get(writer.room.id))).filter(Boolean),
    ...waiting,
    ...(acknowledged < written ? [`${written - acknowledged} edits were never acknowledged`] : []),
    ...(gone > 0 ? [`${gone} connections were gone at the end`] : []),
    ...all.filter(({ rejection }) => rejection).map(({ rejection }) => `refused: ${rejection}`),
    ...failures
  ]
}

function judgeFigures(minutes, stored, echoP95Ms) {
  // A third to warm up; what it holds after that is to stay what it is.
  const steady = minutes.slice(Math.ceil(minutes.length / 3))
  const rise = slope(steady.map(({ minute, heapMiB }) => [minute, heapMiB]))
  const rss = Math.max(...minutes.map(({ rssMiB }) => rssMiB))
  const rows = Math.max(...[...stored.values()].map((each) => each.rows))
  const measured = { rssMiB: rss, echoP95Ms, heapMiBAMinute: rise, rowsADocument: rows }
  for (const [name, value] of Object.entries(measured)) say(`${name}: ${value?.toFixed(1) ?? 'not measured'}, ${BOUNDS[name]} at most`)
  // What could not be measured does not hold.
  return Object.entries(measured).flatMap(([name, value]) =>
    value !== null && value <= BOUNDS[name] ? [] : [`${name} is ${value?.toFixed(1) ?? 'not measured'}`]
  )
}

async function waitFor(isMet, limitMs) {
  const limit = performance.now() + limitMs
  while (!(await isMet())) {
    if (performance.now() > limit) return false
    await pause(200)
  }
  return true
}
