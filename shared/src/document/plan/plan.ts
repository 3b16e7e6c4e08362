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

interface PlanStart extends IdSource {
  readonly stage?: Stage
  readonly entries?: readonly string[]
}

/** Those of the stage's questions that a template asks and that are not there yet, each with an empty text; returns their codes. */
export function startPlan(doc: Y.Doc, { newId, stage = 'S1', entries }: PlanStart): readonly string[] {
  const answers = root(doc, 'plan', 'answers')
  const added = planQuestions(stage).filter(({ code }) => (entries?.includes(code) ?? true) && !answers.has(code))
  startAnswers(answers, added, { newId })
  return added.map(({ code }) => code)
}

export const planWords = ({ answers }: PlanContent): string => answersWords(PLAN_QUESTIONS, answers)
