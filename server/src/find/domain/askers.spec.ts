import { Askers } from './askers.js'

describe('how often somebody looks for something', () => {
  it('[WORK-59] more often than anybody types is too often, for them alone and for a moment', () => {
    const askers = new Askers()
    const asked = Array.from({ length: 40 }, () => askers.asks('one', 0))
    expect(asked.filter((each) => each)).toHaveLength(30)
    expect(askers.asks('another', 0)).toBe(true)
    expect([askers.asks('one', 200), askers.asks('one', 200)]).toEqual([true, false])
  })
})
