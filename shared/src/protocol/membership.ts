import { z } from 'zod'
import { ORGANISATION_KINDS, PROTOCOL_KINDS, ROLES, SIDES } from '../framework/index.js'
import { becauseSchema } from './because.js'
import { chosenHandleSchema, passwordSchema, seatViewSchema, whoAmISchema } from './identity.js'
import { organisationSchema } from './opening.js'
import { lineSchema, wordsSchema } from './words.js'

export const STANCES = ['agree', 'object'] as const
export type Stance = (typeof STANCES)[number]

/** Who authorised a seat to speak for its organisation or community, and until when. Dates are days. */
export const mandateSchema = z.strictObject({ givenBy: lineSchema(200), note: wordsSchema(1000), expiresOn: z.iso.date().nullable() })

export const mayViewSchema = z.object({ allowed: z.boolean(), because: becauseSchema })

/** A seat as the others in the workspace see it; `manage` says whether the asker may change or end it, and why. */
export const memberViewSchema = seatViewSchema.extend({
  organisationKind: z.enum(ORGANISATION_KINDS).nullable(),
  isMine: z.boolean(),
  isFunder: z.boolean(),
  /** A delegate whom nobody else of the community has confirmed yet. */
  isProvisional: z.boolean(),
  mandateGivenBy: z.string().nullable(),
  /** Where the mandate can be read, or what it is about; empty where nothing is said. */
  mandateNote: z.string(),
  mandateExpired: z.boolean(),
  /** Whole days left when a warning is due (30, 7, 1), else null. */
  mandateWarning: z.number().int().nullable(),
  manage: mayViewSchema
})

export const protocolViewSchema = z.object({
  id: z.uuid(),
  how: z.enum(PROTOCOL_KINDS),
  note: z.string(),
  decidedOn: z.iso.date(),
  candidate: z.object({ seatId: z.uuid(), name: z.string() }),
  /** The delegate whose seat this ends; null: an empty seat is filled, or a provisional one confirmed. */
  replaces: z.object({ seatId: z.uuid(), name: z.string() }).nullable(),
  /** After thirty days without a decision it has lapsed: silence is never consent. */
  status: z.enum(['open', 'in_effect', 'refused', 'lapsed']),
  confirmed: z.number().int(),
  needed: z.number().int(),
  /** Who said what; for the community alone, others get none. */
  answers: z.array(z.object({ name: z.string(), stance: z.enum(STANCES), reason: z.string(), isMine: z.boolean() })),
  mayAnswer: z.boolean()
})

export const endedSeatSchema = z.object({
  seatId: z.uuid(),
  name: z.string(),
  role: z.enum(ROLES),
  side: z.enum(SIDES).nullable(),
  how: z.enum(['left', 'removed', 'replaced']),
  note: z.string(),
  endedBy: z.string(),
  endedAt: z.iso.datetime()
})

export const peopleViewSchema = z.object({
  members: z.array(memberViewSchema),
  /** Roles an invitation of the asker may carry, each with its reason. */
  invitable: z.array(z.object({ role: z.enum(ROLES), allowed: z.boolean(), because: becauseSchema })),
  protocols: z.array(protocolViewSchema),
  /** The asker may record how their community chose its delegate. */
  mayRecordProtocol: z.boolean(),
  /** How seats of the asker's side ended, newest first, where the asker manages them. */
  ended: z.array(endedSeatSchema)
})

/** What can be changed of a seat. One's own name is one's own; the rest is whoever manages the seat's. */
export const changeSeatSchema = z
  .strictObject({ name: lineSchema(120), mandate: mandateSchema.nullable(), isFunder: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'say what is to change')

/** Ending one's own seat is leaving; `keepsReading`: keep read access to what one co-wrote. */
export const endSeatSchema = z.strictObject({ reason: wordsSchema(2000), keepsReading: z.boolean().default(true) })

export const createInvitationSchema = z.strictObject({
  role: z.enum(ROLES).exclude(['GST']),
  /** The organisation the seat will stand for; null: whoever comes says it, or stands for themselves. */
  organisation: organisationSchema.nullable(),
  uses: z.number().int().min(1, 'at least 1').max(500, 'at most 500'),
  expiresInDays: z.number().int().min(1, 'at least 1').max(90, 'at most 90'),
  isFunder: z.boolean().default(false),
  mandate: mandateSchema.nullable().default(null),
  /** Sent by mail where the server has mail; single use then. */
  email: z.email('not an e-mail address').max(120).nullable().default(null)
})

/** `secret` and `code` are told this once. */
export const invitationMadeSchema = z.object({
  id: z.uuid(),
  link: z.string(),
  code: z.string(),
  expiresAt: z.iso.datetime(),
  /** `failed`: the mail server did not take it; the link is there all the same. */
  mail: z.enum(['sent', 'failed', 'no_mail', 'not_asked'])
})

export const invitationViewSchema = z.object({
  id: z.uuid(),
  role: z.enum(ROLES),
  organisation: z.string().nullable(),
  invitedBy: z.string(),
  uses: z.number().int(),
  usesLeft: z.number().int(),
  expiresAt: z.iso.datetime(),
  status: z.enum(['open', 'used_up', 'expired', 'revoked', 'void']),
  mayRevoke: z.boolean()
})

/** `sendsMail`: an invitation can be sent by e-mail; where it cannot, nobody is asked for an address. */
export const invitationListSchema = z.object({ items: z.array(invitationViewSchema), sendsMail: z.boolean() })

/** A link's secret, or the code that is typed: letters and digits without 0 O 1 I L, in any case, with or without spaces. */
export const invitationSecretSchema = z.strictObject({ secret: z.string().trim().min(6, 'too short').max(200, 'too long') })

export const invitationPreviewSchema = z.object({
  title: z.string(),
  country: z.string().length(2),
  role: z.enum(ROLES),
  side: z.enum(SIDES).nullable(),
  organisation: z.string().nullable(),
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
  /** Somebody who is signed in and holds a seat here already. */
  isMember: z.boolean()
})

/**
 * Coming in. Signed in: only `name`. Not signed in: a citizen needs nothing more (an account without e-mail, recoverable by
 * its phrase, R-35); whoever speaks for an organisation chooses a user name and a password.
 */
export const acceptInvitationSchema = invitationSecretSchema.extend({
  name: lineSchema(120),
  organisation: organisationSchema.nullable().default(null),
  account: z.strictObject({ handle: chosenHandleSchema, password: passwordSchema }).nullable().default(null)
})

export const acceptedSchema = whoAmISchema.extend({ workspaceId: z.uuid(), handle: z.string(), newPhrase: z.string().nullable() })

export const recordProtocolSchema = z.strictObject({
  how: z.enum(PROTOCOL_KINDS),
  decidedOn: z.iso.date(),
  note: wordsSchema(2000),
  candidateSeatId: z.uuid('not a seat'),
  replacesSeatId: z.uuid('not a seat').nullable()
})

export const stanceSchema = z
  .strictObject({ stance: z.enum(STANCES), reason: wordsSchema(2000) })
  .refine(({ stance, reason }) => stance === 'agree' || reason.length > 0, { path: ['reason'], error: 'say why' })

export type PeopleView = z.infer<typeof peopleViewSchema>
export type MemberView = z.infer<typeof memberViewSchema>
export type ProtocolView = z.infer<typeof protocolViewSchema>
export type ChangeSeat = z.infer<typeof changeSeatSchema>
export type EndSeat = z.infer<typeof endSeatSchema>
export type CreateInvitation = z.infer<typeof createInvitationSchema>
export type InvitationMade = z.infer<typeof invitationMadeSchema>
export type InvitationView = z.infer<typeof invitationViewSchema>
export type InvitationList = z.infer<typeof invitationListSchema>
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>
export type Accepted = z.infer<typeof acceptedSchema>
export type RecordProtocol = z.infer<typeof recordProtocolSchema>
export type StanceGiven = z.infer<typeof stanceSchema>
