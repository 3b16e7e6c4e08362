import { Seal } from './seal.js'

const SECRET = 'a secret of the tests, forty characters!'

describe('what nodes tell each other', () => {
  const seal = new Seal(SECRET, 'here')
  const message = Buffer.from('words of somebody')

  it('[NODE-14] comes through whole, and is different bytes each time', () => {
    const [once, again] = [seal.close('a', message), seal.close('a', message)]
    expect(new Seal(SECRET, 'here').open('a', once)).toEqual(message)
    expect(once.equals(again)).toBe(false)
    expect(once.includes(message)).toBe(false)
  })

  it('[NODE-14] is believed of no other installation, on no other channel, and with no bit changed', () => {
    const sealed = seal.close('a', message)
    expect(() => seal.open('b', sealed)).toThrow()
    expect(() => new Seal(SECRET, 'a copy of it').open('a', sealed)).toThrow()
    expect(() => new Seal(`${SECRET}!`, 'here').open('a', sealed)).toThrow()
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => seal.open('a', changed)).toThrow()
    }
    expect(() => seal.open('a', sealed.subarray(0, 20))).toThrow()
    expect(new Seal(SECRET, 'a copy of it').namespace).not.toBe(seal.namespace)
  })
})
