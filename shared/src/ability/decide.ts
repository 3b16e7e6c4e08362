import type { Artefact, Modality } from '../framework/index.js'
import { lettersOf, rowOf } from './amendments.js'
import { GRANTED, type Reading } from './granted.js'
import { cellParagraphs } from './ground.js'
import { HIDDEN } from './hidden.js'
import { LIMITS } from './limits.js'
import type { Action, Actor, Decision, DecisionContext } from './question.js'
import { matrixReason, ruleReason, type RuleReason } from './reason.js'

/**
 * The one decision about rights; REST, socket.io and the live socket all ask here, and CASL's rules are made from it.
 *
 *   1. who may know of the thing (`hidden.ts`)
 *   2. what the cell of the amended matrix grants (`amendments.ts`, `granted.ts`)
 *   3. what takes away from that (`limits.ts`)
 *
 * Pure: the same question has the same answer. It says nothing about how a decision is counted, only who may take part in it.
 */
export function decide(actor: Actor, action: Action, artefact: Artefact, context: DecisionContext): Decision {
  const reading = { actor, action, artefact, context, letters: lettersOf(actor, artefact, context) }
  for (const rule of HIDDEN) {
    const decision = rule(reading)
    if (decision) return decision
  }
  if (!GRANTED[action](reading)) return matrixDecision(reading, false)
  for (const limit of LIMITS) {
    const reason = limit(reading)
    if (reason) return { allowed: false, ...ruleReason(reason) }
  }
  return matrixDecision(reading, true)
}

/** Who decides is a rule of the modality, not of the cell. */
const DECISION_RULE: Readonly<Record<Modality, RuleReason>> = { M0: 'R-33', M1: 'R-03', M2: 'R-04', M3: 'R-05', M4: 'R-06', M5: 'R-06' }

const KEPT_FROM_NEUTRAL_SEATS: readonly Action[] = ['edit', 'approve', 'opine', 'sign', 'publish', 'withdraw']

/** The cell's answer with the reason that explains it best: a named rule where there is one, else the cell itself. */
function matrixDecision({ actor, action, artefact, context, letters }: Reading, allowed: boolean): Decision {
  const isVote = action === 'approve' || action === 'opine'
  const byRule = (name: RuleReason): Decision => ({ allowed, ...ruleReason(name) })
  const cell = cellParagraphs(rowOf(actor.role, context), context.modality, artefact)

  if (!allowed && actor.role === 'FAC' && (isVote || action === 'sign')) return byRule('R-26')
  if (!allowed && isNeutral(actor) && KEPT_FROM_NEUTRAL_SEATS.includes(action)) return byRule('INV-2')
  if (!allowed && action === 'view' && letters.has('v')) return byRule('ABIL-6')
  if (isVote) return byRule(DECISION_RULE[context.modality])
  if (!allowed && action === 'publish' && context.modality === 'M0') return byRule('R-33.release')
  if (allowed && action === 'sign' && context.modality === 'M1' && actor.side !== 'civic') return byRule('R-03.recipient')
  if (action === 'withdraw')
    return allowed ? byRule(actor.role === 'COM' ? 'R-09' : 'R-11') : { allowed, ...matrixReason('A11.withdraw.no', cell) }
  return { allowed, ...matrixReason(`A11.${action}.${allowed ? 'yes' : 'no'}`, cell) }
}

function isNeutral({ role }: Actor): boolean {
  return role === 'FAC' || role === 'SEC' || role === 'OBS' || role === 'GST'
}
