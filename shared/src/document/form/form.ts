import * as Y from 'yjs'
import type { PrincipleCode } from '../../framework/index.js'
import type { IdSource } from '../entry.js'
import type { FieldDefinition } from '../field/field-definition.js'
import { fieldWords, readFields, type Fields } from '../field/fields.js'
import type { Roots } from '../readable.js'
import { readRichText } from '../rich-text/read.js'
import { richTextWords, type RichText } from '../rich-text/rich-text.js'
import { startRichText } from '../rich-text/write.js'
import { isSharedType, newSharedType } from '../shared-type.js'

/*
 * Kinds that ask a fixed list of questions: a plan's and a principles document. Each question is an entry under its own
 * code, so that two people who answer it write into one place, whoever came first.
 */

export interface QuestionDefinition {
  readonly code: string
  readonly principles: readonly PrincipleCode[]
  /** Paragraphs of the Framework the question rests on. */
  readonly paragraphs: readonly number[]
  readonly fields: readonly FieldDefinition[]
}

export interface Answer {
  /** The question's code. */
  readonly id: string
  readonly text: RichText
  readonly fields: Fields
}

/** The answers to these questions that the document has, in the questions' order; what else is stored is left out. */
export function readAnswers(roots: Roots, questions: readonly QuestionDefinition[]): readonly Answer[] {
  const answers = roots.get('answers', 'map')
  return questions.flatMap(({ code, fields }) => {
    const entry = answers?.get(code)
    if (!isSharedType(entry, 'map')) return []
    const [text, stored] = [entry.get('text'), entry.get('fields')]
    return {
      id: code,
      text: readRichText(isSharedType(text, 'fragment') ? text : undefined),
      fields: readFields(fields, isSharedType(stored, 'map') ? stored : undefined)
    }
  })
}

/** Every question with an empty text. */
export function startAnswers(answers: Y.Map<unknown>, questions: readonly QuestionDefinition[], ids: IdSource): void {
  for (const { code } of questions) {
    const entry = new Y.Map<unknown>()
    answers.set(code, entry)
    entry.set('fields', newSharedType('map'))
    const text = newSharedType('fragment')
    entry.set('text', text)
    if (isSharedType(text, 'fragment')) startRichText(text, ids)
  }
}

export function answersWords(questions: readonly QuestionDefinition[], answers: readonly Answer[]): string {
  return answers
    .flatMap(({ id, text, fields }) => [
      richTextWords(text),
      ...fieldWords(questions.find(({ code }) => code === id)?.fields ?? [], fields)
    ])
    .filter((words) => words !== '')
    .join('\n')
}
