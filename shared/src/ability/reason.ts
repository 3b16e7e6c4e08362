import type { Because } from '../protocol/live.js'
import { CELL_GROUNDS, paragraphText } from './ground.js'

/**
 * Every reason a rule can give, by name: the rule's id, a variant where one rule says several things. The value is its ground.
 * `R-`, `A-` and `INV-` are the design's rules, amendments and invariants; `ABIL-`, `PRIN-` and `WORK-` are in SPEC.md.
 */
const RULE_REASONS = {
  'ABIL-5': '31,Ax',
  'ABIL-6': '27,31',
  'ABIL-7.review': '21,39',
  'ABIL-7.frozen': '24,27',
  'ABIL-7.in_force': '24,29',
  'ABIL-7.archived': '27,29',
  'ABIL-23': '12,39',
  'ABIL-28': '22,30',
  'A-2': '18,27,39',
  'A-2.side-owned': '17.10,39',
  'INV-2': '19',
  'PRIN-1': '18,27,39',
  'R-03': '15.1,T1a',
  'R-03.recipient': '15.1,24',
  'R-04': '15.2,T1b',
  'R-05': '15.3,T1e',
  'R-06': '15.4,15.5,T1c,10',
  'R-08': '17.7,25',
  'R-09': '26,17.8',
  'R-11': '22,26,30',
  'R-13': '24,27',
  'R-16': '13,15',
  'R-17': '17.1,19',
  'R-17.seat': '17.1,19',
  'R-20': '39,17.10',
  'R-24': '30',
  'R-25': '39',
  'R-25.accepted': '39',
  'R-25.first': '39',
  'R-25.others': '39',
  'R-25.side': '39',
  'R-26': '39,41',
  'R-30': '26,17.8',
  'R-30.choosing': '26,17.8',
  'R-30.later': '26,17.8',
  'R-31.voice': '21,41',
  'R-32.lead': '15,19',
  'R-32.own-side': '15,19',
  'R-32.uninvited': '15.1,19',
  'R-33': '9,10,11',
  'R-33.first': '9,10,11',
  'R-33.out-of-scope': '9,10,15',
  'R-33.release': '9,10,11',
  'R-34': '26,41',
  'WORK-4': '45',
  'WORK-5': '15.3,45',
  'WORK-12': '12',
  'WORK-22': '15,45'
} as const
export type RuleReason = keyof typeof RULE_REASONS

/** The verbs whose plain answer is the matrix's own; approving, giving an opinion and withdrawing always name a rule. */
const MATRIX_VERBS = ['view', 'comment', 'suggest', 'edit', 'edit-own', 'sign', 'manage-members', 'invite-party', 'publish'] as const
type MatrixVerb = (typeof MATRIX_VERBS)[number]
/** `A11` is the matrix. */
export type MatrixReason = `A11.${MatrixVerb}.${'yes' | 'no'}` | 'A11.withdraw.no'

const PREFIX = 'ability.because.'
export type BecauseSentence = `${typeof PREFIX}${RuleReason | MatrixReason}`

const RULE_NAMES = Object.keys(RULE_REASONS) as readonly RuleReason[]
const MATRIX_NAMES: readonly MatrixReason[] = [
  ...MATRIX_VERBS.flatMap((verb) => [`A11.${verb}.yes`, `A11.${verb}.no`] as const),
  'A11.withdraw.no'
]

/** Every catalogue key a decision can carry: a client without one of them could not say why. */
export const BECAUSE_SENTENCES: readonly BecauseSentence[] = [...RULE_NAMES, ...MATRIX_NAMES].map((name) => `${PREFIX}${name}` as const)

type Reason = Because & { readonly sentence: BecauseSentence }

const PARAGRAPHS: ReadonlyMap<RuleReason, string> = new Map(RULE_NAMES.map((name) => [name, paragraphText(RULE_REASONS[name].split(','))]))

/** Every ground a decision can name: a client says in a sentence what each of its paragraphs is about. */
export const GROUNDS: readonly string[] = [...CELL_GROUNDS, ...PARAGRAPHS.values()]

/** A rule's reason, with the rule's own paragraphs. */
export function ruleReason(name: RuleReason): Reason {
  return { rule: ruleId(name), paragraph: PARAGRAPHS.get(name) ?? '', sentence: `${PREFIX}${name}` }
}

/** The matrix's reason, with the paragraphs of the cell that was read. */
export function matrixReason(name: MatrixReason, cellParagraphs: string): Reason {
  return { rule: 'A11', paragraph: cellParagraphs, sentence: `${PREFIX}${name}` }
}

/** The rule a sentence key belongs to: `ability.because.R-32.lead` → `R-32`. */
export function ruleOfSentence(sentence: BecauseSentence): string {
  return ruleId(sentence.slice(PREFIX.length))
}

/** The paragraphs of a named rule's sentence; null for the matrix's, whose paragraphs are its cell's. */
export function paragraphOfSentence(sentence: BecauseSentence): string | null {
  const name = RULE_NAMES.find((rule) => `${PREFIX}${rule}` === sentence)
  return name === undefined ? null : (PARAGRAPHS.get(name) ?? null)
}

function ruleId(name: string): string {
  return name.split('.')[0] ?? name
}
