import { ARTEFACTS, MODALITIES, ROLES, sideOfRole, type Artefact } from '../framework/index.js'
import { contextOf, seatOf } from './actor.fixture.js'
import { decide } from './decide.js'
import { ACTIONS, type Action, type Actor, type DecisionContext } from './question.js'

const ask = (actor: Actor, action: Action, artefact: Artefact, more: Partial<DecisionContext> = {}) =>
  decide(actor, action, artefact, contextOf(more))
const allowedTo = (actor: Actor, artefact: Artefact, more: Partial<DecisionContext> = {}): Action[] =>
  ACTIONS.filter((action) => ask(actor, action, artefact, more).allowed)

describe('who may know of a thing', () => {
  it.each(ROLES)('[ABIL-5] %s without a seat, or after it ended, reads what is published and nothing else', (role) => {
    for (const modality of MODALITIES) {
      for (const artefact of ARTEFACTS) {
        expect(allowedTo(seatOf(role, { seat: null }), artefact, { modality, ownership: 'own' })).toEqual([])
        expect(allowedTo(seatOf(role, { seat: null }), artefact, { modality, published: true })).toEqual(['view'])
      }
    }
  })

  it.each(ROLES)('[ABIL-28] %s who left and kept reading views what they co-wrote, and does nothing else there', (role) => {
    for (const modality of MODALITIES) {
      for (const artefact of ARTEFACTS) {
        const left = seatOf(role, { seat: null, invitedByCivic: false })
        expect(allowedTo(left, artefact, { modality, coWritten: true, ownership: 'own', ownerSide: left.side })).toEqual(['view'])
        expect(ask(left, 'view', artefact, { modality, coWritten: true })).toMatchObject({ rule: 'ABIL-28', paragraph: '¶22, ¶30' })
      }
    }
  })

  it('[ABIL-28] what a side keeps to itself is closed to whoever left, co-written or not; for whoever is seated it changes nothing', () => {
    const left = seatOf('CSO', { seat: null })
    expect(allowedTo(left, 'OBJ', { coWritten: true, privateTo: 'civic' })).toEqual([])
    for (const role of ROLES) {
      for (const artefact of ARTEFACTS) {
        expect(allowedTo(seatOf(role), artefact, { coWritten: true })).toEqual(allowedTo(seatOf(role), artefact))
      }
    }
  })

  it('[ABIL-8] R-20: what a side keeps to itself is invisible to the others, to those without a side and to the secretariat’s full read', () => {
    for (const role of ROLES) {
      for (const artefact of ARTEFACTS) {
        const context = { privateTo: 'civic', published: true, registry: 'full_read', ownerSide: 'civic' } as const
        if (sideOfRole(role) === 'civic') expect(ask(seatOf(role), 'view', artefact, context).allowed).toBe(true)
        else expect(allowedTo(seatOf(role), artefact, context)).toEqual([])
      }
    }
    expect(ask(seatOf('NSO'), 'view', 'OBJ', { privateTo: 'civic' })).toMatchObject({ rule: 'R-20', paragraph: '¶39, ¶17.10' })
    expect(allowedTo(seatOf('CIT', { seat: null }), 'OBJ', { privateTo: 'civic', published: true })).toEqual([])
  })

  it('[ABIL-8] R-20: a side reads its own draft even where the matrix shows it published versions only', () => {
    expect(ask(seatOf('NSO'), 'view', 'PRIN', { modality: 'M1', privateTo: 'state', ownerSide: 'state' }).allowed).toBe(true)
    expect(ask(seatOf('NSO'), 'view', 'PRIN', { modality: 'M1', ownerSide: 'civic' }).allowed).toBe(false)
  })

  it.each(['NSO', 'OSA', 'OTH', 'OBS', 'FAC'] as const)(
    '[ABIL-9] A-4, R-32: under M1 %s takes part only when the civic side invited them',
    (role) => {
      const uninvited = seatOf(role, { invitedByCivic: false })
      for (const artefact of ARTEFACTS) {
        expect(allowedTo(uninvited, artefact, { modality: 'M1', ownership: 'own' })).toEqual([])
        expect(allowedTo(uninvited, artefact, { modality: 'M1', published: true })).toEqual(['view'])
        expect(allowedTo(uninvited, artefact, { modality: 'M2' })).toEqual(allowedTo(seatOf(role), artefact, { modality: 'M2' }))
      }
      expect(ask(seatOf(role), 'view', 'OBJ', { modality: 'M1' }).allowed).toBe(true)
    }
  )

  it('[ABIL-6] the small v shows what is published and what is one’s own; what cannot be seen cannot be acted on', () => {
    expect(ask(seatOf('SEC'), 'view', 'OBJ')).toMatchObject({ allowed: false, rule: 'ABIL-6' })
    expect(ask(seatOf('SEC'), 'view', 'OBJ', { published: true }).allowed).toBe(true)
    expect(ask(seatOf('SEC'), 'comment', 'TASK')).toMatchObject({ allowed: false, rule: 'ABIL-6' })
    expect(ask(seatOf('SEC'), 'comment', 'TASK', { published: true }).allowed).toBe(true)
    expect(ask(seatOf('SEC'), 'edit-own', 'TASK', { ownership: 'own' }).allowed).toBe(true)
  })

  it('[ABIL-19] R-21, A-4: full read, and no lesser setting, lets the secretariat read drafts', () => {
    for (const artefact of ARTEFACTS) {
      expect(ask(seatOf('SEC'), 'view', artefact, { registry: 'full_read' }).allowed).toBe(true)
      expect(ask(seatOf('SEC'), 'view', artefact, { registry: 'card_and_roadmap' }).allowed).toBe(false)
      expect(ask(seatOf('GST'), 'view', artefact, { registry: 'full_read' }).allowed).toBe(false)
      expect(ask(seatOf('SEC'), 'edit', artefact, { registry: 'full_read' }).allowed).toBe(false)
    }
  })

  it('[ABIL-21] R-35: a guest reads what is published and comments on it where the matrix has C', () => {
    const acts = ARTEFACTS.map((artefact) => [artefact, ...allowedTo(seatOf('GST'), artefact, { published: true })])
    const withComment = ['OBJ', 'METH', 'PRIN', 'COMM']
    expect(acts).toEqual(ARTEFACTS.map((artefact) => [artefact, 'view', ...(withComment.includes(artefact) ? ['comment'] : [])]))
    expect(ARTEFACTS.flatMap((artefact) => allowedTo(seatOf('GST'), artefact))).toEqual([])
  })
})
