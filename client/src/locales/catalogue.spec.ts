import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BECAUSE_SENTENCES, GROUNDS, WHO_DECIDES } from '@roundtable/shared/ability'
import {
  CHAPTERS,
  CLAUSES,
  OBJECTIVE_FIELDS,
  PLAN_QUESTIONS,
  PRINCIPLE_QUESTIONS,
  TASK_FIELDS,
  type FieldDefinition
} from '@roundtable/shared/document'
import { ERRORS } from '@roundtable/shared/error'
import { CLOSE } from '@roundtable/shared/protocol'
import { IntlMessageFormat } from 'intl-messageformat'
import { optionKey } from '../features/document/fields/field-words.js'
import { decisionRule } from '../features/workspace/decision-rule.js'
import { paragraphKeys } from '../features/workspace/paragraphs.js'
import en from './en.json'
import parts from './parts.json'
import { pseudoCatalogue } from './pseudo.js'

const catalogue: Readonly<Record<string, string>> = en
const missing = (keys: readonly string[]) => keys.filter((key) => !Object.hasOwn(catalogue, key))

const SOURCE = join(__dirname, '..')
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file)
)
const sources = files.map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }))

/** The names of fields, of their options and of a table's columns. */
function keysOf(labels: string, fields: readonly FieldDefinition[]): readonly string[] {
  return fields.flatMap((field) => {
    const key = `${labels}.${field.name}`
    if (field.type === 'rows') return [key, ...keysOf(key, field.cells)]
    if (field.type === 'date' && field.notBefore !== undefined) return [key, `${key}.early`]
    return [key, ...(field.type === 'enumeration' ? field.options.map((option) => optionKey(key, field, option)) : [])]
  })
}

describe('the English catalogue', () => {
  it('[UI-1] has every key that a screen names', () => {
    const named = sources.flatMap(({ text }) => [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''))
    expect(named.length).toBeGreaterThan(100)
    expect(missing(named)).toEqual([])
  })

  it('[UI-344] calls a control by the words that stand on it, and then by what it is for', () => {
    const named = Object.keys(catalogue).flatMap((key) => {
      const words = catalogue[key.replace(/Named$/, '')]?.replace(/…$/, '')
      return key.endsWith('Named') && words !== undefined ? [{ key, words }] : []
    })
    expect(named.length).toBeGreaterThan(5)
    const isOther = ({ key, words }: (typeof named)[number]) => !catalogue[key]?.startsWith(words) && !catalogue[key]?.startsWith('{act}')
    expect(named.filter(isOther)).toEqual([])
  })

  it('[UI-2] has a sentence for every reason of a right and for everybody who may decide', () => {
    expect(missing(BECAUSE_SENTENCES)).toEqual([])
    expect(missing(WHO_DECIDES)).toEqual([])
  })

  it('[UI-96] says of every paragraph that a decision can rest on what it is about', () => {
    const grounds = [...GROUNDS, ...WHO_DECIDES.map((key) => decisionRule(key, () => true).paragraph)]
    const keys = grounds.flatMap(paragraphKeys).map(({ key }) => key)
    expect(new Set(keys).size).toBeGreaterThan(30)
    expect(missing(keys)).toEqual([])
  })

  it('[UI-3] has a sentence for every error code and every way a live document is closed', () => {
    expect(missing(Object.keys(ERRORS).map((code) => `error.${code}`))).toEqual([])
    expect(missing(Object.keys(CLOSE).map((name) => `closed.${name}`))).toEqual([])
  })

  it('[UI-4] names every clause, its purpose, its fields and their options', () => {
    const keys = CLAUSES.flatMap(({ code, title, purpose, fields }) => [title, purpose, ...keysOf(`clause.${code}`, fields)])
    expect(missing(keys)).toEqual([])
  })

  it('[UI-140] names every chapter, question of a plan, principle, and field of an objective and a task', () => {
    const keys = [
      ...CHAPTERS.map((chapter) => `chapter.${chapter}`),
      ...PLAN_QUESTIONS.flatMap(({ code, fields }) => [`plan.${code}.heading`, `plan.${code}.asks`, ...keysOf(`plan.${code}`, fields)]),
      ...PRINCIPLE_QUESTIONS.flatMap(({ code, fields }) => [
        `principleName.${code}`,
        `principleDuty.${code}`,
        ...keysOf('principles', fields)
      ]),
      ...keysOf('objectives', OBJECTIVE_FIELDS),
      ...keysOf('task', TASK_FIELDS)
    ]
    expect(missing(keys)).toEqual([])
  })

  it.each([
    ['English', catalogue],
    ['long', pseudoCatalogue(catalogue, 'long')],
    ['mirrored', pseudoCatalogue(catalogue, 'mirrored')]
  ])('[UI-5] is readable ICU in its %s form', (_, messages) => {
    const broken = Object.entries(messages).filter(([, message]) => {
      try {
        new IntlMessageFormat(message, 'en').getAst()
        return false
      } catch {
        // That it throws is what is looked for; the message itself is listed below.
        return true
      }
    })
    expect(broken).toEqual([])
  })

  it('[UI-6] is the only source of words: no screen has English of its own', () => {
    const screens = sources.filter(({ file }) => file.endsWith('.tsx'))
    const own = screens.flatMap(({ file, text }) => [
      ...[...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[^<>{}]*)</g)].map((match) => `${file}: ${match[1]}`),
      ...[...text.matchAll(/(?:label|placeholder|title|aria-label|alt)="([A-Za-z][^"]*)"/g)].map((match) => `${file}: ${match[1]}`)
    ])
    expect(screens.length).toBeGreaterThan(20)
    expect(own).toEqual([])
  })

  const HOMES = {
    documents:
      /^(features\/(agreement|document|objectives|plan|principles|roadmap|workspace\/open-answers)|connection)\/|^features\/find\/found-words|^ui\/(day-|meanwhile-line|use-whole-day)/,
    roadmap: /^features\/roadmap\//,
    framework: /^features\/document\/paragraph\//,
    workspace: /^features\/workspace\/(definition|modality|open-answers|overview|profile|stages|modality-words)/,
    sides: /^features\/(workspace\/(stages|open-answers|profile)|principles|objectives|document\/(template|fields))\//,
    operation: /^features\/operation\//,
    opening: /^features\/(workspace\/(opening|overview)|people|joining)\//,
    people: /^features\/people\//,
    gallery: /^features\/gallery\//,
    myWork: /^features\/my-work\//,
    joining: /^features\/joining\//,
    find: /^(features\/find|app\/finder-panel)/,
    help: /^features\/help\//,
    account:
      /^features\/(identity\/(keep-phrase|new-phrase-form|recover-page|sessions-page)|joining\/invitation-page|operation\/set-up\/phrase-again)/,
    // Behind the door, and what is fetched together with its words.
    inside:
      /^(features\/(agreement|document|find|help|my-work|notice|objectives|people|plan|principles|roadmap|workspace)|app\/(document-page|finder-panel))/
  }
  it.each(Object.entries(parts))('[UI-100] the part for %s is asked for by no page that comes without it', (part, words) => {
    const named = new RegExp(`['"\`](?:${words.join('|')})\\.[\\w$]`)
    const elsewhere = sources.filter(({ file, text }) => !HOMES[part as keyof typeof HOMES].test(file) && named.test(text))
    expect(elsewhere.map(({ file }) => file)).toEqual([])
    for (const word of words) expect(Object.keys(catalogue).some((key) => key.startsWith(`${word}.`))).toBe(true)
  })
})
