import { RoundtableError } from '@roundtable/shared/error'
import { organisationKindsOf, sideOfRole, type Role, type Side } from '@roundtable/shared/framework'
import type { OpenWorkspace } from '@roundtable/shared/protocol'

export interface OpeningSeat {
  readonly role: Role
  readonly side: Side | null
  readonly isProvisional: boolean
}

/**
 * The seat that whoever opens a workspace holds: the lead seat of their side. A citizen, alone or speaking for a
 * community, holds the delegate's, provisionally until others of the community confirm.
 * Throws `bad_input` where role and organisation do not fit.
 */
export function openingSeatOf({ kind, role, organisation }: Pick<OpenWorkspace, 'kind' | 'role' | 'organisation'>): OpeningSeat {
  const speaksForOthers = role === 'CSO' || role === 'NSO' || role === 'OSA' || role === 'OTH'
  if (speaksForOthers && !organisation) refuse('organisation', 'say which organisation you speak for')
  if (organisation && !organisationKindsOf(role).includes(organisation.kind)) refuse('organisation.kind', 'not a kind that fits this role')
  if (kind === 'country_programme' && role === 'OTH') refuse('role', 'a country programme is opened by the civic or the state side')
  if (role === 'CIT' || role === 'COM') return { role: 'COM', side: 'civic', isProvisional: true }
  return { role, side: sideOfRole(role), isProvisional: false }
}

function refuse(field: string, reason: string): never {
  throw new RoundtableError('bad_input', { field, reason }, [{ field, reason }])
}
