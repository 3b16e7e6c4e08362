import type { DefinitionQuestion } from '@roundtable/shared/framework'
import type { Translate } from '../../../locales/use-text.js'
import type { VoiceAnswer } from './definition.js'

const MOST_REASON = 4000
const MOST_LINES = 20
const MOST_IN_LINE = 1000

/** An answer while it is written; evidence as it is typed, one piece a line. */
export interface AnswerDraft {
  readonly value: string
  readonly reason: string
  readonly evidence: string
}

/** What was typed stays with the seat and the question it was typed for. */
export function draftKey(seatId: string, question: DefinitionQuestion): string {
  return `${seatId}/definition/${question}`
}

export function draftOf(answer: VoiceAnswer | undefined): AnswerDraft {
  return { value: answer?.value ?? '', reason: answer?.reason ?? '', evidence: answer?.evidence.join('\n') ?? '' }
}

/** A kept draft as it was written; null for anything else. */
export function readDraft(kept: unknown): AnswerDraft | null {
  if (typeof kept !== 'object' || kept === null) return null
  const { value, reason, evidence } = kept as Partial<Record<keyof AnswerDraft, unknown>>
  return typeof value === 'string' && typeof reason === 'string' && typeof evidence === 'string' ? { value, reason, evidence } : null
}

export function evidenceOf({ evidence }: AnswerDraft): string[] {
  return evidence
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export type AnswerProblems = Partial<Readonly<Record<keyof AnswerDraft, string>>>

export function problemsOf(draft: AnswerDraft, t: Translate): AnswerProblems {
  const lines = evidenceOf(draft)
  const reason = draft.reason.trim()
  return {
    ...(draft.value === '' && { value: t('definition.answerMissing') }),
    ...(draft.value !== 'not_sure' && reason === '' && { reason: t('form.sayWhy') }),
    ...(reason.length > MOST_REASON && { reason: t('form.tooLong', { most: MOST_REASON }) }),
    ...(lines.length > MOST_LINES && { evidence: t('definition.evidenceTooMany', { most: MOST_LINES }) }),
    ...(lines.some((line) => line.length > MOST_IN_LINE) && { evidence: t('definition.evidenceTooLong', { most: MOST_IN_LINE }) })
  }
}
