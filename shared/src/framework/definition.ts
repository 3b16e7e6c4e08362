/**
 * The definition test (domain.md A8): is this citizen data, and under which modality? Each side answers for itself,
 * with a reason; two sides' answers stand side by side and are never averaged (AMB-4).
 */
import type { Modality, Side } from './codes.js'
import type { LeadKind, PartnerKind } from './power.js'

/** The Framework's version that answers are given to; stored with each answer (AMB-8). */
export const FRAMEWORK_VERSION = '1.0'

export const DEFINITION_QUESTIONS = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'] as const
export type DefinitionQuestion = (typeof DEFINITION_QUESTIONS)[number]

/** Who initiated (¶15). `jointly_*` names the state partner, `other_state` is led by a state actor that is not the NSO. */
export const INITIATORS = ['citizens', 'citizens_with_partners', 'jointly_nso', 'jointly_osa', 'nso', 'other', 'other_state'] as const
export type Initiator = (typeof INITIATORS)[number]

/** What can be answered to each question; "not sure yet" is an answer. Q6 is asked and told, and decides nothing (Box 2). */
export const DEFINITION_VALUES = {
  Q1: ['yes', 'no', 'not_sure'],
  Q2: ['yes', 'no', 'not_sure'],
  Q3: [...INITIATORS, 'not_sure'],
  Q4: ['yes', 'no', 'not_sure'],
  Q5: ['empowerment', 'official_only', 'not_sure'],
  Q6: ['yes', 'no', 'not_sure']
} as const satisfies Readonly<Record<DefinitionQuestion, readonly string[]>>

/** The Framework's ground of each question. */
export const DEFINITION_PARAGRAPHS: Readonly<Record<DefinitionQuestion, string>> = {
  Q1: 'Box 1, Box 2, ¶10',
  Q2: 'Box 2, ¶17',
  Q3: '¶15',
  Q4: '¶11, ¶15',
  Q5: '¶9',
  Q6: 'Box 2'
}

export interface Candidate {
  readonly modality: Exclude<Modality, 'M0'>
  readonly leadKind: LeadKind | null
  readonly namedPartner: PartnerKind | null
}

/** The modality that each answer to Q3 points at. */
export const CANDIDATES: Readonly<Record<Initiator, Candidate>> = {
  citizens: { modality: 'M1', leadKind: null, namedPartner: null },
  citizens_with_partners: { modality: 'M2', leadKind: null, namedPartner: null },
  jointly_nso: { modality: 'M3', leadKind: null, namedPartner: 'NSO' },
  jointly_osa: { modality: 'M3', leadKind: null, namedPartner: 'OSA' },
  nso: { modality: 'M4', leadKind: null, namedPartner: null },
  other: { modality: 'M5', leadKind: 'OTH', namedPartner: null },
  other_state: { modality: 'M5', leadKind: 'OSA', namedPartner: null }
}

/** Q4 is about M4 and M5 alone (¶15.4, ¶15.5). */
export function asksForEngagement(initiator: string | undefined): boolean {
  return initiator === 'nso' || initiator === 'other' || initiator === 'other_state'
}

/**
 * The sides whose decision a modality rests on: the civic side always; the state side as equal partner (M3) or initiator
 * (M4); the lead's side under M5. While nobody has answered, M3's symmetry holds (R-33, R-05, R-06).
 */
export function decidingSides({
  modality,
  leadKind
}: {
  readonly modality: Modality
  readonly leadKind: LeadKind | null
}): readonly Side[] {
  switch (modality) {
    case 'M1':
    case 'M2':
      return ['civic']
    case 'M0':
    case 'M3':
    case 'M4':
      return ['civic', 'state']
    case 'M5':
      return leadKind === 'OSA' ? ['civic', 'state'] : ['civic', 'other']
  }
}
