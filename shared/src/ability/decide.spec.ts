import { ARTEFACTS, MODALITIES, ROLES, sideOfRole, type Artefact, type Role } from '../framework/index.js'
import { contextOf, seatOf } from './actor.fixture.js'
import { CELLS, COLUMNS } from './cells.js'
import { decide } from './decide.js'
import { ACTIONS, type Action, type DecisionContext } from './question.js'
import { BECAUSE_SENTENCES, ruleOfSentence } from './reason.js'

/** A question that nothing but the cell decides: a published thing of one's own, of one's own side, at the moment each verb has. */
function plainContext(role: Role, action: Action, artefact: Artefact): Partial<DecisionContext> {
  const own = { published: true, ownership: 'own', ownerSide: artefact === 'PRIN' ? sideOfRole(role) : null } as const
  if (action === 'approve') return { ...own, stage: 'S1', gate: 'method' }
  if (action === 'sign') return { ...own, state: 'frozen', signingAs: 'recipient' }
  return own
}

/** Which letters of a cell, as written in the table, give a verb in that question. */
const WRITTEN: Readonly<Record<Exclude<Action, 'invite-party'>, RegExp>> = {
  view: /[Vv]/,
  comment: /C/,
  suggest: /S/,
  edit: /E/,
  'edit-own': /[Ee]/,
  approve: /A/,
  opine: /o/,
  sign: /G/,
  'manage-members': /M/,
  publish: /[Pp]/,
  withdraw: /[Ww]/
}
const VERBS = ACTIONS.filter((action): action is keyof typeof WRITTEN => action !== 'invite-party')

describe('decide', () => {
  it.each(ARTEFACTS)('[ABIL-3] answers every verb in every cell of %s as the table is written', (artefact) => {
    const answers = ROLES.flatMap((role) =>
      COLUMNS.flatMap((modality, column) =>
        VERBS.map((action) => {
          const cell = CELLS[artefact][role].split(/\s+/)[column] ?? ''
          // a facilitator has no side, so no assessment is theirs to write.
          const isScribeOfPrinciples = artefact === 'PRIN' && role === 'FAC' && action === 'edit-own'
          const { allowed } = decide(seatOf(role), action, artefact, contextOf({ modality, ...plainContext(role, action, artefact) }))
          return { question: `${role} ${action} ${modality} (${cell})`, allowed, law: WRITTEN[action].test(cell) && !isScribeOfPrinciples }
        })
      )
    )
    expect(answers).toHaveLength(550)
    expect(answers.filter(({ allowed, law }) => allowed !== law)).toEqual([])
  })

  it('[ABIL-3] small letters reach only what is one’s own; capitals reach all', () => {
    const others = contextOf({ modality: 'M4', ownership: 'other' })
    const own = contextOf({ modality: 'M4', ownership: 'own' })
    expect(decide(seatOf('COM'), 'edit-own', 'TASK', others).allowed).toBe(true)
    expect(decide(seatOf('CIT'), 'edit-own', 'TASK', others).allowed).toBe(false)
    expect(decide(seatOf('CIT'), 'edit-own', 'TASK', own).allowed).toBe(true)
    expect(decide(seatOf('CIT'), 'withdraw', 'TASK', others).allowed).toBe(false)
    expect(decide(seatOf('CIT'), 'withdraw', 'TASK', own)).toMatchObject({ allowed: true, rule: 'R-11' })
    expect(decide(seatOf('COM'), 'withdraw', 'TASK', others)).toMatchObject({ allowed: true, rule: 'R-09', paragraph: '¶26, ¶17.8' })
  })

  it('[ABIL-3] A1 counts at the design gate of S1 and nowhere else', () => {
    const approve = (more: Partial<DecisionContext>) =>
      decide(seatOf('COM'), 'approve', 'METH', contextOf({ modality: 'M4', ...more })).allowed
    expect(approve({ stage: 'S1', gate: 'method' })).toBe(true)
    expect(approve({ stage: 'S1', gate: 'access' })).toBe(true)
    expect(approve({ stage: 'S1', gate: null })).toBe(false)
    expect(approve({ stage: 'S1', gate: 'release' })).toBe(false)
    expect(approve({ stage: 'S2', gate: 'method' })).toBe(false)
    expect(approve({ stage: null, gate: 'method' })).toBe(false)
  })

  it('[ABIL-4] every answer names a rule, a paragraph and a sentence of the catalogue that carries the rule’s id (R-29)', () => {
    const answers = MODALITIES.flatMap((modality) =>
      ROLES.flatMap((role) =>
        ACTIONS.flatMap((action) => ARTEFACTS.map((artefact) => decide(seatOf(role), action, artefact, contextOf({ modality }))))
      )
    )
    expect(answers.filter(({ paragraph }) => !/^(¶[\d.]+[a-d]?|T1[a-e]|Ax)(, (¶[\d.]+[a-d]?|T1[a-e]|Ax))*$/.test(paragraph))).toEqual([])
    expect(answers.filter(({ rule, sentence }) => !BECAUSE_SENTENCES.includes(sentence) || ruleOfSentence(sentence) !== rule)).toEqual([])
  })

  it('[ABIL-4] the matrix’s own answers cite the cell that was read', () => {
    expect(decide(seatOf('COM'), 'sign', 'DSA', contextOf({ modality: 'M3', state: 'frozen' }))).toEqual({
      allowed: true,
      rule: 'A11',
      paragraph: '¶12.1d, ¶24, ¶15.3, T1e, ¶26',
      sentence: 'ability.because.A11.sign.yes'
    })
  })
})
