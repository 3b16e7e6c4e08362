import { RoundtableError } from '@roundtable/shared/error'
import { fieldProblem, isSignedOut, sentenceOfError } from './error-sentence.js'
import { Unreachable } from './request.js'
import type { Translate } from '../locales/use-text.js'
import { startCatalogue } from '../locales/catalogue.js'

async function english(): Promise<Translate> {
  const catalogue = await startCatalogue('en')
  return (key, args) => catalogue.t(key, { ...args })
}

describe('what went wrong, in words', () => {
  it('[UI-7] says how long to wait', async () => {
    const t = await english()
    expect(sentenceOfError(new RoundtableError('sign_in_throttled', { seconds: 30 }), t)).toBe(
      'Too many attempts. Try again in 30 seconds.'
    )
  })

  it('[UI-7] names the field and the reason of bad input', async () => {
    const error = new RoundtableError('bad_input', {}, [{ field: 'email', reason: 'say who you are' }])
    expect(sentenceOfError(error, await english())).toBe('This cannot be used: email: say who you are.')
    expect(fieldProblem(error, 'email')).toBe('say who you are')
    expect(fieldProblem(error, 'password')).toBeUndefined()
  })

  it('[UI-97] tells a device without a network from a server that is silent', async () => {
    const network = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    expect(sentenceOfError(new Unreachable('no answer'), await english())).toContain('This device has no network')
    network.mockRestore()
  })

  it('[UI-204] says of an act without an answer that nothing was done, or that this is not known', async () => {
    const t = await english()
    expect(sentenceOfError(new Unreachable('no answer', true), t)).toContain('Whether this was done is not known')
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValueOnce(false)
    expect(sentenceOfError(new Unreachable('no answer', true), t)).toContain('Nothing was done')
  })

  it('[UI-7] tells a silent server from a refusal', async () => {
    const t = await english()
    expect(sentenceOfError(new Unreachable('no answer'), t)).toContain('does not answer')
    expect(sentenceOfError(new TypeError('x is undefined'), t)).not.toContain('x is undefined')
    expect(isSignedOut(new RoundtableError('not_signed_in'))).toBe(true)
    expect(isSignedOut(new RoundtableError('wrong_credentials'))).toBe(false)
  })
})
