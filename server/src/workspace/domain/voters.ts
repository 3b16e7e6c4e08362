import { PLAIN_OBJECT, decide, type Actor, type WorkspaceFacts } from '@roundtable/shared/ability'
import type { LeadKind, Modality, PartnerKind } from '@roundtable/shared/framework'
import { type SideVoice, type SpeakingSeat, voicesOf } from './voices.js'

/** What holds, or would hold: the part of a workspace's facts that a decision about its modality is about. */
export interface Rule {
  readonly modality: Modality
  readonly leadKind: LeadKind | null
  readonly namedPartner: PartnerKind | null
}

export type VotingSeat = SpeakingSeat & { readonly actor: Actor; readonly isSuspended: boolean }

/**
 * The voices of all sides; those count that may approve the profile under what holds now, or under what would hold then.
 * An outcome takes nobody's answer away: what is out of scope can be tested again. Whom the workspace is hidden from
 * cannot answer, and so is not asked; nor can whoever is suspended (ID-27).
 */
export function votersOf(seats: readonly VotingSeat[], present: WorkspaceFacts, then: Rule | null): SideVoice[] {
  const now: WorkspaceFacts = { ...present, outcome: null }
  const there = seats.filter(({ actor, isSuspended }) => !isSuspended && decide(actor, 'view', 'PROF', { ...now, ...PLAIN_OBJECT }).allowed)
  const voices = voicesOf(there, now)
  if (!then) return voices
  const countsThen = new Set(voicesOf(there, { ...now, ...then }).flatMap(({ key, counts }) => (counts ? [key] : [])))
  return voices.map((voice) => (countsThen.has(voice.key) ? { ...voice, counts: true } : voice))
}
