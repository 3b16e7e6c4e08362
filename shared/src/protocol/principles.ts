import { z } from 'zod'
import { SIDES } from '../framework/index.js'
import { contentHashSchema } from './content-hash.js'
import { mayViewSchema } from './membership.js'

/** "We file ours": exactly the answers that this person has before them, and no others. */
export const filePrinciplesSchema = z.strictObject({ contentHash: contentHashSchema })

const filingSchema = z.object({
  number: z.number().int(),
  filedBy: z.string(),
  filedAt: z.iso.datetime(),
  /** Null where the answers are not shown yet. */
  contentHash: contentHashSchema.nullable()
})

/** The sides' answers about themselves, beside each other once every side that files here has filed (R-18). */
export const principlesViewSchema = z.object({
  sides: z.array(
    z.object({
      side: z.enum(SIDES),
      isMine: z.boolean(),
      /** The side files its own under the modality as it is now. */
      files: z.boolean(),
      /** The document in which the side writes. */
      documentId: z.uuid().nullable(),
      /** It says something else by now than what was filed. */
      hasChanged: z.boolean(),
      /** Newest first, at most 20. */
      filings: z.array(filingSchema),
      /** The newest filing's text (canonical JSON); null where there is none, or it is not shown yet. */
      content: z.string().nullable()
    })
  ),
  /** Every side that files here has filed. */
  isShown: z.boolean(),
  mayFile: mayViewSchema
})

export type FilePrinciples = z.infer<typeof filePrinciplesSchema>
export type PrinciplesView = z.infer<typeof principlesViewSchema>
