import { z } from 'zod'
import { COUNTRIES } from '../framework/index.js'
import { chosenHandleSchema, passwordSchema, whoAmISchema } from './identity.js'
import { lineSchema } from './words.js'

/** The pages of the first set-up, in their order. */
export const SET_UP_STEPS = ['place', 'operator', 'mail', 'address', 'sample'] as const
export type SetUpStep = (typeof SET_UP_STEPS)[number]

/** The languages that Roundtable's own words are there in. */
export const LANGUAGES = ['en'] as const

/** The token of the printed address: 256 bits, URL-safe. */
export const enterSetUpSchema = z.strictObject({
  token: z.string().min(1, 'the token of the printed address').max(200, 'at most 200 characters')
})

export const placeSchema = z.strictObject({
  language: z.enum(LANGUAGES, 'a language of the list'),
  country: z.string().refine((code) => COUNTRIES.includes(code), 'a country of the list')
})

/** What everybody here may know of the set-up: the country; null where none was said. */
export const homeSchema = z.object({ country: z.string().nullable() })

export const newOperatorSchema = z.strictObject({ name: lineSchema(120), handle: chosenHandleSchema, password: passwordSchema })

/** What is only read on its page counts as done when its reader goes on: of the operator's, the phrase. */
export const READ_STEPS = ['operator', 'mail', 'address'] as const
export const passedStepSchema = z.strictObject({ step: z.enum(READ_STEPS) })

export const testMailSchema = z.strictObject({ to: z.email('not an e-mail address').max(120, 'at most 120 characters') })

/** What becomes of a mail, as far as the mail server says. */
export const MAIL_OUTCOMES = ['taken', 'unreachable', 'login_refused', 'address_refused', 'not_encrypted', 'failed'] as const
export type MailOutcome = (typeof MAIL_OUTCOMES)[number]
export const testMailAnswerSchema = z.object({ outcome: z.enum(MAIL_OUTCOMES) })

export const sampleChoiceSchema = z.strictObject({ load: z.boolean() })

export const setUpViewSchema = z.object({
  steps: z.array(z.object({ step: z.enum(SET_UP_STEPS), isDone: z.boolean() })),
  /** Somebody is the operator; their page is done when their phrase is kept, too. */
  hasOperator: z.boolean(),
  language: z.enum(LANGUAGES).nullable(),
  country: z.string().nullable(),
  /** The mail server by host and port, and the sender's address; null: Roundtable sends no mail. Never its login. */
  mail: z.object({ server: z.string(), from: z.string() }).nullable(),
  /** `PUBLIC_URL`; null where it is not set. */
  publicUrl: z.string().nullable(),
  sample: z.object({
    isLoaded: z.boolean(),
    /** Sample people can be signed in as by one click, from this machine (`SAMPLE_DATA`). */
    opensByClick: z.boolean()
  })
})
export const operatorMadeSchema = whoAmISchema.extend({ phrase: z.string() })

export type SetUpView = z.infer<typeof setUpViewSchema>
export type Place = z.infer<typeof placeSchema>
export type ReadStep = (typeof READ_STEPS)[number]
export type NewOperator = z.infer<typeof newOperatorSchema>

export const HEALTH_STATES = ['good', 'attention', 'bad'] as const
export type HealthState = (typeof HEALTH_STATES)[number]

export const healthRowSchema = z.object({
  /** A key of `HEALTH_FINDINGS`, and one of that. */
  check: z.string(),
  finding: z.string(),
  state: z.enum(HEALTH_STATES),
  /** Numbers, times (ISO) and names that its sentence mentions. */
  args: z.record(z.string(), z.union([z.string(), z.number()]))
})
export const healthViewSchema = z.object({ asOf: z.iso.datetime(), rows: z.array(healthRowSchema) })

export type HealthRow = z.infer<typeof healthRowSchema>
export type HealthView = z.infer<typeof healthViewSchema>
