import type { DocumentKind } from '../framework/index.js'
import { clauseDefinition } from './agreement/clauses.js'
import type { FieldDefinition } from './field/field-definition.js'
import { fieldWords, type Fields } from './field/fields.js'
import type { ContentOf } from './kinds.js'
import { OBJECTIVE_FIELDS } from './objectives/fields.js'
import { PLAN_QUESTIONS } from './plan/questions.js'
import { EMPTY_RICH_TEXT, richTextWords, type RichText } from './rich-text/rich-text.js'
import { TASK_FIELDS } from './roadmap/fields.js'

/** A part of a document that can be handed on by itself: an entry, or a text that the document has beside its entries. */
export interface Passage {
  readonly id: string
  /** Of a text beside the entries, its name; of a clause or a question, its code; null for what people number or name themselves. */
  readonly code: string | null
  /** What people have called it: a task's title, an own clause's heading; empty otherwise. */
  readonly heading: string
  /** Its place among the entries of its document, from 1. */
  readonly number: number
  /** Its own words, a line per block, without the heading. */
  readonly words: string
}

/** The kinds that a side can keep to itself, and of which it can therefore share a part. */
const KINDS = ['objectives', 'agreement', 'roadmap', 'plan'] as const satisfies readonly DocumentKind[]
export type PassagesKind = (typeof KINDS)[number]
export type ContentInPassages = ContentOf[PassagesKind]

export const OBJECTIVES_TEXTS = ['goal', 'missing', 'success'] as const

export function hasPassages(kind: DocumentKind): kind is PassagesKind {
  return KINDS.some((one) => one === kind)
}

/** The passages of a document that say something, in its order; a clause that only another build knows is none. */
export function passagesOf(content: ContentInPassages): readonly Passage[] {
  switch (content.kind) {
    case 'objectives':
      return [
        ...OBJECTIVES_TEXTS.map((name) => ({ id: name, code: name, heading: '', number: 0, words: richTextWords(content[name]) })).filter(
          ({ words }) => words.trim() !== ''
        ),
        ...content.objectives.flatMap(({ id, classification, issue, data, why, fields }, index) =>
          saying(
            { id, code: null, heading: '', number: index + 1, words: wordsOf([issue, data, why], OBJECTIVE_FIELDS, fields) },
            classification !== null || isAnswered(fields)
          )
        )
      ]
    case 'agreement':
      return content.clauses.flatMap(({ id, code, heading, text, fields, notArising }, index) => {
        const definition = clauseDefinition(code)
        if (!definition && code !== 'own') return []
        const words = lines([notArising ?? '', wordsOf([text], definition?.fields ?? [], fields)])
        return saying({ id, code, heading, number: index + 1, words }, isAnswered(fields))
      })
    case 'roadmap':
      return content.tasks.flatMap(({ id, title, why, sign, schedule, keyArea, stage, leadSide, fields }, index) => {
        const words = lines([richTextWords(why), sign, ...fieldWords(TASK_FIELDS, fields)])
        const facts = [schedule.start, schedule.due, keyArea, stage, leadSide]
        const says = isAnswered(fields) || facts.some((fact) => fact != null)
        return saying({ id, code: null, heading: title, number: index + 1, words }, says)
      })
    case 'plan':
      return content.answers.flatMap(({ id, text, fields }, index) => {
        const definitions = PLAN_QUESTIONS.find(({ code }) => code === id)?.fields ?? []
        return saying({ id, code: id, heading: '', number: index + 1, words: wordsOf([text], definitions, fields) }, isAnswered(fields))
      })
  }
}

/** The same document with the chosen passages and no others. */
export function pickPassages(content: ContentInPassages, chosen: ReadonlySet<string>): ContentInPassages {
  const isChosen = ({ id }: { readonly id: string }) => chosen.has(id)
  switch (content.kind) {
    case 'objectives': {
      const text = (name: (typeof OBJECTIVES_TEXTS)[number]) => (chosen.has(name) ? content[name] : EMPTY_RICH_TEXT)
      const texts = { goal: text('goal'), missing: text('missing'), success: text('success') }
      return { ...content, ...texts, objectives: content.objectives.filter(isChosen) }
    }
    case 'agreement':
      return { ...content, clauses: content.clauses.filter(isChosen) }
    case 'roadmap':
      return { ...content, tasks: content.tasks.filter(isChosen) }
    case 'plan':
      return { ...content, answers: content.answers.filter(isChosen) }
  }
}

const lines = (words: readonly string[]): string => words.filter((line) => line !== '').join('\n')
const isAnswered = (fields: Fields): boolean => Object.keys(fields).length > 0

function saying(passage: Passage, saysMore: boolean): readonly Passage[] {
  return saysMore || passage.heading.trim() !== '' || passage.words.trim() !== '' ? [passage] : []
}

function wordsOf(texts: readonly RichText[], definitions: readonly FieldDefinition[], fields: Fields): string {
  return lines([...texts.map(richTextWords), ...fieldWords(definitions, fields)])
}
