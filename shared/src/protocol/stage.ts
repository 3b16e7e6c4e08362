import { z } from 'zod'
import { ENGAGEMENTS, EXTENTS, HOW_FAR, INTENSITIES, SIDES, STAGES } from '../framework/index.js'
import { mayViewSchema } from './membership.js'
import { lineSchema, wordsSchema } from './words.js'

/** What a side says of its own part at a stage. `seenAt`: when what was read there was said, null for nothing; it guards against overwriting. */
export const stagePartSchema = z.strictObject({
  stage: z.enum(STAGES),
  engagement: z.enum(ENGAGEMENTS),
  note: wordsSchema(2000),
  seenAt: z.iso.datetime().nullable()
})

const howFarSchema = z.enum(HOW_FAR).nullable()

/** Degree and quality of engagement at a stage, as one side sees them (¶11). Only the extent has to be said; null: not said. */
const engagementSchema = z.strictObject({
  degree: z.strictObject({
    extent: z.enum(EXTENTS),
    durationDays: z.number().int().min(0).max(36_500).nullable(),
    effortHours: z.number().int().min(0).max(10_000_000).nullable(),
    /** The groups concerned that take part, each by the name it gives itself. */
    groups: z.array(lineSchema(200)).max(20, 'at most 20'),
    intensity: z.enum(INTENSITIES).nullable()
  }),
  quality: z.strictObject({ needsFit: howFarSchema, impact: howFarSchema, influence: howFarSchema }),
  /** Where it can be seen: addresses or descriptions, one each. */
  evidence: z.array(lineSchema(1000)).max(20, 'at most 20'),
  note: wordsSchema(2000)
})

/** What a side says of the engagement at a stage. `seenAt` as in `stagePartSchema`. */
export const saidEngagementSchema = engagementSchema.extend({ stage: z.enum(STAGES), seenAt: z.iso.datetime().nullable() })

const saidBySchema = z.object({ answeredBy: z.string(), answeredAt: z.iso.datetime() })

/** What was stored before a rule for lines was made stricter is read all the same. */
const engagementAsSaidSchema = engagementSchema.extend({
  ...saidBySchema.shape,
  degree: engagementSchema.shape.degree.extend({ groups: z.array(z.string()) }),
  evidence: z.array(z.string())
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
          answer: saidBySchema.extend({ engagement: z.enum(ENGAGEMENTS), note: z.string() }).nullable(),
          degreeAndQuality: engagementAsSaidSchema.nullable(),
          isMine: z.boolean()
        })
      )
    })
  ),
  mayAnswer: mayViewSchema
})

export type StagePart = z.infer<typeof stagePartSchema>
export type SaidEngagement = z.infer<typeof saidEngagementSchema>
export type StagesView = z.infer<typeof stagesViewSchema>
