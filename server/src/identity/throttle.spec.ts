import type { Config } from '../config/index.js'
import { SignInAttemptStore } from './sign-in-attempt.store.js'
import { Throttle } from './throttle.js'

/** A database in which tries wait for each other until the test lets them on. */
class HeldAttempts extends SignInAttemptStore {
  readonly entered: (() => void)[] = []

  override enter(): Promise<number> {
    return new Promise((resolve) => this.entered.push(() => resolve(0)))
  }
  override takeBack(): Promise<void> {
    return Promise.resolve()
  }
  override clean(): Promise<number> {
    return Promise.resolve(0)
  }
}

describe('tries that come at once', () => {
  const attempts = new HeldAttempts()
  const throttle = new Throttle(attempts, { sessionSecret: 'a secret' } as Config)
  const tryAs = (name: string, address: string): Promise<string> =>
    throttle.guard(name, address, () => Promise.resolve('let in'), 'wrong_credentials').catch(({ code }: { code: string }) => code)

  it('[HTTP-25] a flood of them at one name takes one place, bounds its own line, and keeps nobody else waiting', async () => {
    const flood = Array.from({ length: 600 }, (_, each) => tryAs('noor', `203.0.113.${each % 250}`))
    const others = [tryAs('amadou', '198.51.100.1'), tryAs('asel', '198.51.100.2')]
    await new Promise(setImmediate)
    expect(attempts.entered).toHaveLength(3)
    attempts.entered.splice(1).forEach((letOn) => letOn())
    expect(await Promise.all(others)).toEqual(['let in', 'let in'])
    const answers = Promise.all(flood)
    while (attempts.entered.length > 0) {
      attempts.entered.shift()?.()
      await new Promise(setImmediate)
    }
    const codes = await answers
    expect([codes.filter((code) => code === 'let in').length, codes.filter((code) => code === 'sign_in_throttled').length]).toEqual([
      31, 569
    ])
  })
})
