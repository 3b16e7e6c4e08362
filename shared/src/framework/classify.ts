/** What the answers to the definition test come to (domain.md A8, R-06, R-07, R-16, R-33). */
import type { Modality, Side } from './codes.js'
import {
  CANDIDATES,
  type Candidate,
  DEFINITION_PARAGRAPHS,
  type DefinitionQuestion,
  INITIATORS,
  type Initiator,
  asksForEngagement,
  decidingSides
} from './definition.js'
import type { DefinitionOutcome, LeadKind } from './power.js'

/** One organisation, community or lone person whose answer counts for its side. */
export interface Voice {
  readonly side: Side
  readonly answers: Partial<Readonly<Record<DefinitionQuestion, string>>>
}

export interface Missing {
  readonly question: DefinitionQuestion
  /** The side that is meant; null where sides differ from each other. */
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
  /** What stands in the way of `citizen_data`, or is still open where the label is another. */
  readonly missing: readonly Missing[]
}

/** The modality that holds now. */
export interface PresentRule {
  readonly modality: Modality
  readonly leadKind: LeadKind | null
}

/** What only supports an official collection works under M4, with a label of its own. */
const OFFICIAL: Candidate = { modality: 'M4', leadKind: null, namedPartner: null }

/**
 * What the answers come to.
 *
 * `voices`: everybody whose answer counts, silent ones too: silence is never consent. Whoever decides under the rule that
 * `present`ly holds is asked, and whoever decides under the rule that the answers point at: nobody decides a partner out of
 * the room. The civic side is always asked: without it a state actor or another alone arrives nowhere.
 */
export function classify(voices: readonly Voice[], present: PresentRule): Classification {
  if (voices.every(saysNothing)) return { outcome: null, candidate: null, paragraph: '', missing: [] }
  const initiator = agreedInitiator(voices, present)
  const candidate = initiator && CANDIDATES[initiator]
  const sides = [...sidesDeciding(voices, present), ...(candidate ? decidingSides(candidate) : [])]
  const asked = hear(voices, sides)
  const asksQ4 = initiator !== null && asksForEngagement(initiator)

  if (asked.agree('Q1', 'no')) return outOfScope(settledBy(asked, initiator), DEFINITION_PARAGRAPHS.Q1)
  if (asksQ4 && asked.agree('Q3', initiator) && asked.agree('Q4', 'no'))
    return outOfScope(candidate, candidate?.modality === 'M4' ? '¶15.4' : '¶15.5, ¶11')

  const isOfficial = asked.agree('Q5', 'official_only')
  const heard = isOfficial ? hear(voices, [...sides, ...decidingSides(OFFICIAL)]) : asked
  const settled = settledBy(heard, initiator)
  const missing = [...heard.nobody, ...questionsFor(asksQ4).flatMap((question) => missingIn(question, heard.voices))]
  // a "not meaningful" stands above every label. The label is given, and what else is open is still asked.
  if (isOfficial && settled && heard.agree('Q5', 'official_only') && !(asksQ4 && heard.somebodySays('Q4', 'no')))
    return { outcome: 'official_participation', candidate: OFFICIAL, paragraph: DEFINITION_PARAGRAPHS.Q5, missing }

  if (missing.length > 0) return { outcome: 'not_yet', candidate: settled, paragraph: groundOf(missing), missing }
  return { outcome: 'citizen_data', candidate: settled, paragraph: `Box 2, ¶15.${settled?.modality.slice(1) ?? ''}`, missing: [] }
}

/** The modality that whoever decides now points at, whether or not others have to agree; null while they differ. */
export function candidateOf(voices: readonly Voice[], present: PresentRule): Candidate | null {
  const initiator = agreedInitiator(voices, present)
  return initiator && CANDIDATES[initiator]
}

/** While nobody has answered, a state side that is not there cannot be asked; the civic side has to be. */
function sidesDeciding(voices: readonly Voice[], present: PresentRule): readonly Side[] {
  const isThere = (side: Side): boolean => voices.some((voice) => voice.side === side)
  return decidingSides(present).filter((side) => side === 'civic' || present.modality !== 'M0' || isThere(side))
}

function agreedInitiator(voices: readonly Voice[], present: PresentRule): Initiator | null {
  const deciding = sidesDeciding(voices, present)
  const said = new Set(voices.flatMap(({ side, answers: { Q3 } }) => (deciding.includes(side) && isDefinite(Q3) ? [Q3] : [])))
  const [only] = said
  return said.size === 1 ? (INITIATORS.find((initiator) => initiator === only) ?? null) : null
}

interface Heard {
  readonly voices: readonly Voice[]
  /** Sides that have to be asked and have nobody who could answer. */
  readonly nobody: readonly Missing[]
  /** All of all these sides say so, and each of these sides has somebody. */
  agree(question: DefinitionQuestion, value: string | null): boolean
  somebodySays(question: DefinitionQuestion, value: string): boolean
}

function hear(voices: readonly Voice[], sides: readonly Side[]): Heard {
  const asked = voices.filter(({ side }) => sides.includes(side))
  const empty = [...new Set(sides)].filter((side) => !asked.some((voice) => voice.side === side))
  return {
    voices: asked,
    nobody: empty.map((side) => ({ question: 'Q3', side, why: 'nobody' })),
    agree: (question, value) => empty.length === 0 && asked.every(({ answers }) => answers[question] === value),
    somebodySays: (question, value) => asked.some(({ answers }) => answers[question] === value)
  }
}

function settledBy(heard: Heard, initiator: Initiator | null): Candidate | null {
  return initiator !== null && heard.agree('Q3', initiator) ? CANDIDATES[initiator] : null
}

function outOfScope(candidate: Candidate | null, paragraph: string): Classification {
  return { outcome: 'out_of_scope', candidate, paragraph, missing: [] }
}

/** Q6 decides nothing (Box 2); Q4 is asked where others than citizens lead. */
function questionsFor(asksQ4: boolean): readonly DefinitionQuestion[] {
  return asksQ4 ? ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'] : ['Q1', 'Q2', 'Q3', 'Q5']
}

function saysNothing({ answers: { Q6: _decidesNothing, ...answers } }: Voice): boolean {
  return Object.values(answers).every((value) => value === undefined)
}

function isDefinite(value: string | undefined): value is string {
  return value !== undefined && value !== 'not_sure'
}

function missingIn(question: DefinitionQuestion, asked: readonly Voice[]): Missing[] {
  const open = new Map<string, Missing>()
  for (const { side, answers } of asked) {
    const why = whyOpen(question, answers[question])
    if (why) open.set(`${side}/${why}`, { question, side, why })
  }
  const definite = asked.filter(({ answers }) => isDefinite(answers[question]))
  if (new Set(definite.map(({ answers }) => answers[question])).size < 2) return [...open.values()]
  const [side, ...others] = new Set(definite.map((voice) => voice.side))
  return [...open.values(), { question, side: others.length === 0 ? (side ?? null) : null, why: 'differs' }]
}

function whyOpen(question: DefinitionQuestion, value: string | undefined): 'unanswered' | 'not_sure' | 'no' | null {
  if (value === undefined) return 'unanswered'
  if (value === 'not_sure') return 'not_sure'
  return value === 'no' && question !== 'Q3' && question !== 'Q5' ? 'no' : null
}

function groundOf(missing: readonly Missing[]): string {
  return [...new Set(missing.map(({ question }) => DEFINITION_PARAGRAPHS[question]))].join(', ')
}
