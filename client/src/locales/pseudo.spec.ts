import { IntlMessageFormat } from 'intl-messageformat'
import { pseudo } from './pseudo.js'

const MESSAGE = '{n, plural, one {# change is} other {# changes are}} only on {device}.'

describe('pseudo-locales', () => {
  it('[UI-5] make text about a third longer and mark both of its ends', () => {
    const long = pseudo('Sign in', 'long')
    expect(long.startsWith('⟦')).toBe(true)
    expect(long.endsWith('⟧')).toBe(true)
    expect(long).toContain('Šíğñ íñ')
    expect(long.length).toBeGreaterThanOrEqual('Sign in'.length * 1.35)
  })

  it('[UI-5] leave arguments and plural forms alone', () => {
    const spoken = new IntlMessageFormat(pseudo(MESSAGE, 'long'), 'en').format({ n: 3, device: 'A1' })
    expect(spoken).toContain('3 çħáñğéš ářé')
    expect(spoken).toContain('A1')
  })

  it('[UI-5] write each word from right to left in the mirrored one', () => {
    expect(pseudo('Sign in', 'mirrored')).toBe('\u202eSign\u202c \u202ein\u202c')
  })
})
