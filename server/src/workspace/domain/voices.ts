import { decide, PLAIN_OBJECT, type Actor, type WorkspaceFacts } from '@roundtable/shared/ability'
import { type Role, type Side, sideOfRole } from '@roundtable/shared/framework'

/** What of a seat says for whom it speaks. */
export interface SpeakingSeat {
  readonly id: string
  readonly role: Role
  readonly side: Side | null
  readonly name: string
  readonly organisation: string | null
  readonly organisationId: string | null
  readonly voiceOf: string | null
}

/** One organisation, community or lone person that speaks for its side: approval counts by voice, never by head. */
export interface SideVoice {
  readonly key: string
  readonly side: Side
  /** What others read: the organisation's name, or the seat's. */
  readonly name: string
  /** Its answer counts for the side: one of its seats holds A on the profile. */
  readonly counts: boolean
  readonly seatIds: readonly string[]
}

/**
 * For whom a seat speaks, on its side. A community's delegate is a voice apart: a CSO's support never stands for it.
 * A delegate who took another's place goes on with the same voice: what the community has said stays said.
 */
export function voiceKeyOf({
  id,
  role,
  organisationId,
  voiceOf
}: Pick<SpeakingSeat, 'id' | 'role' | 'organisationId' | 'voiceOf'>): string {
  if (role === 'COM') return `community:${voiceOf ?? organisationId ?? id}`
  return organisationId === null ? `seat:${id}` : `${sideOfRole(role) ?? 'neutral'}:${organisationId}`
}

/** Whether the seat's answer about the workspace as a whole counts for its side, under these facts. A mandate that has run out does not. */
export function countsForSide(actor: Actor, workspace: WorkspaceFacts): boolean {
  return actor.side !== null && decide(actor, 'approve', 'PROF', { ...workspace, ...PLAIN_OBJECT }).allowed
}

/** The voices of all sides, those that count first; seats without a side have none. */
export function voicesOf(seats: readonly (SpeakingSeat & { readonly actor: Actor })[], workspace: WorkspaceFacts): SideVoice[] {
  const voices = new Map<string, SideVoice>()
  for (const seat of seats) {
    if (seat.side === null) continue
    const key = voiceKeyOf(seat)
    const before = voices.get(key)
    voices.set(key, {
      key,
      side: seat.side,
      name: before?.name ?? seat.organisation ?? seat.name,
      counts: (before?.counts ?? false) || countsForSide(seat.actor, workspace),
      seatIds: [...(before?.seatIds ?? []), seat.id]
    })
  }
  return [...voices.values()].sort((one, other) => Number(other.counts) - Number(one.counts))
}
