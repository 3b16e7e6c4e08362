import { z } from 'zod'
import { DOCUMENT_KINDS, SIDES, STAGES } from '../framework/index.js'

/** Of each document one may know of and that asks something: how much is answered, and what is not, in its order. */
export const openAnswersSchema = z.object({
  documents: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      stage: z.enum(STAGES).nullable(),
      /** Whose answers they are; null: everybody's who writes it. */
      side: z.enum(SIDES).nullable(),
      answered: z.number().int(),
      total: z.number().int(),
      /** The seats that may answer in it now. */
      writers: z.array(z.uuid()),
      open: z.array(
        z.object({
          /** What its address names: a clause's id, a question's code; of a clause that is not there yet its code. */
          key: z.string(),
          /** A clause of the catalogue or a question; `own` for a clause with a heading of its own. */
          code: z.string(),
          heading: z.string(),
          state: z.enum(['open', 'begun', 'missing'])
        })
      )
    })
  )
})

export type OpenAnswers = z.infer<typeof openAnswersSchema>
