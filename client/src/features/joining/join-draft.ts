import { organisationKindsOf, type OrganisationKind, type Role } from '@roundtable/shared/framework'
import type { InvitationPreview } from '@roundtable/shared/protocol'
import type { Acceptance } from './joining.js'

const PASSWORD_LENGTH = 10

export interface JoinDraft {
  readonly name: string
  readonly organisation: string
  readonly kind: OrganisationKind | ''
  readonly handle: string
  readonly password: string
}

export type JoinProblem = 'name' | 'organisation' | 'kind' | 'handle' | 'password'

/** Roles in which nothing is asked but a name: whoever comes so is known by a phrase, not by an account. */
export function needsNoAccount(role: Role): boolean {
  return role === 'CIT' || role === 'OBS'
}

/** The invitation does not say whom the newcomer will speak for, and the role speaks for somebody. */
export function asksOrganisation({ role, organisation }: InvitationPreview): boolean {
  return organisation === null && ['CSO', 'NSO', 'OSA', 'OTH'].includes(role)
}

export function problemsOf(draft: JoinDraft, invitation: InvitationPreview, makesAccount: boolean): ReadonlySet<JoinProblem> {
  const asked = asksOrganisation(invitation)
  const checks: readonly [JoinProblem, boolean][] = [
    ['name', draft.name.trim() === ''],
    ['organisation', asked && draft.organisation.trim() === ''],
    ['kind', asked && organisationKindsOf(invitation.role).length > 1 && draft.kind === ''],
    ['handle', makesAccount && !/^[\p{L}\p{M}\p{N}._+-]{3,120}$/u.test(draft.handle.trim())],
    ['password', makesAccount && [...draft.password].length < PASSWORD_LENGTH]
  ]
  return new Set(checks.filter(([, isWrong]) => isWrong).map(([problem]) => problem))
}

export function acceptanceOf(draft: JoinDraft, invitation: InvitationPreview, secret: string, makesAccount: boolean): Acceptance {
  const kind = draft.kind === '' ? organisationKindsOf(invitation.role)[0] : draft.kind
  return {
    secret,
    name: draft.name,
    organisation: asksOrganisation(invitation) && kind !== undefined ? { name: draft.organisation, kind } : null,
    account: makesAccount ? { handle: draft.handle, password: draft.password } : null
  }
}
