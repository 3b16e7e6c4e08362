import { bySide, MOST_LISTED } from './listed-people.js'

const people = (side: 'civic' | 'state' | 'other', count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${side}${index}`, name: `${side} ${index}`, side, color: 0 }))

describe('who is here', () => {
  it('[UI-280] stands side by side, each side with how many it is', () => {
    const sides = bySide([...people('state', 2), ...people('civic', 3), { id: 'x', name: 'X', side: null, color: 0 }])
    expect(sides.map(({ side, total }) => [side, total])).toEqual([
      ['civic', 3],
      ['state', 2],
      [null, 1]
    ])
  })

  it.each([
    [5, 500, 5],
    [500, 500, 500],
    [0, 500, 1]
  ])('[UI-280] is never longer than the list may be, and leaves no side out (%d, %d, %d)', (civic, state, other) => {
    const sides = bySide([...people('civic', civic), ...people('state', state), ...people('other', other)])
    expect(sides.reduce((sum, { people: listed }) => sum + listed.length, 0)).toBe(MOST_LISTED)
    expect(sides.every(({ people: listed }) => listed.length > 0)).toBe(true)
  })
})
