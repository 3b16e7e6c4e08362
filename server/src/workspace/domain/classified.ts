import type { WorkspaceFacts } from '@roundtable/shared/ability'
import {
  type Candidate,
  type Classification,
  type DefinitionOutcome,
  type DefinitionQuestion,
  candidateOf,
  classify
} from '@roundtable/shared/framework'
import type { SideVoice } from './voices.js'
import { type Rule, type VotingSeat, votersOf } from './voters.js'

export type Answers = Partial<Readonly<Record<DefinitionQuestion, string>>>

/** The voices of the definition test and what their answers come to. Whoever would decide under the candidate counts as well. */
export function testedBy(
  seats: readonly VotingSeat[],
  present: WorkspaceFacts,
  answersOf: (voiceKey: string) => Answers
): { voices: SideVoice[]; classification: Classification } {
  const counted = (voices: readonly SideVoice[]) =>
    voices.filter(({ counts }) => counts).map(({ key, side }) => ({ side, answers: answersOf(key) }))
  const candidate = candidateOf(counted(votersOf(seats, present, null)), present)
  const voices = votersOf(seats, present, candidate)
  return { voices, classification: classify(counted(voices), present) }
}

export interface Held extends Rule {
  readonly outcome: DefinitionOutcome | null
  readonly paragraph: string
}

/** Answers that point at another modality than the one that holds: that is for a proposed change. */
const ANOTHER_MODALITY = '¶13, ¶15'

/**
 * What a workspace holds after its answers have come to this. The first modality is the definition test's to give, once it is
 * answered through; while one holds, answers change the outcome alone.
 */
export function heldAfter(before: Held, { outcome, candidate, paragraph, missing }: Classification): Held {
  if (outcome === null) return before
  if (before.modality === 'M0') {
    const isThrough = candidate !== null && outcome !== 'out_of_scope' && missing.every(({ why }) => why !== 'unanswered')
    return { ...(isThrough ? candidate : ruleOf(before)), outcome, paragraph }
  }
  const isLabel = outcome === 'citizen_data' || outcome === 'official_participation'
  const isAnother = isLabel && !(candidate && isHeldAlready(candidate, before))
  return { ...ruleOf(before), ...(isAnother ? { outcome: 'not_yet', paragraph: ANOTHER_MODALITY } : { outcome, paragraph }) }
}

export function isSameHeld(one: Held, other: Held): boolean {
  return JSON.stringify(ruleOf(one)) === JSON.stringify(ruleOf(other)) && one.outcome === other.outcome && one.paragraph === other.paragraph
}

/** An unnamed lead under M5 is an other actor; an unnamed partner under M3 leaves open which. */
function isHeldAlready(candidate: Candidate, held: Rule): boolean {
  if (candidate.modality !== held.modality) return false
  if (candidate.modality === 'M5') return candidate.leadKind === (held.leadKind ?? 'OTH')
  return candidate.modality !== 'M3' || held.namedPartner === null || candidate.namedPartner === held.namedPartner
}

function ruleOf({ modality, leadKind, namedPartner }: Rule): Rule {
  return { modality, leadKind, namedPartner }
}
