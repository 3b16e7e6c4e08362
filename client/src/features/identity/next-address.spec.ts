import { addressAfterSignIn, signInAddress } from './next-address.js'

describe('where signing in leads', () => {
  it('[UI-60] is back to the page that asked for it', () => {
    const address = signInAddress('/documents/1', '?clause=2')
    expect(addressAfterSignIn(new URL(address, 'https://round.example').searchParams)).toBe('/documents/1?clause=2')
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    '[UI-60] is never another site: %s',
    (next) => {
      expect(addressAfterSignIn(new URLSearchParams({ next }))).toBe('/')
    }
  )
})
