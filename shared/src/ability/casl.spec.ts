import { subject } from '@casl/ability'
import {
  ARTEFACTS,
  LEAD_KINDS,
  MODALITIES,
  PARTNER_KINDS,
  REGISTRY_LEVELS,
  DEFINITION_OUTCOMES,
  ROLES,
  sideOfRole
} from '../framework/index.js'
import { contextOf, pick, seatOf, seeded } from './actor.fixture.js'
import { abilityFrom, packRulesFor, reasonOf, rulesFor } from './casl.js'
import { becauseOf } from './because-of.js'
import { decide } from './decide.js'
import { ACTIONS, type Actor, type ObjectFacts, type WorkspaceFacts } from './question.js'

const workspaceOf = (more: Partial<WorkspaceFacts> = {}): WorkspaceFacts => {
  const { modality, leadKind, namedPartner, outcome, registry } = contextOf(more)
  return { modality, leadKind, namedPartner, outcome, registry }
}
const ASKED = [
  { ownership: 'other', published: false },
  { ownership: 'own', published: false },
  { ownership: 'other', published: true },
  { ownership: 'own', published: true }
] as const

/** Every question of one seat where CASL, after its journey to the client, answers or explains otherwise than `decide`. */
function differences(
  actor: Actor,
  workspace: WorkspaceFacts,
  object: Partial<Omit<ObjectFacts, 'ownership' | 'published'>> = {}
): string[] {
  const ability = abilityFrom(JSON.parse(JSON.stringify(packRulesFor(actor, workspace, object))) as unknown[])
  return ARTEFACTS.flatMap((artefact) =>
    ACTIONS.flatMap((action) =>
      ASKED.filter((asked) => {
        const usual = { state: action === 'sign' ? ('frozen' as const) : null, ownerSide: artefact === 'PRIN' ? actor.side : null }
        const { allowed, sentence } = decide(actor, action, artefact, contextOf({ ...workspace, ...usual, ...object, ...asked }))
        const on = subject(artefact, { ...asked })
        const isReasonTold = allowed || asked !== ASKED[0] || reasonOf(ability, action, on) === sentence
        return ability.can(action, on) !== allowed || !isReasonTold
      }).map((asked) => `${actor.role} ${action} ${artefact} ${JSON.stringify({ ...workspace, ...asked })}`)
    )
  )
}

describe('CASL rules', () => {
  it.each(MODALITIES)(
    '[ABIL-25] answer as decide() does in every cell of %s, packed and unpacked, with its reason for a refusal',
    (modality) => {
      expect(ROLES.flatMap((role) => differences(seatOf(role), workspaceOf({ modality })))).toEqual([])
    }
  )

  it('[ABIL-25] answer as decide() does for 400 random seats, workspaces and objects, seed 25', () => {
    const random = seeded(25)
    for (let turn = 0; turn < 400; turn += 1) {
      const actor = seatOf(pick(random, ROLES), {
        isFunder: random() < 0.3,
        mandateExpired: random() < 0.3,
        invitedByCivic: random() < 0.5,
        seat: random() < 0.1 ? null : 'seat-1'
      })
      const workspace = {
        modality: pick(random, MODALITIES),
        leadKind: pick(random, [null, ...LEAD_KINDS]),
        namedPartner: pick(random, [null, ...PARTNER_KINDS]),
        outcome: pick(random, [null, ...DEFINITION_OUTCOMES]),
        registry: pick(random, REGISTRY_LEVELS)
      }
      const object =
        random() < 0.5
          ? {}
          : { stage: 'S1' as const, gate: pick(random, [null, 'method'] as const), privateTo: pick(random, [null, 'civic'] as const) }
      expect(differences(actor, workspace, object)).toEqual([])
    }
  })

  it('[ABIL-25] a bare artefact asks "on some of it"; the reason carries the rule', () => {
    const ability = abilityFrom(packRulesFor(seatOf('CIT'), workspaceOf({ modality: 'M4' })))
    expect(ability.can('edit-own', 'TASK')).toBe(true)
    expect(ability.can('edit', 'TASK')).toBe(false)
    expect(reasonOf(ability, 'approve', 'OBJ')).toBe('ability.because.R-06')
    expect(reasonOf(ability, 'comment', 'OBJ')).toBe('ability.because.A11.comment.yes')
  })

  it('[ABIL-25] stay small enough to travel in every session’s answer: under 3 KB a seat', () => {
    const sizes = ROLES.map((role) => JSON.stringify(packRulesFor(seatOf(role), workspaceOf())).length)
    expect(Math.max(...sizes)).toBeLessThan(3000)
    expect(rulesFor(seatOf('COM'), workspaceOf()).length).toBeLessThan(ARTEFACTS.length * ACTIONS.length)
  })

  it('[ABIL-25] what is not packed rules is refused', () => {
    expect(() => abilityFrom([{ action: 'edit', subject: 'OBJ' }])).toThrow('rules: not the packed rules of an ability')
  })

  it('[ABIL-25] a side’s seat sees principles as its own side’s', () => {
    const ability = abilityFrom(packRulesFor(seatOf('NSO'), workspaceOf()))
    expect(sideOfRole('NSO')).toBe('state')
    expect(ability.can('edit', 'PRIN')).toBe(true)
    const another = abilityFrom(packRulesFor(seatOf('NSO'), workspaceOf(), { ownerSide: 'civic' }))
    expect(reasonOf(another, 'edit', 'PRIN')).toBe('ability.because.A-2')
  })
})

describe('the reason of an answer, whole', () => {
  it.each(ROLES)('[ABIL-29] %s is told the same rule, paragraphs and sentence as by the decision itself', (role) => {
    const actor = seatOf(role)
    const told = MODALITIES.flatMap((modality) => {
      const workspace = workspaceOf({ modality })
      const ability = abilityFrom(JSON.parse(JSON.stringify(packRulesFor(actor, workspace))) as unknown[])
      return (['edit', 'approve', 'manage-members', 'invite-party'] as const).map((action) => {
        const { allowed, rule, paragraph, sentence } = decide(actor, action, 'PROF', contextOf(workspace))
        expect(ability.can(action, 'PROF')).toBe(allowed)
        expect(becauseOf(ability, { action, artefact: 'PROF', role, workspace })).toEqual({ rule, paragraph, sentence })
        return sentence
      })
    })
    expect(told).toHaveLength(24)
  })
})
