import { Numbered } from './numbered.js'

describe('what nodes say, numbered', () => {
  it('[NODE-17] is heard once: neither the last message nor an older one is believed again', () => {
    const [here, there] = [new Numbered(), new Numbered()]
    const [first, second] = [there.number(Buffer.from('first')), there.number(Buffer.from('second'))]
    expect(here.read(first)?.toString()).toBe('first')
    expect(here.read(second)?.toString()).toBe('second')
    expect([here.read(first), here.read(second)]).toEqual([null, null])
    expect(here.read(there.number(Buffer.from('third')))?.toString()).toBe('third')
  })

  it('[NODE-17] each sender counts for itself, whoever reads its own included', () => {
    const [here, there] = [new Numbered(), new Numbered()]
    for (let message = 0; message < 5; message++) expect(here.read(there.number(Buffer.from('of there')))).not.toBeNull()
    const own = here.number(Buffer.from('of here'))
    expect(here.read(own)?.toString()).toBe('of here')
    expect(here.read(own)).toBeNull()
    expect(() => here.read(Buffer.from('short'))).toThrow('outside buffer bounds')
  })
})
