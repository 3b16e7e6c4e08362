/** Code lists about who holds which power in an initiative (¶15–16, ¶45): used by the ability rules and shown on screens. */
import type { Role, Side } from './codes.js'

/** The side a role counts for; facilitator, secretariat, observer and guest count for none. One person, one side per workspace. */
const SIDE_OF_ROLE: Readonly<Record<Role, Side | null>> = {
  CIT: 'civic',
  COM: 'civic',
  CSO: 'civic',
  NSO: 'state',
  OSA: 'state',
  OTH: 'other',
  FAC: null,
  SEC: null,
  OBS: null,
  GST: null
}

export function sideOfRole(role: Role): Side | null {
  return SIDE_OF_ROLE[role]
}

/** Who leads an initiative under M5: an other actor, or a state actor that is not the NSO (¶15.5, A-5). */
export const LEAD_KINDS = ['OTH', 'OSA'] as const satisfies readonly Role[]
export type LeadKind = (typeof LEAD_KINDS)[number]

/** Which state actor is the equal second partner under M3 (¶15.3, A-5). */
export const PARTNER_KINDS = ['NSO', 'OSA'] as const satisfies readonly Role[]
export type PartnerKind = (typeof PARTNER_KINDS)[number]

/** The gates of a joint initiative. The first four are the parts (a)–(d) of stage S1: together, the design gate. */
export const GATES = ['objectives', 'partners', 'method', 'access', 'agreement', 'release', 'roadmap', 'closure'] as const
export type Gate = (typeof GATES)[number]
export const DESIGN_GATES: readonly Gate[] = ['objectives', 'partners', 'method', 'access']

/** What the definition test has answered (¶9–11, Box 2); nothing yet is M0. */
export const DEFINITION_OUTCOMES = ['citizen_data', 'not_yet', 'official_participation', 'out_of_scope'] as const
export type DefinitionOutcome = (typeof DEFINITION_OUTCOMES)[number]

/** What the secretariat's registry shows of an initiative, set by its lead, under M3 by both sides. */
export const REGISTRY_LEVELS = ['none', 'country', 'card', 'card_and_roadmap', 'full_read'] as const
export type RegistryLevel = (typeof REGISTRY_LEVELS)[number]
