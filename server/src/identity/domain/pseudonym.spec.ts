import { handleSchema } from '@roundtable/shared/protocol'
import { createHash } from 'node:crypto'
import { makePseudonym } from './pseudonym.js'

it('[JOIN-10] a pseudonym is two everyday words and a number: a user name that says nothing about its owner', () => {
  const made = Array.from({ length: 300 }, (_, n) =>
    makePseudonym((count) => createHash('sha256').update(String(n)).digest().subarray(0, count))
  )
  for (const handle of made) {
    expect(handle).toMatch(/^[a-z]+-[a-z]+-\d{4}$/)
    expect(handleSchema.parse(handle)).toBe(handle)
  }
  expect(new Set(made).size).toBe(made.length)
})
