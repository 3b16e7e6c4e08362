import { originOf } from './newcomer-origin.js'

const KEY = '0123456789abcdef0123456789abcdef'
const hash = Buffer.from('an invitation')
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

it('[JOIN-18] an account’s name gives away nothing of its phrase, and neither follows without key, invitation and server', () => {
  const origin = originOf(KEY, hash, 'secret')!
  const others = [
    originOf(KEY.replace('0', '1'), hash, 'secret')!,
    originOf(KEY, Buffer.from('another'), 'secret')!,
    originOf(KEY, hash, 'other')!
  ]
  const parts = [origin, ...others].flatMap(({ id, randomBytes }) => [
    id.replaceAll('-', ''),
    hex(randomBytes('name', 6)),
    hex(randomBytes('phrase', 6))
  ])
  expect(new Set(parts).size).toBe(12)
  for (const one of parts) expect(parts.filter((other) => other.startsWith(one.slice(0, 8)))).toEqual([one])
  const again = originOf(KEY, hash, 'secret')!
  expect([again.id, hex(again.randomBytes('phrase', 12))]).toEqual([origin.id, hex(origin.randomBytes('phrase', 12))])
  expect(hex(origin.randomBytes('phrase', 12)).length).toBe(24)
})

it('[JOIN-18] a key that somebody could guess makes nothing that is told again', () => {
  expect([originOf(null, hash, 'secret'), originOf('once', hash, 'secret'), originOf('a'.repeat(21), hash, 'secret')]).toEqual([
    null,
    null,
    null
  ])
})
