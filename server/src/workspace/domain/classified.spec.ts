import type { Actor, WorkspaceFacts } from '@roundtable/shared/ability'
import { type Classification, type DefinitionOutcome, type Role, sideOfRole } from '@roundtable/shared/framework'
import { type Answers, type Held, heldAfter, isSameHeld, testedBy } from './classified.js'
import type { VotingSeat } from './voters.js'

const CITIZENS = { modality: 'M1', leadKind: null, namedPartner: null } as const
const JOINT = { modality: 'M3', leadKind: null, namedPartner: 'NSO' } as const
const NEW: Held = { modality: 'M0', leadKind: null, namedPartner: null, outcome: null, paragraph: '' }
const said = (outcome: DefinitionOutcome | null, more: Partial<Classification> = {}): Classification => ({
  outcome,
  candidate: null,
  paragraph: '¶15',
  missing: [],
  ...more
})
const missing = (why: 'unanswered' | 'not_sure' | 'no') => [{ question: 'Q2' as const, side: 'civic' as const, why }]

describe('the first modality', () => {
  it('[DEF-20] is the candidate all agree on, once the test is answered through', () => {
    expect(heldAfter(NEW, said('citizen_data', { candidate: CITIZENS }))).toEqual({
      ...CITIZENS,
      outcome: 'citizen_data',
      paragraph: '¶15'
    })
    for (const why of ['not_sure', 'no'] as const)
      expect(heldAfter(NEW, said('not_yet', { candidate: JOINT, missing: missing(why) }))).toMatchObject({ ...JOINT, outcome: 'not_yet' })
    expect(heldAfter(NEW, said('not_yet', { candidate: JOINT, missing: missing('unanswered') }))).toMatchObject({ modality: 'M0' })
    expect(heldAfter(NEW, said('not_yet'))).toMatchObject({ modality: 'M0', outcome: 'not_yet' })
  })

  it('[DEF-42] is not given to an official collection before the other questions are answered', () => {
    const official = said('official_participation', { candidate: { ...JOINT, modality: 'M4', namedPartner: null } })
    expect(heldAfter(NEW, { ...official, missing: missing('unanswered') })).toMatchObject({
      modality: 'M0',
      outcome: 'official_participation'
    })
    expect(heldAfter(NEW, official)).toMatchObject({ modality: 'M4', outcome: 'official_participation' })
  })

  it('[DEF-20] is not given to what is out of scope: it can be tested again from the beginning (R-33)', () => {
    expect(heldAfter(NEW, said('out_of_scope', { candidate: JOINT }))).toMatchObject({ modality: 'M0', outcome: 'out_of_scope' })
  })
})

describe('while a modality holds', () => {
  const joint: Held = { ...JOINT, outcome: 'citizen_data', paragraph: '¶15' }

  it('[DEF-21] answers change the outcome alone', () => {
    for (const outcome of ['not_yet', 'out_of_scope'] as const)
      for (const candidate of [null, CITIZENS, JOINT])
        expect(heldAfter(joint, said(outcome, { candidate }))).toEqual({ ...JOINT, outcome, paragraph: '¶15' })
  })

  it('[DEF-21] answers that point at another modality are "not yet": moving there is a proposed change (R-16)', () => {
    expect(heldAfter(joint, said('citizen_data', { candidate: CITIZENS }))).toEqual({ ...JOINT, outcome: 'not_yet', paragraph: '¶13, ¶15' })
    const official = { modality: 'M4', leadKind: null, namedPartner: null } as const
    expect(heldAfter(joint, said('official_participation', { candidate: official })).outcome).toBe('not_yet')
    expect(heldAfter({ ...NEW, ...official }, said('official_participation', { candidate: official })).outcome).toBe(
      'official_participation'
    )
    const ministry = { ...JOINT, namedPartner: 'OSA' as const }
    expect(heldAfter(joint, said('citizen_data', { candidate: ministry })).outcome).toBe('not_yet')
    expect(heldAfter({ ...joint, namedPartner: null }, said('citizen_data', { candidate: ministry })).outcome).toBe('citizen_data')
    const university = { modality: 'M5', leadKind: 'OTH', namedPartner: null } as const
    expect(heldAfter({ ...NEW, modality: 'M5' }, said('citizen_data', { candidate: university })).outcome).toBe('citizen_data')
    expect(heldAfter({ ...NEW, ...university, leadKind: 'OSA' }, said('citizen_data', { candidate: university })).outcome).toBe('not_yet')
  })

  it('[DEF-21] when nobody who counts has said anything, what holds goes on', () => {
    expect(heldAfter(joint, said(null))).toBe(joint)
    expect(isSameHeld(joint, { ...joint })).toBe(true)
    for (const more of [{ outcome: 'not_yet' as const }, { paragraph: '¶9' }, { namedPartner: null }])
      expect(isSameHeld(joint, { ...joint, ...more })).toBe(false)
  })
})

describe('whose answers count', () => {
  const facts: WorkspaceFacts = { modality: 'M0', leadKind: null, namedPartner: null, outcome: null, registry: 'none' }
  const seat = (role: Role, more: Partial<Actor> = {}): VotingSeat => ({
    id: role,
    role,
    side: sideOfRole(role),
    name: role,
    organisation: null,
    organisationId: null,
    voiceOf: null,
    isSuspended: false,
    actor: {
      person: role,
      seat: role,
      side: sideOfRole(role),
      role,
      isFunder: false,
      mandateExpired: false,
      invitedByCivic: true,
      ...more
    }
  })
  const yes = (Q3: string): Answers => ({ Q1: 'yes', Q2: 'yes', Q3, Q4: 'yes', Q5: 'empowerment' })
  const test = (seats: readonly VotingSeat[], Q3: string, present = facts) =>
    testedBy(seats, present, (voice) => (seats.some(({ role, id }) => voice.endsWith(id) && role !== 'CIT') ? yes(Q3) : {}))

  it('[DEF-22] an other actor is heard, and counts where it would lead', () => {
    const seats = [seat('CSO'), seat('OTH')]
    const counted = ({ voices }: ReturnType<typeof test>) => voices.filter(({ counts }) => counts).map(({ side }) => side)
    expect(counted(test(seats, 'citizens'))).toEqual(['civic'])
    expect(counted(test(seats, 'other'))).toEqual(['civic', 'other'])
    expect(test(seats, 'other').classification).toMatchObject({ outcome: 'citizen_data', candidate: { modality: 'M5', leadKind: 'OTH' } })
    expect(test([seat('CSO')], 'other').classification.outcome).toBe('not_yet')
  })

  it('[DEF-22] a mandate that has run out does not count, an outcome takes nobody’s answer away', () => {
    expect(test([seat('CSO'), seat('NSO', { mandateExpired: true })], 'jointly_nso').classification.outcome).toBe('not_yet')
    const again = test([seat('CSO')], 'citizens', { ...facts, outcome: 'out_of_scope' })
    expect(again.classification.outcome).toBe('citizen_data')
  })

  it('[DEF-22] whoever is uninvited under civic action does not exist there, and keeps nothing open', () => {
    const present: WorkspaceFacts = { ...facts, modality: 'M1' }
    const { voices, classification } = test([seat('CSO'), seat('NSO', { invitedByCivic: false })], 'citizens', present)
    expect(voices.map(({ side }) => side)).toEqual(['civic'])
    expect(classification.outcome).toBe('citizen_data')
  })
})
