import { DEFINITION_QUESTIONS, DEFINITION_VALUES, type Side } from '@roundtable/shared/framework'
import { NEXT_ACTIONS, type DefinitionView } from '@roundtable/shared/protocol'
import { isMessageKey } from '../../../locales/catalogue.js'
import { draftOf, evidenceOf, problemsOf, readDraft } from './answer-draft.js'
import { inOrder, questionAfter, questionsOf, sideStates, type Voice } from './definition.js'

const t = (key: string) => key

function voice(side: Side, answers: Readonly<Record<string, string>>, more: Partial<Voice> = {}): Voice {
  const given = Object.entries(answers).map(([question, value]) => ({
    question: question as Voice['answers'][number]['question'],
    value,
    reason: 'so',
    evidence: [],
    frameworkVersion: '1.0',
    answeredBy: 'Somebody',
    answeredAt: '2026-11-28T10:00:00Z'
  }))
  return {
    key: `${side}/${JSON.stringify(answers)}`,
    name: side,
    side,
    counts: true,
    hasLeft: false,
    isMine: false,
    answers: given,
    ...more
  }
}
const viewOf = (...voices: Voice[]): DefinitionView => ({
  frameworkVersion: '1.0',
  voices,
  classification: { outcome: null, candidate: null, paragraph: '', missing: [] }
})

describe('the questions', () => {
  it('[UI-103] every question, answer and next action has plain words, and every question its paragraph’s words', () => {
    const keys = DEFINITION_QUESTIONS.flatMap((question) => [
      ...['', '.help', '.why', '.quote'].map((end) => `definition.${question}${end}`),
      ...DEFINITION_VALUES[question].map((value) => `definition.${question}.${value}`)
    ])
    expect([...keys, ...NEXT_ACTIONS.map((action) => `next.${action}`)].filter((key) => !isMessageKey(key))).toEqual([])
  })

  it('[UI-104] Q4 arises where somebody says that others than citizens lead; the next question is one that arises', () => {
    const citizens = viewOf(voice('civic', { Q3: 'citizens' }))
    expect(questionsOf(citizens)).toEqual(['Q1', 'Q2', 'Q3', 'Q5', 'Q6'])
    expect(questionAfter(citizens, 'Q3')).toBe('Q5')
    const office = viewOf(voice('civic', { Q3: 'citizens' }), voice('state', { Q3: 'nso' }))
    expect(questionAfter(office, 'Q3')).toBe('Q4')
    expect(questionAfter(office, 'Q6')).toBeNull()
    expect(questionsOf(viewOf(voice('civic', { Q3: 'citizens' }), voice('state', { Q3: 'nso' }, { hasLeft: true })))).not.toContain('Q4')
  })

  it('[UI-105] the civic side stands first, and within a side whoever counts', () => {
    const heard = voice('civic', {}, { key: 'heard', counts: false })
    const order = inOrder([voice('other', {}), voice('state', {}), heard, voice('civic', {}, { key: 'counted' })])
    expect(order.map(({ side, counts }) => `${side} ${counts}`)).toEqual(['civic true', 'civic false', 'state true', 'other true'])
  })

  it('[UI-105] a side is as far as the voices that decide for it; those only heard are not counted', () => {
    const view = viewOf(
      voice('civic', { Q1: 'yes' }),
      voice('civic', {}, { key: 'two' }),
      voice('civic', { Q1: 'no' }, { key: 'three', counts: false })
    )
    expect(sideStates(view, 'Q1')).toEqual([{ side: 'civic', answered: 1, total: 2 }])
  })
})

describe('an answer while it is written', () => {
  it('[UI-106] needs a choice, and a reason unless one is not sure yet', () => {
    expect(Object.keys(problemsOf(draftOf(undefined), t))).toEqual(['value', 'reason'])
    expect(problemsOf({ value: 'not_sure', reason: '', evidence: '' }, t)).toEqual({})
    expect(Object.keys(problemsOf({ value: 'yes', reason: '  ', evidence: '' }, t))).toEqual(['reason'])
  })

  it('[UI-106] reads evidence as one piece a line, and says when there are too many', () => {
    expect(evidenceOf({ value: 'yes', reason: 'so', evidence: ' one \n\n two' })).toEqual(['one', 'two'])
    const lines = Array.from({ length: 21 }, (_, index) => `line ${index}`).join('\n')
    expect(Object.keys(problemsOf({ value: 'yes', reason: 'so', evidence: lines }, t))).toEqual(['evidence'])
  })

  it.each([null, 'yes', {}, { value: 1, reason: '', evidence: '' }])('[UI-107] takes nothing that it did not keep itself: %j', (kept) => {
    expect(readDraft(kept)).toBeNull()
  })
})
