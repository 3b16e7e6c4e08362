import { isSafeHref } from '@roundtable/shared/document'
import { addressFrom } from './address.js'

describe('an address as people type it', () => {
  it.each([
    ['example.org', 'https://example.org'],
    ['example.org/a?b=1', 'https://example.org/a?b=1'],
    [' https://example.org ', 'https://example.org'],
    ['mara@nso.example', 'mailto:mara@nso.example']
  ])('[UI-33] %s becomes %s', (typed, href) => {
    expect(addressFrom(typed)).toBe(href)
    expect(isSafeHref(addressFrom(typed))).toBe(true)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'just words', ''])('[UI-33] %s is not taken as a link', (typed) => {
    expect(isSafeHref(addressFrom(typed))).toBe(false)
  })
})
