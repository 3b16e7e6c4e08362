import { MANDATED_ROLES, organisationKindsOf, type OrganisationKind, type Role } from '@roundtable/shared/framework'
import type { InvitationToMake } from './invitations.js'
import { mandateOf, NO_MANDATE, type MandateDraft } from './mandate-fields.js'

export type InvitedRole = InvitationToMake['role']

/** An invitation as it is typed. */
export interface InvitationDraft {
  readonly role: InvitedRole | null
  readonly organisation: string
  readonly kind: OrganisationKind | ''
  readonly uses: string
  readonly days: string
  readonly isFunder: boolean
  readonly mandate: MandateDraft
  readonly email: string
}

export const NEW_DRAFT: InvitationDraft = {
  role: null,
  organisation: '',
  kind: '',
  uses: '1',
  days: '14',
  isFunder: false,
  mandate: NO_MANDATE,
  email: ''
}

/** What stands in the way, by field; the words for it are `invitations.wrong.…`. */
export type DraftProblem = 'role' | 'kind' | 'uses' | 'days' | 'giver' | 'email'

export const speaksForOrganisation = (role: Role | null) => role !== null && role !== 'CIT'
export const canPay = (role: Role | null) => role === 'OBS' || role === 'OTH'
export const needsMandate = (role: Role | null) => role !== null && MANDATED_ROLES.includes(role)

/** The kinds of organisation to choose from; where there is one only, it is not asked. */
export function kindsFor(role: Role | null): readonly OrganisationKind[] {
  return role === null ? [] : organisationKindsOf(role)
}

export function problemsOf(draft: InvitationDraft): ReadonlySet<DraftProblem> {
  const { role, organisation, kind, mandate, email } = draft
  const isNamed = speaksForOrganisation(role) && organisation.trim() !== ''
  const checks: readonly [DraftProblem, boolean][] = [
    ['role', role === null],
    ['kind', isNamed && kindsFor(role).length > 1 && kind === ''],
    ['uses', !isWhole(draft.uses, 500)],
    ['days', !isWhole(draft.days, 90)],
    ['giver', needsMandate(role) && mandateOf(mandate) === null && (mandate.expiresOn !== '' || mandate.note.trim() !== '')],
    ['email', email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())]
  ]
  return new Set(checks.filter(([, isWrong]) => isWrong).map(([problem]) => problem))
}

function isWhole(typed: string, most: number): boolean {
  const number = Number(typed)
  return /^\d+$/.test(typed.trim()) && number >= 1 && number <= most
}

/** The invitation to send. A mail goes to one person: its invitation is good for one. */
export function invitationOf(draft: InvitationDraft, role: InvitedRole): InvitationToMake {
  const name = draft.organisation.trim()
  const kind = draft.kind === '' ? kindsFor(role)[0] : draft.kind
  const email = draft.email.trim()
  return {
    role,
    organisation: speaksForOrganisation(role) && name !== '' && kind !== undefined ? { name, kind } : null,
    uses: email === '' ? Number(draft.uses) : 1,
    expiresInDays: Number(draft.days),
    isFunder: canPay(role) && draft.isFunder,
    mandate: needsMandate(role) ? mandateOf(draft.mandate) : null,
    email: email === '' ? null : email
  }
}
