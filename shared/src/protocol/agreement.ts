import { z } from 'zod'
import { LEAD_KINDS, MODALITIES } from '../framework/index.js'
import { becauseSchema } from './because.js'
import { WORKSPACE_KINDS } from './opening.js'

/** What the server states of an agreement and nobody writes into it (design §4): C01, C02 and C43 show it beside their fields. */
export const agreementFactsSchema = z.object({
  /** C01: of what is there now, not of an approved version. */
  content: z.object({
    /** SHA-256 of the canonical JSON of what the agreement says, in hexadecimal. */
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    /** The last stored change that it is of. */
    change: z.number().int(),
    readAt: z.iso.datetime()
  }),
  template: z.object({ name: z.string(), version: z.string() }),
  /** C02. */
  workspaceKind: z.enum(WORKSPACE_KINDS),
  modality: z.enum(MODALITIES),
  leadKind: z.enum(LEAD_KINDS).nullable(),
  /** As a catalogue key (`decides.M3` …). */
  whoDecides: z.string(),
  /** C43: why nobody can sign this text as it stands; null for a frozen one. */
  unsignable: becauseSchema.nullable()
})

export type AgreementFacts = z.infer<typeof agreementFactsSchema>
