import { z } from 'zod'
import { ROLES, SIDES } from '../framework/index.js'

/** In characters, at least. */
export const HANDLE_LENGTH = 3
/** A user name: what people type to sign in; letters of any script, digits, `.`, `_`, `-`, or an e-mail address. */
export const handleSchema = z
  .string()
  .trim()
  .min(HANDLE_LENGTH, `at least ${HANDLE_LENGTH} characters`)
  .max(120, 'at most 120 characters')
  .regex(/^[\p{L}\p{M}\p{N}._@+-]+$/u, 'letters, digits and . _ @ + - only')

/** A user name that somebody chooses: whether an e-mail address has an account is nobody's to try. */
export const chosenHandleSchema = z
  .string()
  .trim()
  .min(HANDLE_LENGTH, `at least ${HANDLE_LENGTH} characters`)
  .max(120, 'at most 120 characters')
  .regex(/^[\p{L}\p{M}\p{N}._+-]+$/u, 'letters, digits and . _ + - only, and no e-mail address')

/** In characters, at least. Length is the only composition rule (NIST SP 800-63B §5.1.1.2); common passwords are refused by the server. */
export const PASSWORD_LENGTH = 10
export const passwordSchema = z.string().min(PASSWORD_LENGTH, `at least ${PASSWORD_LENGTH} characters`).max(256, 'at most 256 characters')

export const signInSchema = z.strictObject({
  /** User name or e-mail; the field is called `email` because that is what tools expect. */
  email: z.string().trim().min(1, 'say who you are').max(120, 'at most 120 characters'),
  password: z.string().min(1, 'type your password').max(256, 'at most 256 characters')
})

export const recoverSchema = z.strictObject({
  email: z.string().trim().min(1, 'say who you are').max(120, 'at most 120 characters'),
  phrase: z.string().trim().min(1, 'type the phrase').max(200, 'at most 200 characters'),
  password: passwordSchema
})

/** Whoever makes a new phrase shows with the password that they are more than somebody at an open browser. */
export const newPhraseSchema = z.strictObject({ password: signInSchema.shape.password })
export const newPhraseAnswerSchema = z.object({ newPhrase: z.string() })

export const SAMPLE_PEOPLE = ['statistician', 'cso-lead', 'delegate', 'citizen', 'union-lead', 'facilitator', 'secretariat'] as const
export const sampleSignInSchema = z.strictObject({ person: z.enum(SAMPLE_PEOPLE) })

export const seatViewSchema = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  side: z.enum(SIDES).nullable(),
  role: z.enum(ROLES),
  name: z.string(),
  organisation: z.string().nullable(),
  mandateExpiresAt: z.iso.datetime().nullable()
})

export const whoAmISchema = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), handle: z.string(), hasEmail: z.boolean(), locale: z.string() }),
  seats: z.array(seatViewSchema),
  /** CASL rules packed by `packRules` of shared/ability, one list a workspace. */
  rules: z.record(z.uuid(), z.array(z.unknown())),
  sampleData: z.boolean(),
  /** Said of operators alone. */
  isOperator: z.literal(true).optional()
})

export const sessionViewSchema = z.object({
  id: z.uuid(),
  device: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  isThisOne: z.boolean()
})

export type SignIn = z.infer<typeof signInSchema>
export type Recover = z.infer<typeof recoverSchema>
export type SamplePerson = (typeof SAMPLE_PEOPLE)[number]
export type SeatView = z.infer<typeof seatViewSchema>
export type WhoAmI = z.infer<typeof whoAmISchema>
export type SessionView = z.infer<typeof sessionViewSchema>
