import { createMongoAbility, type ForcedSubject, type MongoAbility, type MongoQuery, type RawRuleOf } from '@casl/ability'
import { packRules, unpackRules, type PackRule } from '@casl/ability/extra'
import { ARTEFACTS, type Artefact } from '../framework/index.js'
import { decide } from './decide.js'
import {
  ACTIONS,
  PLAIN_OBJECT,
  type Action,
  type Actor,
  type Decision,
  type DecisionContext,
  type ObjectFacts,
  type WorkspaceFacts
} from './question.js'
import { BECAUSE_SENTENCES, type BecauseSentence } from './reason.js'

/** The facts of an object that the rules carry as conditions; the rest is fixed when they are made. */
type AskedFacts = Pick<ObjectFacts, 'ownership' | 'published'>
type FixedFacts = Omit<ObjectFacts, keyof AskedFacts>

/** Asked with an artefact's name, "on some of it"; with `subject(artefact, facts)`, on one thing. */
type AskedSubject = Artefact | (AskedFacts & ForcedSubject<Artefact>)
export type Ability = MongoAbility<[Action, AskedSubject]>
export type AbilityRule = RawRuleOf<Ability>
export type PackedRule = PackRule<AbilityRule>

type Ask = (asked: AskedFacts) => Decision

interface Grant {
  readonly conditions: MongoQuery | undefined
  readonly decision: Decision
}

/**
 * CASL's rules for one seat, read off `decide`: per artefact and verb a right, a right on what is one's own or published, or a refusal.
 * `reason` is the key of the sentence, which carries the rule's id (`ruleOfSentence`).
 * What a stage, gate, state, owner or target decides is answered as in `object`; without it for a shared draft, principles for one's
 * own side's, signing for a frozen version. Where those matter, `decide` is the answer.
 */
export function rulesFor(actor: Actor, workspace: WorkspaceFacts, object: Partial<FixedFacts> = {}): AbilityRule[] {
  const usual: DecisionContext = { ...workspace, ...PLAIN_OBJECT, ...object }
  const rules = ACTIONS.flatMap((action) => {
    const alike = new Map<string, AbilityRule & { subject: Artefact[] }>()
    for (const artefact of ARTEFACTS) {
      const { state = action === 'sign' ? 'frozen' : null, ownerSide = artefact === 'PRIN' ? actor.side : null } = object
      const ask: Ask = ({ ownership, published }) => decide(actor, action, artefact, { ...usual, state, ownerSide, ownership, published })
      for (const { conditions, decision } of grantsOf(ask)) {
        const key = JSON.stringify([conditions, decision.allowed, decision.sentence])
        const subject = [...(alike.get(key)?.subject ?? []), artefact]
        alike.set(key, { action, subject, conditions, inverted: !decision.allowed, reason: decision.sentence })
      }
    }
    return [...alike.values()]
  })
  // Later rules win: refusals with their reason come first, then what opens them.
  return rules.sort((one, other) => Number(other.inverted) - Number(one.inverted))
}

/** Owning and being published each open something by itself, never only together: `casl.spec.ts` compares all four. */
function grantsOf(ask: Ask): Grant[] {
  const plain: Grant = { conditions: undefined, decision: ask({ ownership: 'other', published: false }) }
  if (plain.decision.allowed) return [plain]
  const own: Grant = { conditions: { ownership: 'own' }, decision: ask({ ownership: 'own', published: false }) }
  const published: Grant = { conditions: { published: true }, decision: ask({ ownership: 'other', published: true }) }
  return [plain, ...[own, published].filter(({ decision }) => decision.allowed)]
}

/** Rules as they travel in the session's answer. */
export function packRulesFor(actor: Actor, workspace: WorkspaceFacts, object: Partial<FixedFacts> = {}): PackedRule[] {
  return packRules(rulesFor(actor, workspace, object))
}

/**
 * The ability a client asks, from the rules it was sent.
 * @throws {Error} when what was sent is not packed rules.
 */
export function abilityFrom(packed: readonly unknown[]): Ability {
  const rules = packed.filter(isPackedRule)
  if (rules.length !== packed.length) throw new Error('rules: not the packed rules of an ability')
  return createMongoAbility<Ability>(unpackRules(rules))
}

function isPackedRule(value: unknown): value is PackedRule {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string'
}

/** Why the ability answers as it does: a catalogue key, or null when no rule of ours spoke. */
export function reasonOf(ability: Ability, action: Action, on: AskedSubject): BecauseSentence | null {
  const reason = ability.relevantRuleFor(action, on)?.reason
  return BECAUSE_SENTENCES.find((sentence) => sentence === reason) ?? null
}
