import {
  ARTEFACTS,
  DEFINITION_OUTCOMES,
  DOCUMENT_STATES,
  GATES,
  LEAD_KINDS,
  MODALITIES,
  PARTNER_KINDS,
  REGISTRY_LEVELS,
  ROLES,
  SIDES,
  STAGES,
  sideOfRole,
  type Artefact
} from '../framework/index.js'
import { contextOf, pick, seatOf, seeded } from './actor.fixture.js'
import { decide } from './decide.js'
import { HIDDEN } from './hidden.js'
import { ACTIONS, type Action, type Actor, type DecisionContext } from './question.js'

interface Case {
  readonly actor: Actor
  readonly action: Action
  readonly artefact: Artefact
  readonly context: DecisionContext
}

const OPTIONAL = <T>(list: readonly T[]): readonly (T | null)[] => [null, ...list]

function randomCase(random: () => number): Case {
  const role = pick(random, ROLES)
  return {
    actor: seatOf(role, { isFunder: random() < 0.3, mandateExpired: random() < 0.3, invitedByCivic: random() < 0.7 }),
    action: pick(random, ACTIONS),
    artefact: pick(random, ARTEFACTS),
    context: contextOf({
      modality: pick(random, MODALITIES),
      leadKind: pick(random, OPTIONAL(LEAD_KINDS)),
      namedPartner: pick(random, OPTIONAL(PARTNER_KINDS)),
      outcome: pick(random, OPTIONAL(DEFINITION_OUTCOMES)),
      registry: pick(random, REGISTRY_LEVELS),
      stage: pick(random, OPTIONAL(STAGES)),
      gate: pick(random, OPTIONAL(GATES)),
      state: pick(random, OPTIONAL(DOCUMENT_STATES)),
      ownership: pick(random, ['own', 'other'] as const),
      ownerSide: random() < 0.6 ? sideOfRole(role) : pick(random, OPTIONAL(SIDES)),
      privateTo: random() < 0.8 ? null : pick(random, SIDES),
      published: random() < 0.5,
      targetRole: random() < 0.5 ? null : pick(random, ROLES),
      targetKept: pick(random, [null, null, 'voice', 'community'] as const),
      signingAs: pick(random, [null, 'provider', 'recipient'] as const)
    })
  }
}

const may = ({ actor, action, artefact, context }: Case): boolean => decide(actor, action, artefact, context).allowed
const withActor = (one: Case, more: Partial<Actor>): Case => ({ ...one, actor: { ...one.actor, ...more } })
const withContext = (one: Case, more: Partial<DecisionContext>): Case => ({ ...one, context: { ...one.context, ...more } })
const isCivic = ({ actor }: Case): boolean => actor.side === 'civic'

/** Pairs of worlds where the second must never allow what the first refuses. */
const NEVER_MORE: Readonly<Record<string, (one: Case) => readonly [before: Case, after: Case]>> = {
  'R-17: a declared funder': (one) => [withActor(one, { isFunder: false }), withActor(one, { isFunder: true })],
  'R-34: an expired mandate': (one) => [withActor(one, { mandateExpired: false }), withActor(one, { mandateExpired: true })],
  'ABIL-5: an ended seat': (one) => [one, withActor(one, { seat: null })],
  'R-32: no invitation under M1': (one) => [withActor(one, { invitedByCivic: true }), withActor(one, { invitedByCivic: false })],
  'R-33: M0 beside M3': (one) => [withContext(one, { modality: 'M3' }), withContext(one, { modality: 'M0' })],
  'R-33: out of scope': (one) => [withContext(one, { outcome: null }), withContext(one, { outcome: 'out_of_scope' })],
  'R-33: not yet': (one) => [withContext(one, { outcome: 'citizen_data' }), withContext(one, { outcome: 'not_yet' })],
  'A-4: less than full read': (one) => [withContext(one, { registry: 'full_read' }), withContext(one, { registry: 'card' })],
  'ABIL-7: review': (one) => [withContext(one, { state: 'draft' }), withContext(one, { state: 'review' })],
  'ABIL-7: in force after frozen': (one) => [withContext(one, { state: 'frozen' }), withContext(one, { state: 'in_force' })],
  'ABIL-7: archived': (one) => [withContext(one, { state: 'in_force' }), withContext(one, { state: 'archived' })],
  'ABIL-3: somebody else’s': (one) => [withContext(one, { ownership: 'own' }), withContext(one, { ownership: 'other' })],
  'ABIL-6: not published': (one) => [withContext(one, { published: true }), withContext(one, { published: false })],
  'R-31: a seat that is kept': (one) => [
    withContext(one, { targetKept: null }),
    withContext(one, { targetKept: one.context.targetKept ?? 'voice' })
  ],
  'A-1: a later stage': (one) => [withContext(one, { stage: 'S1' }), withContext(one, { stage: 'S4' })],
  'A-5: not the named partner': (one) => [
    withContext(one, { namedPartner: null }),
    withContext(one, { namedPartner: one.actor.role === 'NSO' ? 'OSA' : 'NSO' })
  ]
}

describe('decide over random worlds (seed 32, 12 000 cases a property)', () => {
  const random = seeded(32)
  const cases = Array.from({ length: 12_000 }, () => randomCase(random))

  it('[ABIL-27] the cases reach every verb both ways', () => {
    for (const action of ACTIONS) {
      const answers = new Set(cases.filter((one) => one.action === action).map(may))
      expect([action, answers.size]).toEqual([action, 2])
    }
  })

  it.each(Object.keys(NEVER_MORE).filter((name) => !name.startsWith('A-5')))('[ABIL-27] %s never gives more', (name) => {
    const gained = cases.map(NEVER_MORE[name]!).filter(([before, after]) => may(after) && !may(before))
    expect(gained).toEqual([])
  })

  it('[ABIL-27] A-5: a state actor that is not the named partner gains nothing but the recorded opinion its column has instead of a vote', () => {
    const gained = cases.map(NEVER_MORE['A-5: not the named partner']!).filter(([before, after]) => may(after) && !may(before))
    expect(gained.filter(([{ action }]) => action !== 'opine')).toEqual([])
  })

  it('[ABIL-27] A-5: neither lead nor partner changes a civic seat’s answer', () => {
    const changed = cases
      .filter(isCivic)
      .filter(
        (one) =>
          may(withContext(one, { leadKind: 'OSA', namedPartner: 'OSA' })) !== may(withContext(one, { leadKind: null, namedPartner: null }))
      )
    expect(changed).toEqual([])
  })

  it('[ABIL-27] R-09, INV-5: a community that may know of a thing may always refuse it, but for another side’s principles', () => {
    const communities = cases
      .map((one): Case => ({ ...withActor(one, { ...seatOf('COM'), mandateExpired: one.actor.mandateExpired }), action: 'withdraw' }))
      .filter((one) => HIDDEN.every((rule) => rule(one) === null) && (one.artefact !== 'PRIN' || one.context.ownerSide === 'civic'))
    expect(communities.length).toBeGreaterThan(1000)
    expect(communities.filter((one) => !may(one))).toEqual([])
  })

  it('[ABIL-27] whoever may do anything may view', () => {
    const blind = cases.filter((one) => may(one) && !may({ ...one, action: 'view' }))
    expect(blind).toEqual([])
  })

  it('[ABIL-27] INV-1, INV-2, INV-4, INV-7: no context gives what the invariants forbid', () => {
    const powers: readonly Action[] = ['edit', 'approve', 'publish', 'manage-members', 'invite-party']
    const unlawful = cases.filter(may).filter(({ actor: { role, side }, action, artefact, context: { modality } }) => {
      const neutral = side === null && ['edit', 'approve', 'opine', 'sign', 'publish', 'withdraw'].includes(action)
      const civicAction = modality === 'M1' && (side === 'state' || side === 'other') && powers.includes(action)
      const civicDriven = modality === 'M2' && (side === 'state' || side === 'other') && action === 'approve'
      const log = artefact === 'APPR' && (action === 'edit' || action === 'edit-own')
      return neutral || civicAction || civicDriven || log || (role === 'CIT' && action === 'approve')
    })
    expect(unlawful).toEqual([])
  })
})
