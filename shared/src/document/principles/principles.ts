import type * as Y from 'yjs'
import { HOW_FAR, PRINCIPLE_NOTES, PRINCIPLES } from '../../framework/index.js'
import type { IdSource } from '../entry.js'
import { list, oneOf, when, words, yesNo } from '../field/field-definition.js'
import { answersWords, readAnswers, startAnswers, type Answer, type QuestionDefinition } from '../form/form.js'
import { root } from '../layouts.js'
import { readable } from '../readable.js'
import { PRINCIPLES_LAYOUT } from './layout.js'

/**
 * The thirteen principles as one side's questions about itself (¶17, ¶18): how far, what is done (the text), evidence,
 * next step, whether help is wanted. P11 has no "not relevant": where the law protects nobody, that is a risk.
 */
export const PRINCIPLE_QUESTIONS: readonly QuestionDefinition[] = PRINCIPLES.map((code) => ({
  code,
  principles: [code],
  paragraphs: PRINCIPLE_NOTES[code],
  fields: [
    oneOf('howFar', 'required', code === 'P11' ? HOW_FAR : [...HOW_FAR, 'not_relevant']),
    ...(code === 'P11'
      ? [yesNo('lawMissing'), when('lawMissing', true, words('lawRisk'))]
      : [when('howFar', 'not_relevant', words('notRelevantBecause'))]),
    list('evidence'),
    words('nextStep'),
    yesNo('helpWanted')
  ]
}))

export interface PrinciplesContent {
  readonly kind: 'principles'
  readonly answers: readonly Answer[]
}

export function readPrinciples(doc: Y.Doc): PrinciplesContent {
  return { kind: 'principles', answers: readAnswers(readable(doc, PRINCIPLES_LAYOUT), PRINCIPLE_QUESTIONS) }
}

export function startPrinciples(doc: Y.Doc, ids: IdSource): void {
  startAnswers(root(doc, 'principles', 'answers'), PRINCIPLE_QUESTIONS, ids)
}

export const principlesWords = ({ answers }: PrinciplesContent): string => answersWords(PRINCIPLE_QUESTIONS, answers)
