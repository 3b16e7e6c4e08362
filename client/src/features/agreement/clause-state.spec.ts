import type { Clause } from '@roundtable/shared/document'
import { clauseState, countAnswered } from './clause-state.js'

const EMPTY: Clause = { id: 'c', code: 'C08', heading: '', text: { type: 'doc', content: [] }, fields: {}, notArising: null }
const written: Clause['text'] = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nobody sells it.' }] }] }

describe('how far a clause is answered', () => {
  it.each([
    ['nothing is there', EMPTY, 'open'],
    ['only its text is written', { ...EMPTY, text: written }, 'begun'],
    ['only an optional field is', { ...EMPTY, fields: { reason: 'people asked for it' } }, 'begun'],
    ['every required field is', { ...EMPTY, fields: { prohibited: ['commercial'] } }, 'answered'],
    ['the parties agree that it does not arise', { ...EMPTY, notArising: 'no data leaves the village' }, 'not_arising'],
    ['a clause without required fields has a text', { ...EMPTY, code: 'C13', text: written }, 'answered'],
    ['an own clause has no text yet', { ...EMPTY, code: 'own' }, 'open'],
    ['an own clause has a text', { ...EMPTY, code: 'own', text: written }, 'answered']
  ] as const)('[UI-50] %s', (_, clause, expected) => {
    expect(clauseState(clause)).toBe(expected)
  })

  it('[UI-50] counts "does not arise" as an answer, and "begun" as none', () => {
    expect(countAnswered([EMPTY, { ...EMPTY, text: written }, { ...EMPTY, notArising: 'no' }])).toBe(1)
  })
})
