import type { WorkspaceFacts } from '@roundtable/shared/ability'
import { type Side, decidingSides } from '@roundtable/shared/framework'
import type { Stance } from '@roundtable/shared/protocol'
import type { SideVoice } from './voices.js'
import { type Rule, type VotingSeat, votersOf } from './voters.js'

export interface Weighed {
  /** Everybody who has to agree. */
  readonly voices: readonly SideVoice[]
  /** Sides that have to decide and have nobody who could. */
  readonly nobodyFor: readonly Side[]
  readonly verdict: 'open' | 'decided' | 'refused'
}

/**
 * What stances on another modality come to, under the stricter of the old and the new rule: every voice that decides
 * under either, of every side that decides under either. One objection refuses; silence and empty sides leave it open. As
 * the civic side always decides, a state actor alone never moves an initiative.
 */
export function weighChange(
  seats: readonly VotingSeat[],
  present: WorkspaceFacts,
  then: Rule,
  stances: ReadonlyMap<string, Stance>
): Weighed {
  const sides = new Set([...decidingSides(present), ...decidingSides(then)])
  const voices = votersOf(seats, present, then).filter(({ counts, side }) => counts && sides.has(side))
  const nobodyFor = [...sides].filter((side) => !voices.some((voice) => voice.side === side))
  const isRefused = voices.some(({ key }) => stances.get(key) === 'object')
  const isAgreed = nobodyFor.length === 0 && voices.every(({ key }) => stances.get(key) === 'agree')
  return { voices, nobodyFor, verdict: isRefused ? 'refused' : isAgreed ? 'decided' : 'open' }
}
