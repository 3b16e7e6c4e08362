import { ARTEFACTS, DOCUMENT_KINDS, DOCUMENT_STATES, MODALITIES, ROLES } from '../framework/index.js'
import { contextOf, pick, seatOf, seeded } from './actor.fixture.js'
import { decide } from './decide.js'
import { artefactOf, liveRightOf } from './live-right.js'
import { BECAUSE_SENTENCES } from './reason.js'
import { WHO_DECIDES, whoDecides } from './who-decides.js'

describe('the right on the live door', () => {
  it('[ABIL-23] a kind of document follows the row of its artefact', () => {
    expect(DOCUMENT_KINDS.map((kind) => [kind, artefactOf(kind)])).toEqual([
      ['plain', 'OBJ'],
      ['objectives', 'OBJ'],
      ['agreement', 'DSA'],
      ['roadmap', 'TASK'],
      ['plan', 'METH'],
      ['principles', 'PRIN']
    ])
  })

  it('[ABIL-23] whoever edits the whole document edits; the reason is the cell', () => {
    expect(liveRightOf(seatOf('CIT'), 'objectives', contextOf({ state: 'draft' }))).toEqual({
      right: 'edit',
      because: { rule: 'A11', paragraph: '¶12.1a, ¶20, ¶15.3, T1e', sentence: 'ability.because.A11.edit.yes' }
    })
  })

  it('[ABIL-23] whoever edits only their own parts reads here, and is told why, even when the caller calls the document theirs', () => {
    for (const ownership of ['own', 'other'] as const) {
      const held = liveRightOf(seatOf('CIT'), 'roadmap', contextOf({ state: 'draft', ownership }))
      expect(held).toMatchObject({ right: 'view', because: { rule: 'ABIL-23', sentence: 'ability.because.ABIL-23' } })
    }
  })

  it.each(['review', 'frozen', 'in_force', 'archived'] as const)('[ABIL-23] %s opens the view and names the state', (state) => {
    for (const role of ['COM', 'FAC'] as const) {
      expect(liveRightOf(seatOf(role), 'agreement', contextOf({ state }))).toMatchObject({
        right: 'view',
        because: { sentence: `ability.because.ABIL-7.${state}` }
      })
    }
  })

  it('[ABIL-23] who would not write in any state is told about their role, not about the state', () => {
    expect(liveRightOf(seatOf('CIT'), 'agreement', contextOf({ state: 'frozen' })).because.sentence).toBe('ability.because.A11.edit.no')
    expect(liveRightOf(seatOf('OBS'), 'objectives', contextOf({ state: 'frozen' })).because.rule).toBe('INV-2')
  })

  it('[ABIL-28] whoever left views, at the live door, what they co-wrote, and is told that this is why', () => {
    const left = seatOf('CSO', { seat: null })
    const { right, because } = liveRightOf(left, 'plain', contextOf({ state: 'draft', coWritten: true }))
    expect([right, because.rule]).toEqual(['view', 'ABIL-28'])
  })

  it('[ABIL-23] without the right to view there is none, and no hint of more', () => {
    for (const ownership of ['own', 'other'] as const) {
      expect(liveRightOf(seatOf('SEC'), 'objectives', contextOf({ state: 'draft', ownership })).right).toBeNull()
    }
    expect(liveRightOf(seatOf('SEC'), 'objectives', contextOf({ state: 'in_force', published: true })).right).toBe('view')
    expect(liveRightOf(seatOf('NSO'), 'objectives', contextOf({ state: 'draft', privateTo: 'civic' }))).toMatchObject({
      right: null,
      because: { rule: 'R-20' }
    })
    expect(liveRightOf(seatOf('CIT', { seat: null }), 'plain', contextOf({ state: 'draft' })).right).toBeNull()
  })

  it('[ABIL-23] never gives more than decide() does for the whole document', () => {
    const random = seeded(7)
    for (let turn = 0; turn < 2000; turn += 1) {
      const actor = seatOf(pick(random, ROLES), {
        isFunder: random() < 0.3,
        seat: random() < 0.1 ? null : 'seat-1',
        invitedByCivic: random() < 0.5
      })
      const kind = pick(random, DOCUMENT_KINDS)
      const context = contextOf({
        modality: pick(random, MODALITIES),
        state: pick(random, DOCUMENT_STATES),
        ownerSide: pick(random, [null, 'civic', 'state'] as const),
        privateTo: pick(random, [null, null, 'civic'] as const),
        published: random() < 0.5
      })
      const { right } = liveRightOf(actor, kind, context)
      const may = (action: 'view' | 'edit'): boolean => decide(actor, action, artefactOf(kind), context).allowed
      expect(right).toBe(!may('view') ? null : may('edit') ? 'edit' : 'view')
    }
  })
})

describe('sentences for screens', () => {
  it('[ABIL-24] says who decides in words of the modality, but for principles, comments and later plans', () => {
    expect(whoDecides('OBJ', 'M3')).toBe('decides.M3')
    expect(whoDecides('PRIN', 'M3')).toBe('decides.PRIN')
    expect(whoDecides('COMM', 'M1')).toBe('decides.COMM')
    expect(whoDecides('METH', 'M4')).toBe('decides.M4.METH')
    expect(whoDecides('METH', 'M3')).toBe('decides.M3')
  })

  it('[ABIL-24] lists every key it can return, and none besides', () => {
    const said = new Set(ARTEFACTS.flatMap((artefact) => MODALITIES.map((modality) => whoDecides(artefact, modality))))
    expect([...said].sort()).toEqual([...WHO_DECIDES].sort())
  })

  it('[ABIL-4] lists no sentence twice', () => {
    expect(new Set(BECAUSE_SENTENCES).size).toBe(BECAUSE_SENTENCES.length)
    expect(BECAUSE_SENTENCES).toContain('ability.because.R-17')
  })
})
