import { createHash } from 'node:crypto'
import { canonicalCode, codeFrom, shownCode } from './join-code.js'

const CODES = Array.from({ length: 500 }, (_, n) => codeFrom(createHash('sha256').update(String(n)).digest()))

it('[JOIN-2] a code is two groups of four, of signs that are not taken for one another', () => {
  for (const code of CODES) {
    expect(shownCode(code)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(code).not.toMatch(/[01OIL]/)
  }
  expect(new Set(CODES).size).toBe(CODES.length)
  expect(new Set(CODES.join('')).size).toBe(31)
})

it('[JOIN-2] it is typed in any case, with spaces or any hyphen, in wide letters too', () => {
  for (const typed of ['abcd-efgh', ' ABCD EFGH ', 'ab cd ef gh', 'ABCD‐EFGH', 'ＡＢＣＤＥＦＧＨ'])
    expect(canonicalCode(typed)).toBe('ABCDEFGH')
})

it.each(['ABCD-EFG', 'ABCD-EFGHJ', 'ABCD-EFG0', 'ABCD-EFGI', 'ABCD-EFGL', '', 'x'.repeat(43)])('[JOIN-2] %s is no code', (typed) => {
  expect(canonicalCode(typed)).toBeNull()
})
