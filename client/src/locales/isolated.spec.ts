import en from './en.json'
import { isolated } from './isolated.js'

const FSI = '\u2068'
const PDI = '\u2069'

describe('what a sentence is filled with', () => {
  it('[UI-443] is set apart where it is written in the other direction', () => {
    expect(isolated({ name: 'أحمد', at: '29 November 2026', n: 3 }, 'ltr')).toEqual({
      name: `${FSI}أحمد${PDI}`,
      at: '29 November 2026',
      n: 3
    })
    expect(isolated({ name: 'Tomás Reyes', at: '29 نوفمبر 2026', n: 3 }, 'rtl')).toEqual({
      name: `${FSI}Tomás Reyes${PDI}`,
      at: `${FSI}29 نوفمبر 2026${PDI}`,
      n: 3
    })
    expect(isolated({ name: '' }, 'rtl')).toEqual({ name: '' })
    expect(isolated(undefined, 'rtl')).toEqual({})
  })

  it('[UI-443] leaves the choices of a message what they are', () => {
    const choices = Object.values(en).flatMap((message) => [...message.matchAll(/\{\w+, select,((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g)])
    const words = choices.flatMap(([, choice = '']) => [...choice.matchAll(/(\w+) \{/g)].map(([, word]) => word!))
    expect(words).toContain('yes')
    for (const word of words) expect(isolated({ word }, 'rtl')).toEqual({ word })
  })
})
