import { ARTEFACTS, ROLES, sideOfRole, type Artefact, type Role } from '../framework/index.js'
import { contextOf, seatOf } from './actor.fixture.js'
import { decide } from './decide.js'
import { ACTIONS, type Action, type Actor, type DecisionContext } from './question.js'

const ask = (actor: Actor, action: Action, artefact: Artefact, more: Partial<DecisionContext> = {}) =>
  decide(actor, action, artefact, contextOf(more))
const allowedTo = (actor: Actor, artefact: Artefact, more: Partial<DecisionContext> = {}): Action[] =>
  ACTIONS.filter((action) => ask(actor, action, artefact, more).allowed)

describe('who decides in each modality', () => {
  const approvers = (artefact: Artefact, more: Partial<DecisionContext>): Role[] =>
    ROLES.filter((role) => ask(seatOf(role), 'approve', artefact, more).allowed)

  it('[ABIL-22] R-03: under M1 the civic side alone approves, and the others sign only as recipients of data', () => {
    for (const artefact of ['PROF', 'OBJ', 'METH', 'DSA', 'TASK', 'APPR', 'PUBL'] as const) {
      expect(approvers(artefact, { modality: 'M1' })).toEqual(['COM', 'CSO'])
    }
    const frozen = { modality: 'M1', state: 'frozen' } as const
    for (const role of ['NSO', 'OSA', 'OTH'] as const) {
      expect(ask(seatOf(role), 'sign', 'DSA', { ...frozen, signingAs: 'recipient' })).toMatchObject({ allowed: true, rule: 'R-03' })
      expect(ask(seatOf(role), 'sign', 'DSA', { ...frozen, signingAs: 'provider' })).toMatchObject({ allowed: false, rule: 'R-03' })
      expect(ask(seatOf(role), 'sign', 'DSA', frozen).allowed).toBe(false)
    }
    expect(ask(seatOf('COM'), 'sign', 'DSA', { ...frozen, signingAs: 'provider' }).allowed).toBe(true)
  })

  it('[ABIL-22] R-04, A-3: under M2 partners give opinions and sign for what they put in; none approves', () => {
    for (const artefact of ['PROF', 'OBJ', 'METH', 'DSA', 'TASK', 'APPR', 'PUBL'] as const) {
      expect(approvers(artefact, { modality: 'M2' })).toEqual(['COM', 'CSO'])
      expect(ask(seatOf('NSO'), 'opine', artefact, { modality: 'M2' })).toMatchObject({ allowed: true, rule: 'R-04' })
    }
    expect(ask(seatOf('NSO'), 'sign', 'DSA', { modality: 'M2', state: 'frozen' }).allowed).toBe(true)
  })

  it('[ABIL-22] R-05: under M3 both sides approve, and nobody besides', () => {
    for (const artefact of ['PROF', 'OBJ', 'METH', 'DSA', 'TASK', 'APPR', 'PUBL'] as const) {
      expect(approvers(artefact, { modality: 'M3' })).toEqual(['COM', 'CSO', 'NSO', 'OSA'])
      expect(approvers(artefact, { modality: 'M3', namedPartner: 'NSO' })).toEqual(['COM', 'CSO', 'NSO'])
    }
  })

  it('[ABIL-17] R-06, A-3: under M4 and M5 the initiator approves and the civic side with it, roadmap adoption included', () => {
    for (const artefact of ['PROF', 'OBJ', 'DSA', 'TASK', 'APPR', 'PUBL'] as const) {
      expect(approvers(artefact, { modality: 'M4' })).toEqual(['COM', 'CSO', 'NSO'])
      expect(approvers(artefact, { modality: 'M5' })).toEqual(['COM', 'CSO', 'OTH'])
    }
    expect(approvers('METH', { modality: 'M4', stage: 'S1', gate: 'method' })).toEqual(['COM', 'CSO', 'NSO'])
    expect(approvers('METH', { modality: 'M4', stage: 'S3' })).toEqual(['NSO'])
  })

  it('[ABIL-17] A-1: under M4 and M5 community and CSOs write the S1 plan whole, and only their parts of later ones', () => {
    for (const modality of ['M4', 'M5'] as const) {
      for (const role of ['COM', 'CSO'] as const) {
        expect(ask(seatOf(role), 'edit', 'METH', { modality, stage: 'S1' }).allowed).toBe(true)
        expect(ask(seatOf(role), 'edit', 'METH', { modality, stage: 'S2' }).allowed).toBe(false)
        expect(ask(seatOf(role), 'edit-own', 'METH', { modality, stage: 'S2', ownership: 'own' }).allowed).toBe(true)
        expect(ask(seatOf(role), 'edit', 'PUBL', { modality, stage: 'S1' }).allowed).toBe(false)
      }
      expect(ask(seatOf('CIT'), 'edit', 'METH', { modality, stage: 'S1' }).allowed).toBe(false)
      expect(ask(seatOf('OSA'), 'edit', 'METH', { modality, stage: 'S1' }).allowed).toBe(false)
    }
  })

  it('[ABIL-18] A-5: under M5 the lead’s letters are with whoever leads, and civic letters never move', () => {
    for (const artefact of ARTEFACTS) {
      const at = (role: Role, leadKind: 'OTH' | 'OSA' | null) =>
        allowedTo(seatOf(role), artefact, { modality: 'M5', leadKind, ownerSide: artefact === 'PRIN' ? sideOfRole(role) : null })
      expect(at('OSA', 'OSA')).toEqual(at('OTH', 'OTH'))
      expect(at('OTH', 'OSA')).toEqual(at('OSA', 'OTH'))
      expect(at('OTH', null)).toEqual(at('OTH', 'OTH'))
      for (const role of ['CIT', 'COM', 'CSO', 'NSO'] as const) expect(at(role, 'OSA')).toEqual(at(role, 'OTH'))
    }
    expect(ask(seatOf('OSA'), 'edit', 'OBJ', { modality: 'M5', leadKind: 'OSA' })).toMatchObject({
      allowed: true,
      paragraph: '¶12.1a, ¶20, ¶15.5'
    })
    expect(ask(seatOf('OTH'), 'edit', 'OBJ', { modality: 'M5', leadKind: 'OSA' }).allowed).toBe(false)
  })

  it('[ABIL-18] A-5: under M3 and M0 a state actor that is not the named partner stands as an other actor', () => {
    for (const modality of ['M0', 'M3'] as const) {
      for (const artefact of ARTEFACTS) {
        const at = (role: Role, namedPartner: 'NSO' | 'OSA' | null) =>
          allowedTo(seatOf(role), artefact, { modality, namedPartner, ownerSide: artefact === 'PRIN' ? sideOfRole(role) : null })
        expect(at('OSA', 'NSO')).toEqual(at('OTH', 'NSO'))
        expect(at('NSO', 'OSA')).toEqual(at('OTH', 'OSA'))
        expect(at('NSO', 'NSO')).toEqual(at('OSA', 'OSA'))
        expect(at('NSO', null)).toEqual(at('OSA', null))
        expect(at('COM', 'NSO')).toEqual(at('COM', null))
      }
    }
  })
})
