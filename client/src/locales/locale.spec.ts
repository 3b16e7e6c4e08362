import { offeredLocales } from './locale.js'

describe('the languages that are offered', () => {
  it('[UI-94] are those there are; the pseudo-locales only while building, or to whoever has asked for one', () => {
    expect(offeredLocales('en', true)).toEqual(['en'])
    expect(offeredLocales('en', false)).toEqual(['en', 'en-XA', 'ar-XB'])
    expect(offeredLocales('ar-XB', true)).toEqual(['en', 'en-XA', 'ar-XB'])
  })
})
