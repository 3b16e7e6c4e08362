import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')
const HOMES = [
  'shared/src',
  'server/src',
  'client/src',
  'test/contract',
  'test/convergence',
  'test/matrix',
  'test/e2e',
  'test/visual',
  'test/fault'
]

/** The rules that test titles name, in brackets. */
function rulesInTitles(): Map<string, string> {
  const rules = new Map<string, string>()
  for (const file of HOMES.flatMap(testFilesIn))
    for (const [, rule] of readFileSync(join(ROOT, file), 'utf8').matchAll(/\[([A-Z]+-\d+)\]/g)) rules.set(rule!, file)
  return rules
}

function testFilesIn(home: string): string[] {
  let files: string[]
  try {
    files = readdirSync(join(ROOT, home), { recursive: true, encoding: 'utf8' })
  } catch {
    return [] // a home that is not built yet
  }
  return files.filter((file) => /\.(spec|test)\.tsx?$/.test(file)).map((file) => join(home, file))
}

function rulesInSpecification(): string[] {
  return [...readFileSync(join(ROOT, 'SPEC.md'), 'utf8').matchAll(/^- \*\*([A-Z]+-\d+)\*\*/gm)].map(([, rule]) => rule!)
}

describe('the specification', () => {
  it('[SPEC-1] every rule has a test, every test a rule, and no number stands twice', () => {
    const titles = rulesInTitles()
    const rules = rulesInSpecification()
    expect({
      rulesWithoutTest: rules.filter((rule) => !titles.has(rule)),
      testsWithoutRule: [...titles].filter(([rule]) => !rules.includes(rule)).map(([rule, file]) => `${rule} (${file})`),
      numbersThatStandTwice: rules.filter((rule, index) => rules.indexOf(rule) !== index)
    }).toEqual({ rulesWithoutTest: [], testsWithoutRule: [], numbersThatStandTwice: [] })
  })
})
