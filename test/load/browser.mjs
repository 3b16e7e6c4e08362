/**
 * `npm run bench:browser`: what a person waits for, in a real browser: letters in a long document among fifty others, and the first
 * page over a slow line. `-- --tree before=../older --tree after=. --scenario typing --quick --out FILE`; other trees must be built.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { build, install, main, root, StepError } from '../../server/bootstrap/steps.mjs'
import { findOrInstallBrowser } from '../bootstrap/browser.mjs'
import { startTree } from './browser/measured-server.mjs'
import { slowLine } from './browser/slow-line.mjs'
import { typing } from './browser/typing.mjs'
import { summary } from './figures.mjs'
import { circumstances } from './machine.mjs'
import { startPostgres } from './postgres.mjs'

const SCENARIOS = [typing, slowLine]
const REPETITIONS = 3
const tell = (text) => process.stdout.write(`${text}\n`)

await main(async () => {
  const { trees, scenarios, isQuick, out } = readWords(process.argv.slice(2))
  await install()
  await build()
  for (const tree of trees)
    if (!existsSync(join(tree.root, 'server/dist/main.js'))) throw new StepError(`${tree.root} is not built: npm run build there.`)
  const executablePath = findOrInstallBrowser()
  if (!executablePath) throw new StepError('There is no Chromium. Install one, or name it in CHROMIUM_PATH.')
  const postgres = await startPostgres()
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-browser-'))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  const ground = { postgres, directory, browser, isQuick }
  try {
    const tables = []
    for (const scenario of scenarios) tables.push(table(scenario, await visit(scenario, trees, ground)))
    const text = [...circumstances(), `Chromium ${browser.version()}`, '', ...tables].join('\n')
    tell(`\n${text}`)
    if (out) writeFileSync(out, `${text}\n`)
  } finally {
    await browser.close()
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
})

/** Every point, every repetition, every tree, in this order: whatever else the machine does meets all trees. */
async function visit(scenario, trees, ground) {
  const rows = []
  for (const point of scenario.points(ground.isQuick)) {
    const measured = new Map(trees.map((tree) => [tree, []]))
    for (let repetition = 1; repetition <= (ground.isQuick ? 1 : REPETITIONS); repetition++)
      for (const tree of trees) {
        tell(`${scenario.name}, ${scenario.named(point)}, ${tree.name}, ${repetition}`)
        measured.get(tree).push(await measure(scenario, point, tree, ground))
      }
    for (const [tree, figures] of measured) rows.push({ name: scenario.named(point), tree: tree.name, figures: summary(figures) })
  }
  return rows
}

async function measure(scenario, point, tree, ground) {
  const server = await startTree(tree, ground)
  try {
    return await scenario.run({ ...ground, ...server }, point)
  } finally {
    await server.end()
  }
}

/** In Markdown. */
function table({ name, title }, rows) {
  const keys = Object.keys(rows[0].figures)
  const head = ['', 'tree', ...keys]
  const lines = rows.map((row) => [row.name, row.tree, ...keys.map((key) => written(row.figures[key]))])
  return [
    `## ${name}`,
    '',
    `${title}.`,
    '',
    ...[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`),
    ''
  ].join('\n')
}

function written(value) {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toFixed(1)
}

function readWords(words) {
  const text = { type: 'string' }
  try {
    const { values } = parseArgs({
      args: words,
      options: { tree: { ...text, multiple: true }, scenario: text, out: text, quick: { type: 'boolean' } }
    })
    const trees = (values.tree ?? [`this=${root}`]).map((each) => {
      const [, name, path] = /^([\w-]+)=(.+)$/.exec(each) ?? []
      if (!name) throw new Error(`--tree takes name=path, not "${each}".`)
      return { name, root: resolve(path) }
    })
    const scenarios = SCENARIOS.filter(({ name }) => values.scenario?.split(',').includes(name) ?? true)
    if (scenarios.length === 0) throw new Error(`There is: ${SCENARIOS.map(({ name }) => name).join(', ')}.`)
    return { trees, scenarios, isQuick: values.quick ?? false, out: values.out }
  } catch (error) {
    throw new StepError(`${error.message} It takes --tree, --scenario, --quick and --out.`, { cause: error })
  }
}
