/**
 * `npm run bench`: Roundtable beside its peers, each in a process of its own, in turn within each measurement, so that
 * whatever else the machine does meets all of them. `-- --scenario fan-out,cursors --servers roundtable,hocuspocus --quick`
 */
import { writeFileSync } from 'node:fs'
import { build, install, main } from '../../server/bootstrap/steps.mjs'
import { summary } from './figures.mjs'
import { circumstances } from './machine.mjs'
import { readOptions } from './options.mjs'
import { startPostgres } from './postgres.mjs'
import { pointName, table } from './report.mjs'
import { scenarios } from './scenarios/index.mjs'
import { available, servers } from './servers/index.mjs'
import { Ground, impossible, measure } from './stand.mjs'

const names = (list) => list.map(({ name }) => name)
const since = performance.now()
const tell = (text) => process.stdout.write(`${String(Math.round((performance.now() - since) / 1000)).padStart(5)} s  ${text}\n`)

await main(async () => {
  const options = readOptions(process.argv.slice(2), { scenarios: names(scenarios), servers: names(servers) })
  await install()
  await build()
  const present = await available(options.servers, tell)
  const wanted = scenarios.filter(({ name }) => options.scenarios.includes(name))
  tell(
    `${names(wanted).join(', ')}: ${names(present).join(', ')}${options.isQuick ? ', quickly' : '. All of it takes about 20 minutes on a quiet machine.'}`
  )
  const ground = new Ground(await startPostgres())
  const tables = []
  try {
    for (const scenario of wanted) {
      const results = await visit(scenario, present, { ground, isQuick: options.isQuick })
      tables.push(table(scenario, results))
      process.stdout.write(`\n${tables.at(-1)}\n\n`)
    }
  } finally {
    await ground.close()
  }
  if (options.out) writeFileSync(options.out, [...circumstances(), '', ...tables.flatMap((each) => [each, ''])].join('\n'))
})

/** Every point, every repetition, every server, in this order. */
async function visit(scenario, present, { ground, isQuick }) {
  const results = []
  const visited = present.filter(({ name }) => !scenario.only || scenario.only.includes(name))
  for (const point of scenario.points(isQuick)) {
    const reason = impossible(point)
    if (reason) {
      tell(`SKIPPED: ${scenario.name}, ${pointName(point)}: ${reason}`)
      continue
    }
    const measured = new Map(visited.map((server) => [server, []]))
    for (let repetition = 0; repetition < (isQuick ? 1 : scenario.repetitions); repetition++) {
      for (const server of visited) {
        tell(`${scenario.name}, ${pointName(point)}, ${server.name}${isQuick ? '' : `, ${repetition + 1} of ${scenario.repetitions}`}`)
        measured.get(server).push(await attempted({ server, scenario, point, repetition, ground, isQuick, tell }))
      }
    }
    for (const [server, repetitions] of measured) results.push({ point, server: server.name, figures: summary(repetitions) })
  }
  return results
}

/** A measurement that fails is told where its figures would stand, and the others go on. */
async function attempted(what) {
  try {
    return await measure(what)
  } catch (error) {
    tell(`FAILED: ${what.server.name}: ${error.message}`)
    return { failure: `failed: ${error.message.split('\n')[0]}` }
  }
}
