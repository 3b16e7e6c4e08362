import { ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import { MANDATED_ROLES, type OrganisationKind, type Role, organisationKindsOf } from '@roundtable/shared/framework'
import type { CreateInvitation } from '@roundtable/shared/protocol'
import { refusalBy } from '../../ability/index.js'

interface Organisation {
  readonly name: string
  readonly kind: OrganisationKind
}

/** Roles that are taken for an organisation: a community's delegate is chosen in it, not sent by one. */
const SPEAKS_FOR_ONE: readonly Role[] = ['CSO', 'NSO', 'OSA', 'OTH']

export function speaksForAnOrganisation(role: Role): boolean {
  return SPEAKS_FOR_ONE.includes(role)
}

/** who funds sits as observer or other actor. Throws `not_allowed` for the mark on any other role. */
export function mustBeFunderRole(role: Role): void {
  if (role !== 'OBS' && role !== 'OTH') throw refusalBy(ruleReason('R-17.seat'))
}

/** a mandate belongs to a seat that speaks for somebody. Throws `bad_input`. */
export function mustTakeMandate(role: Role): void {
  if (!MANDATED_ROLES.includes(role)) throw badField('mandate', 'this role speaks for nobody and needs none')
}

/** Throws `bad_input` where the organisation does not fit the role. */
export function mustFit(role: Role, organisation: Organisation | null): void {
  if (organisation && !organisationKindsOf(role).includes(organisation.kind))
    throw badField('organisation.kind', 'not a kind that fits this role')
}

/** What an invitation says has to go together. Throws `bad_input`, `not_allowed`. */
export function mustGoTogether({ role, organisation, isFunder, mandate, email, uses }: CreateInvitation): void {
  if (isFunder) mustBeFunderRole(role)
  if (mandate) mustTakeMandate(role)
  mustFit(role, organisation)
  if (email !== null && uses !== 1) throw badField('uses', 'one, for an invitation that goes to one person by mail')
}

export function badField(field: string, reason: string): RoundtableError {
  return new RoundtableError('bad_input', { field, reason }, [{ field, reason }])
}
