/**
 * `npm test`: everything, from a fresh clone: installs and builds what changed, checks the code, runs the tests part by
 * part. `npm test -- server e2e` runs the parts it names.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, install, main, root, StepError } from '../../server/bootstrap/steps.mjs'
import jestConfig from '../../jest.config.mjs'
import { findOrInstallBrowser } from './browser.mjs'

/** Longer runs have commands of their own. */
const longer = ['fault', 'soak', 'visual']
const projects = jestConfig.projects.map((project) => project.displayName)
const known = ['check', ...projects]
const output = join(root, 'test/output')
const GRACE_MS = 15_000
/** A part that takes longer hangs; the browsers' takes a quarter of an hour on two quiet cores. */
const LONGEST_MS = 45 * 60_000
const LONGEST_OF_LONGER_MS = 4 * 60 * 60_000

await main(async () => {
  const parts = chosen(process.argv.slice(2))
  await install()
  await build()
  const environment = { ...process.env, NODE_ENV: 'test' }
  const results = []
  for (const part of parts) results.push(await run(part, environment))
  summarise(results)
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0
})

function chosen(wanted) {
  const unknown = wanted.filter((part) => !known.includes(part))
  if (unknown.length > 0) throw new StepError(`There is no part "${unknown.join('", "')}". Parts: ${known.join(', ')}.`)
  return wanted.length > 0 ? wanted : known.filter((part) => !longer.includes(part))
}

async function run(part, environment) {
  process.stdout.write(`\n── ${part} ──\n`)
  const since = performance.now()
  const counts = part === 'check' ? await check(environment) : await jest(part, environment)
  return { part, seconds: (performance.now() - since) / 1000, ...counts }
}

async function check(environment) {
  const cli = process.env.npm_execpath
  const isPassed = await (cli?.endsWith('.js')
    ? command(process.execPath, [cli, 'run', '--silent', 'check'], environment)
    : command('npm', ['run', '--silent', 'check'], environment))
  return { passed: 0, failed: isPassed ? 0 : 1, skipped: 0 }
}

async function jest(project, environment) {
  if (project === 'e2e' || project === 'visual') {
    const browser = findOrInstallBrowser()
    if (!browser)
      return { passed: 0, failed: 0, skipped: 1, note: 'skipped: there is no Chromium. Install one, or name it in CHROMIUM_PATH' }
    environment = { ...environment, CHROMIUM_PATH: browser }
  }
  const report = join(output, `${project}.json`)
  mkdirSync(output, { recursive: true })
  rmSync(report, { force: true })
  const words = [
    '--selectProjects',
    project,
    '--passWithNoTests',
    '--json',
    `--outputFile=${report}`,
    ...(['fault', 'visual'].includes(project) ? ['--runInBand'] : []),
    // A browser, a server and a database each: more at once only wait for one another.
    ...(project === 'e2e' ? ['--maxWorkers=2'] : [])
  ]
  const longest = longer.includes(project) ? LONGEST_OF_LONGER_MS : LONGEST_MS
  const isPassed = await command(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...words], environment, report, longest)
  return counted(report, isPassed)
}

/** A suite that could not even run holds no tests, and still is a failure. */
function counted(report, isPassed) {
  const told = read(report)
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = told
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return { passed, failed: isPassed ? failed : Math.max(failed, 1), skipped: numPendingTests + numTodoTests, names: namesOfFailed(told) }
}

/** By file and title; a suite that could not even run, by its file. */
function namesOfFailed({ testResults = [] }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name)
    const titles = assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => `${file} › ${fullName}`)
    return titles.length === 0 && status === 'failed' ? [file] : titles
  })
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch (error) {
    // Jest ended before its first test: its own words stand above.
    if (error.code !== 'ENOENT') throw error
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 1 }
  }
}

/**
 * Runs with our terminal but without our input; true when it succeeded. One whose report is written, and which then does
 * not end by itself, has left something open and is ended; so is one that takes longer than any part may.
 */
function command(program, words, env, report, longest = LONGEST_MS) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: program === 'npm' && process.platform === 'win32'
    })
    const since = performance.now()
    let reportedAt
    const watch = setInterval(() => {
      const now = performance.now()
      if (report && existsSync(report)) reportedAt ??= now
      if (now - (reportedAt ?? now) < GRACE_MS && now - since < longest) return
      process.stdout.write(reportedAt ? 'Jest did not end by itself: a test left something open.\n' : 'This takes too long and is ended.\n')
      child.kill('SIGKILL')
    }, 1000)
    const done = (settle, value) => {
      clearInterval(watch)
      settle(value)
    }
    child.on('error', (error) => done(reject, error))
    // Ended by us after its report: what the report says counts.
    child.on('close', (code) => done(resolve, code === 0 || (code === null && reportedAt !== undefined)))
  })
}

function summarise(results) {
  process.stdout.write('\n')
  for (const { part, seconds, passed, failed, skipped, note } of results) {
    const told = part === 'check' ? (failed ? 'failed' : 'passed') : (note ?? `${passed} passed, ${failed} failed, ${skipped} skipped`)
    process.stdout.write(`${part.padEnd(14)}${`${seconds.toFixed(1)} s`.padStart(9)}   ${told}\n`)
  }
  // Also where a log is long and its end alone is kept.
  for (const name of results.flatMap(({ names = [] }) => names)) process.stdout.write(`failed: ${name}\n`)
  const total = (name) => results.reduce((sum, result) => sum + result[name], 0)
  process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped\n`)
}
