import { numberOf } from './counted.js'

it('[OPS-51] one is one, and all others are many', () => {
  expect([0, 1, 2].map((count) => numberOf(count, 'row'))).toEqual(['0 rows', '1 row', '2 rows'])
  expect(numberOf(1, 'person', 'people') + numberOf(3, 'person', 'people')).toBe('1 person3 people')
})
