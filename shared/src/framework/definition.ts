/**
 * The definition test (domain.md A8): is this citizen data, and under which modality? Each side answers for itself,
 * with a reason; two sides' answers stand side by side and are never averaged (AMB-4).
 */
import { type Modality, type Side } from './codes.js'
import { type DefinitionOutcome, type LeadKind, type PartnerKind } from './power.js'

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

const CANDIDATES: Readonly<Record<Initiator, Candidate>> = {
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

/** One organisation, community or lone person whose answer counts for its side. */
export interface Voice {
  readonly side: Side
  readonly answers: Partial<Readonly<Record<DefinitionQuestion, string>>>
}

export interface Missing {
  readonly question: DefinitionQuestion
  /** The side that has not answered, is not sure or says no; null where sides differ or nobody speaks for one. */
  readonly side: Side | null
  readonly why: 'unanswered' | 'not_sure' | 'no' | 'differs' | 'nobody'
}

export interface Classification {
  /** Null: nobody has answered anything. */
  readonly outcome: DefinitionOutcome | null
  /** The modality that all who must be asked agree on, null while they do not. */
  readonly candidate: Candidate | null
  /** What decided, as the Framework's paragraphs. */
  readonly paragraph: string
  /** What stands in the way of `citizen_data`. */
  readonly missing: readonly Missing[]
}

/**
 * What the answers come to.
 *
 * `voices`: everybody whose answer counts, silent ones too. `present`: the modality that holds now; whoever decides under it
 * is asked as well, so that nobody decides a partner out of the room.
 */
export function classify(
  voices: readonly Voice[],
  present: { readonly modality: Modality; readonly leadKind: LeadKind | null }
): Classification {
  if (voices.every(({ answers }) => Object.keys(answers).length === 0))
    return { outcome: null, candidate: null, paragraph: '', missing: [] }
  const seated = new Set(voices.map(({ side }) => side))
  const initiator = agreedInitiator(voices)
  const candidate = initiator && CANDIDATES[initiator]
  const needed = new Set([
    ...decidingSides(present).filter((side) => present.modality !== 'M0' || seated.has(side)),
    ...(candidate ? decidingSides(candidate) : [])
  ])
  const asked = voices.filter(({ side }) => needed.has(side))
  const nobody = [...needed].filter((side) => !seated.has(side)).map((side): Missing => ({ question: 'Q3', side, why: 'nobody' }))
  const all = (question: DefinitionQuestion, value: string): boolean =>
    nobody.length === 0 && asked.length > 0 && asked.every(({ answers }) => answers[question] === value)
  const isSettled = candidate !== null && nobody.length === 0 && asked.every(({ answers }) => answers.Q3 === initiator)
  const settled = isSettled ? candidate : null

  if (all('Q1', 'no')) return { outcome: 'out_of_scope', candidate: settled, paragraph: DEFINITION_PARAGRAPHS.Q1, missing: [] }
  if (isSettled && asksForEngagement(initiator ?? undefined) && all('Q4', 'no'))
    return { outcome: 'out_of_scope', candidate: settled, paragraph: candidate.modality === 'M4' ? '¶15.4' : '¶15.5, ¶11', missing: [] }
  if (isSettled && all('Q5', 'official_only'))
    return {
      outcome: 'official_participation',
      // It works under M4 with a label of its own.
      candidate: { modality: 'M4', leadKind: null, namedPartner: null },
      paragraph: DEFINITION_PARAGRAPHS.Q5,
      missing: []
    }
  const missing = [...nobody, ...questionsFor(initiator).flatMap((question) => missingIn(question, asked))]
  if (missing.length > 0) return { outcome: 'not_yet', candidate: settled, paragraph: groundOf(missing), missing }
  return { outcome: 'citizen_data', candidate: settled, paragraph: `Box 2, ¶15.${candidate?.modality.slice(1) ?? ''}`, missing: [] }
}

/** Q6 decides nothing; Q4 is asked where others than citizens lead. */
function questionsFor(initiator: Initiator | null): readonly DefinitionQuestion[] {
  return asksForEngagement(initiator ?? undefined) ? ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] : ['Q1', 'Q2', 'Q3', 'Q5']
}

function agreedInitiator(voices: readonly Voice[]): Initiator | null {
  const said = new Set(voices.map(({ answers }) => answers.Q3).filter((value) => value !== undefined && value !== 'not_sure'))
  const [only] = said
  return said.size === 1 ? (INITIATORS.find((initiator) => initiator === only) ?? null) : null
}

function missingIn(question: DefinitionQuestion, asked: readonly Voice[]): Missing[] {
  const open = new Map<string, Missing>()
  for (const { side, answers } of asked) {
    const why = whyOpen(question, answers[question])
    if (why) open.set(`${side}/${why}`, { question, side, why })
  }
  const values = new Set(asked.map(({ answers }) => answers[question]).filter((value) => value !== undefined && value !== 'not_sure'))
  return values.size > 1 ? [...open.values(), { question, side: null, why: 'differs' }] : [...open.values()]
}

function whyOpen(question: DefinitionQuestion, value: string | undefined): 'unanswered' | 'not_sure' | 'no' | null {
  if (value === undefined) return 'unanswered'
  if (value === 'not_sure') return 'not_sure'
  return value === 'no' && question !== 'Q3' && question !== 'Q5' ? 'no' : null
}

function groundOf(missing: readonly Missing[]): string {
  const paragraphs = new Set(missing.map(({ question }) => DEFINITION_PARAGRAPHS[question]))
  return [...paragraphs].join(', ')
}
