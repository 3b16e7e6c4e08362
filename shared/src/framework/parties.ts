/** Who takes part, and whom an initiative is about (domain.md A5, A9). */
import type { Role } from './codes.js'

/** Kinds of organisation (¶2, ¶16, ¶45). `community`: a community or the body it decides through. */
export const ORGANISATION_KINDS = [
  'community',
  'cso',
  'cso_network',
  'community_organisation',
  'nso',
  'other_state',
  'academia',
  'nhri',
  'un_country_team',
  'international',
  'major_group',
  'funder',
  'private_sector',
  'citizen_science_network'
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

const CIVIC_KINDS: readonly OrganisationKind[] = ['cso', 'cso_network', 'community_organisation', 'citizen_science_network', 'major_group']
const OTHER_KINDS: readonly OrganisationKind[] = [
  'academia',
  'nhri',
  'un_country_team',
  'international',
  'funder',
  'private_sector',
  'citizen_science_network',
  'major_group'
]

/** The kinds of organisation a seat of this role can stand for. Roles without a side may come from anywhere. */
export function organisationKindsOf(role: Role): readonly OrganisationKind[] {
  switch (role) {
    case 'CIT':
    case 'COM':
      return ['community', 'community_organisation']
    case 'CSO':
      return CIVIC_KINDS
    case 'NSO':
      return ['nso']
    case 'OSA':
      return ['other_state']
    case 'OTH':
      return OTHER_KINDS
    default:
      return ORGANISATION_KINDS
  }
}

/** Roles that speak for an organisation or a community, and so need a mandate. */
export const MANDATED_ROLES: readonly Role[] = ['COM', 'CSO', 'NSO', 'OSA', 'OTH']

/** Populations the Framework and the commitment name; an initiative adds a label of the community's own (¶17.7). */
export const POPULATIONS = ['PW', 'PA', 'PM', 'PS', 'PD', 'PL', 'PI', 'PH', 'PO'] as const
export type Population = (typeof POPULATIONS)[number]

/** Classes of citizen data (¶32): a target that the data's holders choose, never a grade. */
export const DATA_CLASSES = ['K1', 'K2', 'K3'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** How a community came to its decision. */
export const PROTOCOL_KINDS = ['consensus', 'assembly', 'majority', 'elder', 'other'] as const
export type ProtocolKind = (typeof PROTOCOL_KINDS)[number]
