import { z } from 'zod'
import { entriesFor, planQuestions, questionsFor } from '../document/index.js'
import { DOCUMENT_KINDS, PRINCIPLES, STAGES, type DocumentKind } from '../framework/index.js'
import { lineSchema } from './words.js'

/** Paragraphs of the Framework are numbered 1 to 45. */
const LAST_PARAGRAPH = 45

/** What stands beside one question, in the place of the shipped words: its plain purpose, and what it rests on. */
const guidanceSchema = z.strictObject({
  asks: z.string('say what it asks').trim().min(1, 'write something here').max(600, 'at most 600 characters'),
  principles: z.array(z.enum(PRINCIPLES, 'not a principle (P01 to P13)')).max(PRINCIPLES.length).optional(),
  paragraphs: z.array(z.int('a paragraph’s number').min(1).max(LAST_PARAGRAPH)).max(12, 'at most 12 paragraphs').optional()
})

const guidance = (kind: DocumentKind) =>
  z.strictObject(Object.fromEntries(questionsFor(kind).map((code) => [code, guidanceSchema.optional()]))).optional()

/** What documents of the kind begin with, in this order; `isWhole` says whether nothing is left out that has to be there. */
const entries = (kind: DocumentKind, isWhole: (chosen: readonly string[]) => boolean, otherwise: string) =>
  z
    .array(z.enum(entriesFor(kind) as [string, ...string[]], 'not one that this kind can begin with'))
    .refine((chosen) => new Set(chosen).size === chosen.length, 'each once')
    .refine(isWhole, otherwise)
    .optional()

const everyAgreement = (chosen: readonly string[]) => ['C13', 'C33'].every((code) => chosen.includes(code))
const everyStage = (chosen: readonly string[]) => STAGES.every((stage) => planQuestions(stage).some(({ code }) => chosen.includes(code)))

/**
 * A set of templates as the operator's file: which entries documents begin with, and the guidance beside their questions.
 * A set is never changed in place: what is to be different is another version.
 */
export const templateSetSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'two to sixty small letters, digits and hyphens, a letter first'),
  version: z.string().regex(/^(?:\d{1,5}\.\d{1,5}\.\d{1,5}|\d{4}-\d{2}-\d{2})$/, 'three numbers as 1.2.0, or a day as 2027-03-01'),
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'a language’s tag, such as en or pt-BR'),
  name: lineSchema(120),
  kinds: z
    .strictObject({
      plain: z.strictObject({ guidance: guidance('plain') }).optional(),
      objectives: z.strictObject({ guidance: guidance('objectives') }).optional(),
      agreement: z
        .strictObject({
          entries: entries('agreement', everyAgreement, 'has to have C13 and C33, which every agreement answers'),
          guidance: guidance('agreement')
        })
        .optional(),
      roadmap: z.strictObject({ guidance: guidance('roadmap') }).optional(),
      plan: z
        .strictObject({ entries: entries('plan', everyStage, 'has to ask something at each stage'), guidance: guidance('plan') })
        .optional(),
      principles: z.strictObject({ guidance: guidance('principles') }).optional()
    } satisfies Record<DocumentKind, z.ZodType>)
    .refine((kinds) => DOCUMENT_KINDS.some((kind) => kinds[kind] !== undefined), 'has to say something of one kind at least')
})

/** A version after another: by its numbers, one after the other. */
export function isLaterVersion(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split(/[.-]/).map(Number)) as [number[], number[]]
  const at = left.findIndex((number, index) => number !== right[index])
  return at >= 0 && left[at]! > right[at]!
}

export type TemplateSet = z.infer<typeof templateSetSchema>
export type Guidance = z.infer<typeof guidanceSchema>
/** What a set says of one kind. */
export interface KindTemplate {
  readonly entries?: readonly string[] | undefined
  readonly guidance?: Readonly<Record<string, Guidance | undefined>> | undefined
}
