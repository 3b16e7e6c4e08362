import { Askers } from './askers.js'

describe('how often somebody asks for what is read across their workspaces', () => {
  it('[WORK-59] more often than anybody types is too often, for them alone and for a moment', () => {
    const clock = { now: 0, monotonic: () => clock.now }
    const askers = new Askers(clock)
    const isAnswered = (personId: string): boolean => {
      try {
        askers.count(personId)
        return true
      } catch {
        return false
      }
    }
    const asked = Array.from({ length: 40 }, () => isAnswered('one'))
    expect(asked.filter((each) => each)).toHaveLength(30)
    expect(isAnswered('another')).toBe(true)
    clock.now = 200
    expect([isAnswered('one'), isAnswered('one')]).toEqual([true, false])
  })
})
