import { SIDES, type Side } from '@roundtable/shared/framework'
import type { Because, MemberView } from '@roundtable/shared/protocol'

export interface SideGroup {
  readonly side: Side | null
  readonly members: readonly MemberView[]
  /** Why the asker may change none of these seats, where it is one and the same reason; else each seat says its own. */
  readonly sharedReason: Because | null
}

/** People by the side they count for; those without a side come last. */
export function bySide(members: readonly MemberView[]): readonly SideGroup[] {
  return [...SIDES, null]
    .map((side) => members.filter((member) => member.side === side))
    .filter((group) => group.length > 0)
    .map((group) => ({ side: group[0]?.side ?? null, members: group, sharedReason: sharedReason(group) }))
}

function sharedReason(members: readonly MemberView[]): Because | null {
  const others = members.filter((member) => !member.isMine)
  const [first] = others
  const isShared = others.every(({ manage }) => !manage.allowed && manage.because.sentence === first?.manage.because.sentence)
  return first && others.length > 1 && isShared ? first.manage.because : null
}
