import { z } from 'zod'

/** Why something is as it is: rule, paragraph, and the catalogue key of the plain sentence. */
export const becauseSchema = z.object({ rule: z.string(), paragraph: z.string(), sentence: z.string() })
