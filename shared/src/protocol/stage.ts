import { z } from 'zod'
import { ENGAGEMENTS, SIDES, STAGES } from '../framework/index.js'
import { mayViewSchema } from './membership.js'
import { wordsSchema } from './words.js'

/** What a side says of its own part at a stage. `seenAt`: when what was read there was said, null for nothing; it guards against overwriting. */
export const stagePartSchema = z.strictObject({
  stage: z.enum(STAGES),
  engagement: z.enum(ENGAGEMENTS),
  note: wordsSchema(2000),
  seenAt: z.iso.datetime().nullable()
})

/** Table 1 with this initiative's answers: each side's own, beside what the Framework has for the modality. */
export const stagesViewSchema = z.object({
  stages: z.array(
    z.object({
      stage: z.enum(STAGES),
      parts: z.array(
        z.object({
          side: z.enum(SIDES),
          usual: z.enum(ENGAGEMENTS),
          answer: z
            .object({ engagement: z.enum(ENGAGEMENTS), note: z.string(), answeredBy: z.string(), answeredAt: z.iso.datetime() })
            .nullable(),
          isMine: z.boolean()
        })
      )
    })
  ),
  mayAnswer: mayViewSchema
})

export type StagePart = z.infer<typeof stagePartSchema>
export type StagesView = z.infer<typeof stagesViewSchema>
