import { answerTo } from './worker-side.js'

const failing = (error: unknown) => (): never => {
  throw error
}

describe('[PROJ-21] what a worker says of its failure', () => {
  it.each([
    ['an error', new RangeError('our words'), 'the worker failed: RangeError'],
    ['something else', 'our words', 'the worker failed']
  ])('%s is told without its words', (_, error, told) => {
    expect(answerTo(7, null, failing(error), () => false)).toEqual({ id: 7, error: told })
  })

  it('a refusal of our own is told in its words', () => {
    expect(answerTo(7, null, failing(new Error('something is pending')), () => true)).toEqual({ id: 7, error: 'something is pending' })
  })
})
