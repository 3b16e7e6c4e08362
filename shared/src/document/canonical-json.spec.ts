import { canonicalJson } from './index.js'

describe('canonical JSON', () => {
  test('[DOC-7] keys are ordered by UTF-16 code units at every level and nothing is padded', () => {
    // The key order of RFC 8785 §3.2.3.
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map(([, digit]) => digit)).toEqual(['2', '4', '6', '7', '1', '5', '3'])
    expect(canonicalJson({ b: [{ z: null, a: true }], a: '\n"' })).toBe('{"a":"\\n\\"","b":[{"a":true,"z":null}]}')
  })

  test('[DOC-7] undefined properties are left out and minus zero is zero', () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}')
  })

  test.each([
    ['a fraction', { a: [1, 0.5] }, '$.a[1]'],
    ['a number that is not exact', { a: 2 ** 53 }, '$.a'],
    ['no number', Number.NaN, '$'],
    ['a function', { a: () => 1 }, '$.a'],
    ['an undefined item', [undefined], '$[0]'],
    ['a date', { at: new Date(0) }, '$.at']
  ])('[DOC-7] %s has no canonical text and is refused by its place', (_, value, field) => {
    expect(() => canonicalJson(value)).toThrow(` ${field}: `)
  })

  test('[DOC-7] a value nested without end is refused instead of overflowing', () => {
    const value: { self?: unknown } = {}
    value.self = value
    expect(() => canonicalJson(value)).toThrow('deep')
  })
})
