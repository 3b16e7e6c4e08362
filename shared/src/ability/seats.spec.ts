import { ARTEFACTS, MODALITIES, ROLES, SIDES, type Artefact, type Modality, type Role } from '../framework/index.js'
import { contextOf, seatOf } from './actor.fixture.js'
import { decide } from './decide.js'
import { ACTIONS, type Action, type Actor, type DecisionContext } from './question.js'

const ask = (actor: Actor, action: Action, artefact: Artefact, more: Partial<DecisionContext> = {}) =>
  decide(actor, action, artefact, contextOf(more))

describe('whose document it is', () => {
  const HOLDERS = ['CIT', 'COM', 'CSO', 'NSO', 'OSA', 'OTH', 'FAC'] as const

  it('[ABIL-13] A-2, R-18: nobody writes, files, judges, releases or withdraws another side’s principles', () => {
    for (const role of HOLDERS) {
      const actor = seatOf(role)
      for (const modality of MODALITIES) {
        for (const ownerSide of [...SIDES, null].filter((side) => side !== actor.side || side === null)) {
          for (const action of ['edit', 'edit-own', 'approve', 'opine', 'publish', 'withdraw'] as const) {
            expect(ask(actor, action, 'PRIN', { modality, ownerSide }).allowed).toBe(false)
          }
        }
      }
    }
    expect(ask(seatOf('NSO'), 'edit', 'PRIN', { ownerSide: 'civic' })).toMatchObject({ rule: 'A-2', paragraph: '¶18, ¶27, ¶39' })
  })

  it('[ABIL-13] A-2: one’s own side’s principles are written, filed and withdrawn as the matrix says, and all sides read them', () => {
    for (const action of ['edit', 'approve', 'publish', 'withdraw'] as const) {
      expect(ask(seatOf('COM'), action, 'PRIN', { ownerSide: 'civic' }).allowed).toBe(true)
      expect(ask(seatOf('NSO'), action, 'PRIN', { ownerSide: 'state' }).allowed).toBe(true)
    }
    expect(ask(seatOf('NSO'), 'view', 'PRIN', { ownerSide: 'civic' }).allowed).toBe(true)
    expect(ask(seatOf('NSO'), 'comment', 'PRIN', { ownerSide: 'civic' }).allowed).toBe(true)
    expect(ask(seatOf('CSO'), 'publish', 'PRIN', { modality: 'M4', ownerSide: 'civic' }).allowed).toBe(true)
  })

  it('[ABIL-13] one’s own contribution to another side’s principles can still be withdrawn', () => {
    expect(ask(seatOf('CIT'), 'withdraw', 'PRIN', { ownerSide: 'state', ownership: 'own' }).allowed).toBe(true)
  })

  it('[ABIL-13] any other document that belongs to one side is written by that side, and refused by the community as everything is', () => {
    expect(ask(seatOf('NSO'), 'edit', 'OBJ', { ownerSide: 'civic' })).toMatchObject({ allowed: false, rule: 'A-2' })
    expect(ask(seatOf('CSO'), 'edit', 'OBJ', { ownerSide: 'civic' }).allowed).toBe(true)
    expect(ask(seatOf('COM'), 'withdraw', 'OBJ', { ownerSide: 'state' }).allowed).toBe(true)
  })
})

describe('who fills which seat', () => {
  const manage = (role: Role, targetRole: Role, more: Partial<DecisionContext> = {}) =>
    ask(seatOf(role), 'manage-members', 'PROF', { targetRole, ...more })

  it('[ABIL-15] R-30: only the delegate reaches the delegate’s seat', () => {
    for (const modality of MODALITIES) {
      for (const role of ROLES) expect(manage(role, 'COM', { modality }).allowed).toBe(false)
      expect(manage('COM', 'COM', { modality, ownership: 'own' }).allowed).toBe(true)
      expect(manage('CSO', 'COM', { modality, ownership: 'own' }).allowed).toBe(false)
    }
    expect(manage('CSO', 'COM')).toMatchObject({ rule: 'R-30', paragraph: '¶26, ¶17.8' })
  })

  it('[ABIL-15] R-32: a side manages its own seats and no other side’s', () => {
    expect(manage('CSO', 'CIT').allowed).toBe(true)
    expect(manage('CSO', 'NSO')).toMatchObject({ allowed: false, sentence: 'ability.because.R-32.own-side' })
    expect(manage('NSO', 'OSA').allowed).toBe(true)
    expect(manage('NSO', 'CSO').allowed).toBe(false)
    expect(manage('OTH', 'OTH').allowed).toBe(true)
    expect(manage('CIT', 'CIT').allowed).toBe(false)
  })

  it('[ABIL-15] R-26: any side that manages its members may replace the facilitator; other seats without a side are the lead’s', () => {
    expect(manage('NSO', 'FAC', { modality: 'M2' }).allowed).toBe(true)
    expect(manage('COM', 'FAC', { modality: 'M4' }).allowed).toBe(true)
    expect(manage('NSO', 'OBS', { modality: 'M2' })).toMatchObject({ allowed: false, sentence: 'ability.because.R-32.lead' })
    expect(manage('COM', 'OBS', { modality: 'M2' }).allowed).toBe(true)
  })

  it('[ABIL-35] R-31, R-30: a counted voice of another organisation, and whoever is choosing a delegate, are out of reach', () => {
    for (const modality of MODALITIES) {
      for (const role of ROLES) {
        for (const targetRole of ROLES) {
          expect(manage(role, targetRole, { modality, targetKept: 'voice' }).allowed).toBe(false)
          expect(manage(role, targetRole, { modality, targetKept: 'community' }).allowed).toBe(false)
        }
      }
    }
    expect(manage('CSO', 'CSO', { targetKept: 'voice' })).toMatchObject({ rule: 'R-31', sentence: 'ability.because.R-31.voice' })
    expect(manage('CSO', 'CIT', { targetKept: 'community' })).toMatchObject({ rule: 'R-30', sentence: 'ability.because.R-30.choosing' })
    expect(manage('CSO', 'CSO', { targetKept: 'voice', ownership: 'own' }).allowed).toBe(true)
    expect(ask(seatOf('FAC'), 'manage-members', 'COMM', { targetKept: 'voice' }).allowed).toBe(true)
  })

  it('[ABIL-15] moderating comments is no matter of seats', () => {
    expect(ask(seatOf('FAC'), 'manage-members', 'COMM', { targetRole: 'COM' }).allowed).toBe(true)
  })

  const INVITERS: readonly (readonly [Modality, Partial<DecisionContext>, readonly Role[]])[] = [
    ['M0', {}, ['COM', 'CSO', 'NSO', 'OSA']],
    ['M1', {}, ['COM', 'CSO']],
    ['M2', {}, ['COM', 'CSO']],
    ['M3', { namedPartner: 'OSA' }, ['COM', 'CSO', 'OSA']],
    ['M4', {}, ['NSO']],
    ['M5', {}, ['OTH']],
    ['M5', { leadKind: 'OSA' }, ['OSA']]
  ]
  it.each(INVITERS)('[ABIL-16] R-32: under %s %j another party is invited by %j alone', (modality, more, inviters) => {
    expect(ROLES.filter((role) => ask(seatOf(role), 'invite-party', 'PROF', { modality, ...more }).allowed)).toEqual(inviters)
  })

  it('[ABIL-16] inviting is an act of the workspace’s profile and of nothing else', () => {
    const artefacts = ARTEFACTS.filter((artefact) => ask(seatOf('COM'), 'invite-party', artefact).allowed)
    expect(artefacts).toEqual(['PROF'])
  })
})

describe('what the definition test changes', () => {
  it('[ABIL-11] R-33: under M0 nobody publishes anything, and both sides decide as under M3', () => {
    for (const role of ROLES) {
      for (const artefact of ARTEFACTS) {
        const ownPart = { ownership: 'own', ownerSide: seatOf(role).side } as const
        expect(ask(seatOf(role), 'publish', artefact, { modality: 'M0', ...ownPart }).allowed).toBe(false)
      }
    }
    expect(ask(seatOf('COM'), 'publish', 'PUBL', { modality: 'M0' }).sentence).toBe('ability.because.R-33.release')
    expect(ROLES.filter((role) => ask(seatOf(role), 'approve', 'OBJ', { modality: 'M0' }).allowed)).toEqual(['COM', 'CSO', 'NSO', 'OSA'])
  })

  it('[ABIL-11] R-33: "not yet" keeps the candidate modality without release; a labelled participation keeps M4 whole', () => {
    for (const action of ACTIONS) {
      const settled = ask(seatOf('NSO'), action, 'PUBL', { modality: 'M4', outcome: 'citizen_data' }).allowed
      expect(ask(seatOf('NSO'), action, 'PUBL', { modality: 'M4', outcome: 'official_participation' }).allowed).toBe(settled)
      expect(ask(seatOf('NSO'), action, 'PUBL', { modality: 'M4', outcome: 'not_yet' }).allowed).toBe(settled && action !== 'publish')
    }
  })

  it('[ABIL-11] R-33: what is out of scope is read, and can still be withdrawn from', () => {
    const left = ACTIONS.filter((action) => ask(seatOf('COM'), action, 'DSA', { outcome: 'out_of_scope', state: 'frozen' }).allowed)
    expect(left).toEqual(['view', 'withdraw'])
    expect(ask(seatOf('COM'), 'edit', 'DSA', { outcome: 'out_of_scope' }).sentence).toBe('ability.because.R-33.out-of-scope')
  })
})
