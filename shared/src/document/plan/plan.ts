import type * as Y from 'yjs'
import type { Stage } from '../../framework/index.js'
import type { IdSource } from '../entry.js'
import { answersWords, readAnswers, startAnswers, type Answer } from '../form/form.js'
import { root } from '../layouts.js'
import { readable } from '../readable.js'
import { PLAN_LAYOUT } from './layout.js'
import { PLAN_QUESTIONS, planQuestions } from './questions.js'

export interface PlanContent {
  readonly kind: 'plan'
  readonly answers: readonly Answer[]
}

export function readPlan(doc: Y.Doc): PlanContent {
  return { kind: 'plan', answers: readAnswers(readable(doc, PLAN_LAYOUT), PLAN_QUESTIONS) }
}

/** The questions of the stage, each with an empty text. */
export function startPlan(doc: Y.Doc, ids: IdSource, stage: Stage): void {
  startAnswers(root(doc, 'plan', 'answers'), planQuestions(stage), ids)
}

export const planWords = ({ answers }: PlanContent): string => answersWords(PLAN_QUESTIONS, answers)
