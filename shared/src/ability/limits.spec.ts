import { ARTEFACTS, DOCUMENT_STATES, MODALITIES, ROLES, sideOfRole, type Artefact, type DocumentState } from '../framework/index.js'
import { contextOf, seatOf } from './actor.fixture.js'
import { decide } from './decide.js'
import { ACTIONS, type Action, type Actor, type DecisionContext } from './question.js'

const ask = (actor: Actor, action: Action, artefact: Artefact, more: Partial<DecisionContext> = {}) =>
  decide(actor, action, artefact, contextOf(more))
const allowedTo = (actor: Actor, artefact: Artefact, more: Partial<DecisionContext> = {}): Action[] =>
  ACTIONS.filter((action) => ask(actor, action, artefact, more).allowed)

describe('what the state of a text closes', () => {
  const ANSWERS: Readonly<Record<DocumentState, readonly Action[]>> = {
    draft: ['view', 'comment', 'suggest', 'edit', 'edit-own', 'approve', 'publish', 'withdraw'],
    review: ['view', 'comment', 'suggest', 'approve', 'publish', 'withdraw'],
    frozen: ['view', 'comment', 'approve', 'sign', 'publish', 'withdraw'],
    in_force: ['view', 'comment', 'approve', 'publish', 'withdraw'],
    archived: ['view', 'withdraw']
  }

  it.each(DOCUMENT_STATES)('[ABIL-7] %s leaves a partner exactly this of an agreement', (state) => {
    expect(allowedTo(seatOf('NSO'), 'DSA', { state })).toEqual(ANSWERS[state])
  })

  it('[ABIL-7] a closed text names its state as the reason', () => {
    for (const state of ['review', 'frozen', 'in_force', 'archived'] as const) {
      expect(ask(seatOf('COM'), 'edit', 'OBJ', { state }).sentence).toBe(`ability.because.ABIL-7.${state}`)
    }
  })

  it('[ABIL-7] comments stay open on a closed text until it is archived', () => {
    const own = { ownership: 'own' } as const
    expect(ask(seatOf('CIT'), 'edit-own', 'COMM', { state: 'frozen', ...own }).allowed).toBe(true)
    expect(ask(seatOf('CIT'), 'edit-own', 'COMM', { state: 'archived', ...own }).allowed).toBe(false)
    expect(ask(seatOf('FAC'), 'manage-members', 'COMM', { state: 'archived' }).allowed).toBe(true)
  })

  it('[ABIL-14] R-13: nothing but a frozen version is signed', () => {
    expect(ask(seatOf('CSO'), 'sign', 'DSA', { state: 'frozen' }).allowed).toBe(true)
    for (const state of [null, 'draft', 'review', 'in_force', 'archived'] as const) {
      expect(ask(seatOf('CSO'), 'sign', 'DSA', { state })).toMatchObject({ allowed: false, rule: 'R-13' })
    }
  })
})

describe('who the person is', () => {
  it('[ABIL-10] R-17: a leading funder neither writes nor approves objectives, method or publication', () => {
    const funder = seatOf('OTH', { isFunder: true })
    for (const artefact of ['OBJ', 'METH', 'PUBL'] as const) {
      for (const action of ['edit', 'edit-own', 'approve'] as const) {
        const context = { modality: 'M5', ownership: 'own', stage: 'S1', gate: 'method' } as const
        expect(ask(funder, action, artefact, context)).toMatchObject({ allowed: false, rule: 'R-17', paragraph: '¶17.1, ¶19' })
        expect(ask(seatOf('OTH'), action, artefact, context).allowed).toBe(true)
      }
    }
    expect(ask(funder, 'edit', 'DSA', { modality: 'M5' }).allowed).toBe(true)
  })

  it('[ABIL-10] R-17: a funder in any seat but observer or other actor reads and withdraws, no more', () => {
    for (const role of ROLES.filter((one) => one !== 'OTH' && one !== 'OBS')) {
      for (const artefact of ARTEFACTS) {
        const acts = allowedTo(seatOf(role, { isFunder: true }), artefact, {
          published: true,
          ownership: 'own',
          ownerSide: sideOfRole(role)
        })
        expect(acts.filter((action) => action !== 'view' && action !== 'withdraw')).toEqual([])
      }
    }
    expect(ask(seatOf('NSO', { isFunder: true }), 'edit', 'TASK')).toMatchObject({ allowed: false, sentence: 'ability.because.R-17.seat' })
  })

  it('[ABIL-10] R-17: an observing funder observes like any other', () => {
    const own = { ownership: 'own' } as const
    for (const artefact of ARTEFACTS) {
      expect(allowedTo(seatOf('OBS', { isFunder: true }), artefact, own)).toEqual(allowedTo(seatOf('OBS'), artefact, own))
    }
    expect(allowedTo(seatOf('OBS', { isFunder: true }), 'COMM', own)).toEqual(['view', 'comment', 'edit-own'])
  })

  it('[ABIL-12] R-34: an expired mandate takes away approving, signing, publishing and managing; refusing stays', () => {
    const lost: readonly Action[] = ['approve', 'sign', 'manage-members', 'invite-party', 'publish']
    for (const role of ['COM', 'CSO', 'NSO'] as const) {
      for (const artefact of ARTEFACTS) {
        for (const state of [null, 'frozen'] as const) {
          const context = { state, ownerSide: artefact === 'PRIN' ? sideOfRole(role) : null, ownership: 'own' } as const
          const before = allowedTo(seatOf(role), artefact, context)
          expect(allowedTo(seatOf(role, { mandateExpired: true }), artefact, context)).toEqual(
            before.filter((action) => !lost.includes(action))
          )
          expect(before).toContain('withdraw')
        }
      }
    }
    expect(ask(seatOf('COM', { mandateExpired: true }), 'approve', 'OBJ')).toMatchObject({ rule: 'R-34', paragraph: '¶26, ¶41' })
    // Somebody who never held the right is not told about a mandate.
    expect(ask(seatOf('CIT', { mandateExpired: true }), 'approve', 'OBJ').rule).toBe('R-05')
  })

  it('[ABIL-20] R-26: a facilitator runs the round and never votes', () => {
    for (const modality of MODALITIES) {
      for (const action of ['approve', 'opine', 'sign'] as const) {
        expect(ask(seatOf('FAC'), action, 'DSA', { modality, state: 'frozen' })).toMatchObject({ allowed: false, rule: 'R-26' })
      }
    }
  })

  it.each(['FAC', 'SEC', 'OBS', 'GST'] as const)(
    '[ABIL-20] INV-2: %s is told that neutral seats keep out of what sides write and decide',
    (role) => {
      expect(ask(seatOf(role), 'edit', 'OBJ', { published: true })).toMatchObject({ allowed: false, rule: 'INV-2', paragraph: '¶19' })
      expect(ask(seatOf(role), 'withdraw', 'OBJ', { ownership: 'own' })).toMatchObject({ allowed: false, rule: 'INV-2' })
    }
  )
})
