import type { Clause } from '@roundtable/shared/document'
import { clauseState, nextOpenAfter, readinessOf } from './clause-state.js'

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

  it.each([
    ['the end is before the start', { end: '2026-12-31' }, 'begun'],
    ['the review is before the start', { reviewOn: '2026-12-31' }, 'begun'],
    ['both are on the day it starts', { end: '2027-01-01', reviewOn: '2027-01-01' }, 'answered']
  ])('[DOC-69] a day that is before the one it follows is no answer: %s', (_, days, expected) => {
    const fields = { start: '2027-01-01', end: '2029-01-01', reviewOn: '2028-01-01', ...days }
    const clause = { ...EMPTY, code: 'C41', fields, text: written }
    expect(clauseState(clause)).toBe(expected)
    expect(clauseState({ ...clause, notArising: 'no' })).toBe('not_arising')
  })

  it('[UI-50] counts "does not arise" as an answer, and "begun" as none', () => {
    expect(readinessOf([EMPTY, { ...EMPTY, text: written }, { ...EMPTY, notArising: 'no' }])).toMatchObject({ answered: 1 })
  })
})

describe('the next clause to answer', () => {
  const clause = (id: string, code: string, more: Partial<Clause> = {}): Clause => ({ ...EMPTY, id, code, ...more })
  it('[UI-141] is the next in the order they are read that is open or begun, and none when all the others are answered', () => {
    const answered = { notArising: 'no' }
    const list = [clause('a', 'C33'), clause('b', 'C02'), clause('c', 'C09', answered), clause('d', 'C08')]
    const next = (id: string) =>
      nextOpenAfter(
        list,
        list.find((one) => one.id === id)!
      )?.id
    expect(['b', 'c', 'd', 'a'].map(next)).toEqual(['d', 'd', 'a', 'b'])
    expect(nextOpenAfter([clause('a', 'C33'), clause('b', 'C02', answered)], clause('a', 'C33'))).toBeNull()
  })
})

describe('how far an agreement is', () => {
  const clause = (id: string, code: string, more: Partial<Clause> = {}): Clause => ({ ...EMPTY, id, code, ...more })
  const ids = (clauses: readonly Clause[]) => clauses.map(({ id }) => id)

  it('[UI-300] required is what every agreement answers and what an answer calls for; optional and own clauses are not', () => {
    const list = [clause('a', 'C27'), clause('b', 'C02'), clause('c', 'own'), clause('d', 'C05')]
    expect(ids(readinessOf(list).lacking)).toEqual(['b'])
    const calling = clause('e', 'C06', { fields: { communityAuthority: true } })
    expect(ids(readinessOf([...list, calling]).lacking)).toEqual(['b', 'd', 'e'])
  })

  it('[UI-300] the first open clause is the first as they are read, required or not, and none when all are answered', () => {
    const answered = { notArising: 'no' }
    expect(readinessOf([clause('a', 'C33'), clause('b', 'C05')]).firstOpen?.id).toBe('b')
    expect(readinessOf([clause('b', 'C02', answered)])).toMatchObject({ answered: 1, lacking: [], firstOpen: null })
  })

  it('[UI-381] what is left before it is signed is one list: what is open, and what is not there yet, with the answer that calls for it', () => {
    const list = [clause('a', 'C27'), clause('b', 'C02', { notArising: 'no' }), clause('c', 'own')]
    const { answered, total, left } = readinessOf(list)
    expect([answered, total - answered]).toEqual([1, left.length])
    expect(left.filter((one) => one.clause).map(({ code }) => code)).toEqual(['C27', 'own'])
    expect(left.find(({ code }) => code === 'C05')).toBeUndefined()
    const calling = clause('e', 'C06', { fields: { communityAuthority: true } })
    const after = readinessOf([...list, calling])
    expect(after.left.find(({ code }) => code === 'C05')?.because).toEqual({ clause: 'C06', field: 'communityAuthority' })
    // C06 was among what was left; C05 and C28 came, and it is not answered yet itself.
    expect([after.answered, after.total]).toEqual([1, total + 2])
    expect(readinessOf([...list, calling, clause('f', 'C05')]).total).toBe(after.total)
  })
})
