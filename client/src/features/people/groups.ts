import { decidingSides, SIDES, type Role, type Side } from '@roundtable/shared/framework'
import type { Because, MemberView, PeopleView, WorkspaceView } from '@roundtable/shared/protocol'
import type { InvitedRole } from './invitation-draft.js'

export interface SideGroup {
  readonly side: Side | null
  readonly members: readonly MemberView[]
}

/** People by the side they count for; those without a side come last. */
export function bySide(members: readonly MemberView[]): readonly SideGroup[] {
  return [...SIDES, null]
    .map((side) => ({ side, members: members.filter((member) => member.side === side) }))
    .filter((group) => group.members.length > 0)
}

/** Why the reader may change none of several seats of others, where it is one and the same reason; else each says its own. */
export function sharedReason(members: readonly MemberView[]): Because | null {
  const others = members.filter((member) => !member.isMine)
  const [first] = others
  const isShared = others.every(({ manage }) => !manage.allowed && isSame(manage.because, first?.manage.because))
  return first && others.length > 1 && isShared ? first.manage.because : null
}

interface RefusedRoles {
  readonly roles: readonly PeopleView['invitable'][number]['role'][]
  readonly because: Because
}

/** The role by which a side that decides here and that nobody sits on is invited: who it is meant to be, else its organisation. */
export function roleOfOtherSide(
  roles: readonly Role[],
  { modality, leadKind, namedPartner }: Pick<WorkspaceView, 'modality' | 'leadKind' | 'namedPartner'>,
  members: readonly MemberView[]
): InvitedRole | null {
  const missing = decidingSides({ modality, leadKind }).filter((side) => members.every((member) => member.side !== side))
  const inTurn = [
    [namedPartner ?? 'NSO', 'state'],
    ['OSA', 'state'],
    ['CSO', 'civic'],
    ['OTH', 'other']
  ] as const
  return inTurn.find(([role, side]) => roles.includes(role) && missing.includes(side))?.[0] ?? null
}

/** The roles one cannot invite, those with the same reason together. */
export function refusedRoles(invitable: PeopleView['invitable']): readonly RefusedRoles[] {
  const refused = invitable.filter(({ allowed }) => !allowed)
  const firsts = refused.filter(({ because }, index) => refused.findIndex((other) => isSame(other.because, because)) === index)
  return firsts.map(({ because }) => ({
    because,
    roles: refused.filter((other) => isSame(other.because, because)).map(({ role }) => role)
  }))
}

/** The same sentence: paragraphs differ by role, and one of them is enough to look it up. */
function isSame(one: Because, other: Because | undefined): boolean {
  return one.sentence === other?.sentence && one.rule === other.rule
}
