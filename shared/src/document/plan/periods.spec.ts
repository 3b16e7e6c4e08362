import { answerState } from '../answer-state.js'
import { planQuestions } from './questions.js'

const TEXT = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Each week.' }] }] } as const

describe('the periods of a plan', () => {
  it.each([
    ['S2', 'method', { from: '2027-03-02', until: '2027-03-01' }, 'begun'],
    ['S2', 'method', { from: '2027-03-02', until: '2027-03-02' }, 'answered'],
    ['S3', 'dataset', { title: 'Water', access: 'open', periodFrom: '2027-01-01', periodUntil: '2026-12-31' }, 'begun'],
    ['S3', 'dataset', { title: 'Water', access: 'open', periodUntil: '2026-12-31' }, 'answered']
  ] as const)('[DOC-69] one that ends before it begins is no answer: %s, %s, %o', (stage, code, fields, expected) => {
    const question = planQuestions(stage).find((one) => one.code === code)!
    expect(answerState({ fields, text: TEXT, notArising: null }, question.fields)).toBe(expected)
  })
})
