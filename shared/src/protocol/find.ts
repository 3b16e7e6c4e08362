import { z } from 'zod'
import { DOCUMENT_KINDS } from '../framework/index.js'
import { documentCardSchema } from './workspace.js'

export const documentsQuerySchema = z.strictObject({ kind: z.enum(DOCUMENT_KINDS, 'not a kind of document') })

/** A document of one of somebody's workspaces, in a list across them. */
export const listedDocumentSchema = documentCardSchema.omit({ because: true }).extend({
  workspaceTitle: z.string(),
  country: z.string().length(2)
})

/** Lists across workspaces are bounded, the latest changed first; `isCut`: there are more. */
export const documentListSchema = z.object({ items: z.array(listedDocumentSchema), isCut: z.boolean() })

/** Characters that are looked for at once. */
export const MOST_SOUGHT = 100

export const findSchema = z.strictObject({
  /** Every word of it has to stand in what is found. */
  words: z
    .string('words to look for')
    .trim()
    .min(1, 'words to look for')
    .max(MOST_SOUGHT, `at most ${MOST_SOUGHT} characters`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'letters that can be seen'),
  /** Clauses of the catalogue whose titles, which only the page knows in its language, hold the words. */
  codes: z
    .array(z.string().regex(/^C\d\d$/, 'not a clause of the catalogue'))
    .max(100, 'at most 100')
    .default([]),
  /** The clauses with this number, each in its agreement. */
  number: z.number('a number').int('a whole number').min(1, 'at least 1').max(999, 'at most 999').nullable().default(null)
})

export const FOUND_KINDS = ['initiative', 'document', 'clause', 'task'] as const

export const foundSchema = z.object({
  kind: z.enum(FOUND_KINDS),
  /** What it is called; empty for a clause of the catalogue, which goes by its code. */
  title: z.string(),
  workspaceId: z.uuid(),
  workspaceTitle: z.string(),
  country: z.string().length(2),
  documentId: z.uuid().nullable(),
  documentTitle: z.string(),
  documentKind: z.enum(DOCUMENT_KINDS).nullable(),
  /** What the address of a clause or a task names; empty for others. */
  key: z.string(),
  /** A clause of the catalogue; empty for others. */
  code: z.string(),
  /** Of a clause: its place among those of its agreement as they are read, from 1. */
  number: z.number().int().nullable()
})

export const findAnswerSchema = z.object({ found: z.array(foundSchema), isCut: z.boolean() })

export type ListedDocument = z.infer<typeof listedDocumentSchema>
export type DocumentList = z.infer<typeof documentListSchema>
export type Find = z.output<typeof findSchema>
export type Found = z.infer<typeof foundSchema>
export type FoundKind = (typeof FOUND_KINDS)[number]
export type FindAnswer = z.infer<typeof findAnswerSchema>
