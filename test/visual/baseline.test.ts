import { accept, compare, type Seen } from './baseline.js'

const seen = (file: string, grid = 'z'.repeat(144), height = 800): Seen => ({ file, width: 320, height, grid })

describe('what was accepted', () => {
  test('[UI-257] drawn by the same hand, a picture is the same or it has changed; one that nobody accepted is new', () => {
    expect(compare(seen('a'), seen('a'), true)).toBe('same')
    expect(compare(seen('a'), seen('b'), true)).toBe('changed')
    expect(compare(undefined, seen('a'), true)).toBe('new')
  })

  test('[UI-257] drawn by another hand, only what is seen from far away counts', () => {
    expect(compare(seen('a'), seen('b'), false)).toBe('same')
    expect(compare(seen('a'), seen('b', '0'.repeat(144)), false)).toBe('changed')
    expect(compare(seen('a'), seen('b', 'z'.repeat(144), 1200), false)).toBe('changed')
  })

  test('[UI-257] accepting some screens leaves the others’ pictures; accepting all leaves none that is gone', () => {
    const before = { drawnBy: 'us', pictures: { one: seen('a'), two: seen('b') } }
    const now = { drawnBy: 'us', pictures: { two: seen('c') } }
    expect(accept(before, now, true).pictures).toEqual({ one: seen('a'), two: seen('c') })
    expect(accept(before, now, false).pictures).toEqual({ two: seen('c') })
    expect(() => accept(before, { ...now, drawnBy: 'others' }, true)).toThrow('accept all, or none')
  })
})
