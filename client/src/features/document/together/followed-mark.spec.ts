import { FollowedMark } from './followed-mark.js'

describe('where the one who is followed writes', () => {
  it('[UI-382] is marked by their name and colour, in one place at a time, and nowhere afterwards', () => {
    const [first, second] = [document.createElement('div'), document.createElement('div')]
    const marks = () => [first, second].map(({ dataset }) => ({ ...dataset }))
    const mark = new FollowedMark()
    mark.put(first, { name: 'Amina', color: 7 })
    expect(marks()).toEqual([{ followed: 'Amina', person: '1' }, {}])
    mark.put(second, { name: 'Amina', color: 7 })
    expect(marks()).toEqual([{}, { followed: 'Amina', person: '1' }])
    mark.take()
    expect(marks()).toEqual([{}, {}])
  })
})
