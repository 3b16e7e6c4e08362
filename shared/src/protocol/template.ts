import { z } from 'zod'

const named = z.object({ id: z.string(), version: z.string(), language: z.string(), name: z.string() })

/** What stands beside a question where the template says something else than the shipped words. */
const guidanceViewSchema = z.object({
  asks: z.string(),
  principles: z.array(z.string()).optional(),
  paragraphs: z.array(z.number().int()).optional()
})

/** `changes=1` asks also what the newer one would change, for which the whole document is read. */
export const templateQuerySchema = z.strictObject({ changes: z.literal('1').optional() })

/** The template a document has, its guidance by question, and the newer one it could be moved to. */
export const templateViewSchema = z.object({
  template: named,
  guidance: z.record(z.string(), guidanceViewSchema),
  newer: named
    .extend({
      /** Null where it was not asked for. */
      changes: z
        .object({
          /** The clauses or questions that the document lacks and would be given. */
          adds: z.array(z.string()),
          /** The questions beside which other words would stand. */
          rewords: z.array(z.string())
        })
        .nullable()
    })
    .nullable()
})

/** The newer template as it was shown: another one meanwhile is not taken unseen. */
export const moveTemplateSchema = z.strictObject({ template: z.string().max(60), version: z.string().max(20) })

export type TemplateQuery = z.infer<typeof templateQuerySchema>
export type TemplateView = z.infer<typeof templateViewSchema>
export type MoveTemplate = z.infer<typeof moveTemplateSchema>
