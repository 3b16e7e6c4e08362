import { hashSync } from '@node-rs/argon2'
import { PasswordHasher } from './password-hasher.js'

it('[ID-3] knows a secret from another by its hash, and salts: two hashes of one secret differ', async () => {
  const hasher = new PasswordHasher()
  const [one, two] = await Promise.all([hasher.hash('seven herons'), hasher.hash('seven herons')])
  expect(one).not.toBe(two)
  expect(await Promise.all([hasher.verify(one, 'seven herons'), hasher.verify(two, 'seven heron')])).toEqual([true, false])
})

it('[ID-2] compares with a hash of today’s cost where there is none, and never finds a match', async () => {
  const hasher = new PasswordHasher({ atOnce: 1, mostWaiting: 10 })
  const order: string[] = []
  const real = await hasher.hash('seven herons')
  await Promise.all([
    hasher.verify(real, 'a guess').then((matches) => order.push(`real ${matches}`)),
    hasher.verify(null, 'a guess').then((matches) => order.push(`none ${matches}`)),
    hasher.verify(real, 'seven herons').then((matches) => order.push(`real ${matches}`))
  ])
  // One at a time and in line: the comparison with nothing took its turn like the others.
  expect(order).toEqual(['real false', 'none false', 'real true'])
})

it('[ID-8] hashes only so many at once; the others wait in line, and a full line says so', async () => {
  const hasher = new PasswordHasher({ atOnce: 1, mostWaiting: 3 })
  const finished: number[] = []
  const all = [0, 1, 2, 3].map((n) => hasher.hash(`secret ${n}`).then(() => finished.push(n)))
  expect(hasher.isOverloaded).toBe(true)
  await Promise.all(all)
  expect([finished, hasher.isOverloaded]).toEqual([[0, 1, 2, 3], false])
})

it('[ID-8] goes on after a hash that cannot be read', async () => {
  const hasher = new PasswordHasher({ atOnce: 1, mostWaiting: 3 })
  await expect(hasher.verify('not a hash', 'secret')).rejects.toThrow()
  expect(await hasher.verify(await hasher.hash('secret'), 'secret')).toBe(true)
})

it.each([
  [{ memoryCost: 19_456, timeCost: 2, parallelism: 1 }, false],
  [{ memoryCost: 8192, timeCost: 2, parallelism: 1 }, true],
  [{ memoryCost: 19_456, timeCost: 1, parallelism: 1 }, true],
  [{ memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 1 }, true]
])('[ID-3] sees whether a hash was made with today’s parameters: %j is outdated: %s', (parameters, isOutdated) => {
  expect(new PasswordHasher().isOutdated(hashSync('secret', parameters))).toBe(isOutdated)
})
