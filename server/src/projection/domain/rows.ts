import {
  answerState,
  type Answer,
  canonicalJson,
  clauseDefinition,
  type Content,
  PLAN_QUESTIONS,
  plainText,
  PRINCIPLE_QUESTIONS,
  type QuestionDefinition
} from '@roundtable/shared/document'
import { sha256 } from '../../platform/sha256.js'
import { storable } from './storable.js'

/** What a document says, as rows: tasks of a roadmap, clauses of an agreement, answers of a plan and of principles, words of all. */
export interface Projection {
  /** SHA-256 of the content's canonical JSON: equal content, equal hash. */
  readonly contentHash: string
  readonly words: string
  readonly tasks: readonly TaskRow[]
  readonly clauses: readonly ClauseRow[]
  readonly answers: readonly AnswerRow[]
}

export interface TaskRow {
  readonly task_id: string
  readonly place: number
  readonly title: string
  readonly key_area: string | null
  readonly stage: string | null
  readonly lead_side: string | null
  readonly start_on: string | null
  readonly due_on: string | null
  readonly details: unknown
}

export interface ClauseRow {
  readonly clause_id: string
  readonly place: number
  readonly code: string
  readonly heading: string
  readonly state: string
  readonly details: unknown
}

export interface AnswerRow {
  readonly question: string
  readonly place: number
  readonly state: string
  readonly details: unknown
}

/** Equal content gives equal rows, whatever its history (DOC-6). */
export function projectionOf(content: Content): Projection {
  const none = { contentHash: sha256(canonicalJson(content)), words: plainText(content), tasks: [], clauses: [], answers: [] }
  switch (content.kind) {
    case 'roadmap':
      return storable({
        ...none,
        tasks: content.tasks.map(({ id, title, keyArea, stage, leadSide, schedule, fields }, place) => ({
          task_id: id,
          place,
          title,
          key_area: keyArea,
          stage,
          lead_side: leadSide,
          start_on: schedule.start ?? null,
          due_on: schedule.due ?? null,
          details: fields
        }))
      })
    case 'agreement':
      return storable({
        ...none,
        clauses: content.clauses.map((clause, place) => ({
          clause_id: clause.id,
          place,
          code: clause.code,
          heading: clause.heading,
          state: answerState(clause, clauseDefinition(clause.code)?.fields ?? []),
          details: { fields: clause.fields, notArising: clause.notArising }
        }))
      })
    case 'plan':
      return storable({ ...none, answers: answerRows(content.answers, PLAN_QUESTIONS) })
    case 'principles':
      return storable({ ...none, answers: answerRows(content.answers, PRINCIPLE_QUESTIONS) })
    default:
      return storable(none)
  }
}

function answerRows(answers: readonly Answer[], questions: readonly QuestionDefinition[]): readonly AnswerRow[] {
  return answers.map((answer, place) => ({
    question: answer.id,
    place,
    state: answerState(answer, questions.find(({ code }) => code === answer.id)?.fields ?? []),
    details: answer.fields
  }))
}
