import { z } from 'zod'
import { LEAD_KINDS, MODALITIES, PARTNER_KINDS, SIDES } from '../framework/index.js'
import { STANCES } from './membership.js'
import { reasonSchema } from './words.js'

const targetSchema = z.object({
  modality: z.enum(MODALITIES),
  leadKind: z.enum(LEAD_KINDS).nullable(),
  namedPartner: z.enum(PARTNER_KINDS).nullable()
})

/** A change of modality is proposed with its reason; lead and partner are named where the modality has one. */
export const proposeModalitySchema = z
  .strictObject({
    modality: z.enum(MODALITIES).exclude(['M0']),
    leadKind: z.enum(LEAD_KINDS).nullable(),
    namedPartner: z.enum(PARTNER_KINDS).nullable(),
    reason: reasonSchema
  })
  .refine(({ modality, leadKind }) => (modality === 'M5') === (leadKind !== null), {
    path: ['leadKind'],
    error: 'who leads is said under M5, and only there'
  })
  .refine(({ modality, namedPartner }) => (modality === 'M3') === (namedPartner !== null), {
    path: ['namedPartner'],
    error: 'the state partner is named under M3, and only there'
  })

export const modalityChangeSchema = z.object({
  id: z.uuid(),
  from: targetSchema,
  to: targetSchema,
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  status: z.enum(['open', 'decided', 'refused', 'withdrawn', 'lapsed']),
  endedAt: z.iso.datetime().nullable(),
  /** Silence is never consent: after this it has lapsed. */
  expiresAt: z.iso.datetime(),
  /** Everybody who has to agree, under the stricter of the old and the new rule. */
  voices: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      side: z.enum(SIDES),
      stance: z.enum(STANCES).nullable(),
      reason: z.string(),
      at: z.iso.datetime().nullable(),
      isMine: z.boolean()
    })
  ),
  /** Sides that have to decide and have nobody seated who could. */
  nobodyFor: z.array(z.enum(SIDES)),
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean()
})

/** How the modality came to be what it is, newest first: by the definition test, or by a decided change. */
export const modalityHistorySchema = z.object({
  present: targetSchema,
  mayPropose: z.boolean(),
  open: modalityChangeSchema.nullable(),
  past: z.array(modalityChangeSchema),
  classified: z.array(z.object({ to: targetSchema, outcome: z.string(), paragraph: z.string(), at: z.iso.datetime() }))
})

export type ProposeModality = z.infer<typeof proposeModalitySchema>
export type ModalityChange = z.infer<typeof modalityChangeSchema>
export type ModalityHistory = z.infer<typeof modalityHistorySchema>
