import { PRINCIPLES, type PrincipleCode } from '../../framework/index.js'
import { answerState } from '../answer-state.js'
import { canonicalJson } from '../canonical-json.js'
import type { Answer } from '../form/form.js'
import { PRINCIPLE_QUESTIONS, type PrinciplesContent } from './principles.js'

/**
 * The principles that are not answered so that they could be filed. "Not relevant" needs its reason (B4), and where P11 finds
 * no law that protects people, what that puts at risk is part of the answer.
 */
export function unanswered({ answers }: PrinciplesContent): readonly PrincipleCode[] {
  return PRINCIPLES.filter((code) => !isAnswered(answers.find(({ id }) => id === code)))
}

function isAnswered(answer: Answer | undefined): boolean {
  const question = PRINCIPLE_QUESTIONS.find(({ code }) => code === answer?.id)
  if (!answer || !question || answerState(answer, question.fields) !== 'answered') return false
  const { howFar, notRelevantBecause, lawMissing, lawRisk } = answer.fields
  if (howFar === 'not_relevant' && notRelevantBecause === undefined) return false
  return lawMissing !== true || lawRisk !== undefined
}

/** The text that is filed, and that its hash is of. */
export const filedText = (content: PrinciplesContent): string => canonicalJson(content)

/** What was filed, from its text: the server wrote it from a document that it had read. Throws `SyntaxError` on anything else. */
export function readFiled(text: string): PrinciplesContent {
  return JSON.parse(text) as PrinciplesContent
}
