import { z } from 'zod'
import {
  DEFINITION_OUTCOMES,
  DEFINITION_QUESTIONS,
  DEFINITION_VALUES,
  LEAD_KINDS,
  MODALITIES,
  PARTNER_KINDS,
  SIDES
} from '../framework/index.js'
import { lineSchema, wordsSchema } from './words.js'

/** One answer to one question; "not sure yet" needs no reason, every other answer does. */
export const definitionAnswerSchema = z
  .strictObject({
    question: z.enum(DEFINITION_QUESTIONS),
    value: z.string(),
    reason: wordsSchema(4000),
    /** Where it can be seen: addresses or descriptions, one each. */
    evidence: z.array(lineSchema(1000)).max(20, 'at most 20')
  })
  .refine(({ question, value }) => (DEFINITION_VALUES[question] as readonly string[]).includes(value), {
    path: ['value'],
    error: 'not an answer to this question'
  })
  .refine(({ value, reason }) => value === 'not_sure' || reason.length > 0, { path: ['reason'], error: 'say why' })

const answerViewSchema = z.object({
  question: z.enum(DEFINITION_QUESTIONS),
  value: z.string(),
  reason: z.string(),
  evidence: z.array(z.string()),
  frameworkVersion: z.string(),
  answeredBy: z.string(),
  answeredAt: z.iso.datetime()
})

export const definitionViewSchema = z.object({
  frameworkVersion: z.string(),
  /** Everybody who answers for a side: an organisation, a community, a lone person. Whose answers count is said. */
  voices: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      side: z.enum(SIDES),
      counts: z.boolean(),
      /** Nobody of it is here any more: what was said stays, and raises no question (DEF-38). */
      hasLeft: z.boolean(),
      isMine: z.boolean(),
      answers: z.array(answerViewSchema)
    })
  ),
  classification: z.object({
    outcome: z.enum(DEFINITION_OUTCOMES).nullable(),
    candidate: z
      .object({ modality: z.enum(MODALITIES), leadKind: z.enum(LEAD_KINDS).nullable(), namedPartner: z.enum(PARTNER_KINDS).nullable() })
      .nullable(),
    paragraph: z.string(),
    missing: z.array(
      z.object({
        question: z.enum(DEFINITION_QUESTIONS),
        side: z.enum(SIDES).nullable(),
        why: z.enum(['unanswered', 'not_sure', 'no', 'differs', 'nobody'])
      })
    )
  })
})

export type DefinitionAnswer = z.infer<typeof definitionAnswerSchema>
export type DefinitionView = z.infer<typeof definitionViewSchema>
