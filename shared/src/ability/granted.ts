import { DESIGN_GATES } from '../framework/index.js'
import type { Letters } from './matrix.js'
import type { Action, Question } from './question.js'

/** A question with the letters its cell holds, as amended. */
export interface Reading extends Question {
  readonly letters: Letters
}

/** The small `v` shows the published version, what is one's own, and what one's own side keeps to itself: others never come here. */
function mayRead({ letters, context }: Reading): boolean {
  return letters.has('V') || (letters.has('v') && (context.published || context.ownership === 'own' || context.privateTo !== null))
}

/** The plan's design stage, in one of its four parts: where A1 counts. */
function isDesignGate({ context: { stage, gate } }: Reading): boolean {
  return stage === 'S1' && gate !== null && DESIGN_GATES.includes(gate)
}

/** What each verb needs of the cell. Capital letters reach everything of the artefact, small ones what is one's own. */
export const GRANTED: Readonly<Record<Action, (reading: Reading) => boolean>> = {
  view: mayRead,
  comment: ({ letters }) => letters.has('C'),
  suggest: ({ letters }) => letters.has('S'),
  edit: ({ letters }) => letters.has('E'),
  'edit-own': ({ letters, context }) => letters.has('E') || (letters.has('e') && context.ownership === 'own'),
  approve: (reading) => reading.letters.has('A') || (reading.letters.has('A1') && isDesignGate(reading)),
  opine: ({ letters }) => letters.has('o'),
  sign: ({ letters }) => letters.has('G'),
  'manage-members': ({ letters }) => letters.has('M'),
  'invite-party': ({ letters, artefact }) => artefact === 'PROF' && letters.has('M'),
  publish: ({ letters, actor, context }) =>
    letters.has('P') || (letters.has('p') && (context.ownership === 'own' || (actor.side !== null && context.ownerSide === actor.side))),
  withdraw: ({ letters, context }) => letters.has('W') || (letters.has('w') && context.ownership === 'own')
}
