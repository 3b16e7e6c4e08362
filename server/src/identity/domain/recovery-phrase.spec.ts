import { createHash, randomBytes } from 'node:crypto'
import { PHRASE_WORDS } from '../data/phrase-words.js'
import { canonicalPhrase, makePhrase } from './recovery-phrase.js'

/** Random bytes that a seed fixes. */
function seeded(seed: string): (count: number) => Uint8Array {
  let block = 0
  return (count) =>
    Buffer.concat(Array.from({ length: Math.ceil(count / 32) }, () => createHash('sha256').update(`${seed} ${block++}`).digest())).subarray(
      0,
      count
    )
}

it('[ID-46] draws from 1,024 different words of small letters', () => {
  expect(new Set(PHRASE_WORDS).size).toBe(1024)
  expect(PHRASE_WORDS.filter((word) => !/^[a-z]{4,9}$/.test(word))).toEqual([])
})

it('[ID-46] uses no two words that are one slip of the pen apart', () => {
  const known = new Map<string, string>()
  const clashes = PHRASE_WORDS.flatMap((word) => {
    // Two words one change apart share a form with one letter left out; so do words with one letter more or less.
    const forms = new Set([
      word,
      ...Array.from(word, (_, at) => `${word.slice(0, at)}_${word.slice(at + 1)}`),
      ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
    ])
    const clash = [...forms].flatMap((form) => known.get(form) ?? [])
    const own = [...forms].filter((form) => form.includes('_') || form === word)
    own.forEach((form) => known.set(form, word))
    return clash.map((other) => `${word} ${other}`)
  })
  expect(clashes).toEqual([])
})

it('[ID-46] makes phrases of six words, equally likely: all words come, none often', () => {
  const seed = 'phrases 1'
  const random = seeded(seed)
  const counts = new Map<string, number>()
  const drawn = 10_000
  for (let n = 0; n < drawn; n++) {
    const words = makePhrase(random).split(' ')
    expect(words).toHaveLength(6)
    words.forEach((word) => counts.set(word, (counts.get(word) ?? 0) + 1))
  }
  const expected = (drawn * 6) / 1024
  const chiSquared = PHRASE_WORDS.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected, 0)
  // 1,023 degrees of freedom: mean 1,023, deviation 45; beyond 5 deviations the draw would not be even.
  expect([seed, chiSquared < 1250]).toEqual([seed, true])
})

it('[ID-46] can reach the first and the last word', () => {
  expect(makePhrase((count) => new Uint8Array(count))).toBe(Array(6).fill(PHRASE_WORDS[0]).join(' '))
  expect(makePhrase((count) => new Uint8Array(count).fill(255))).toBe(Array(6).fill(PHRASE_WORDS[1023]).join(' '))
})

it.each([
  ['Apple-BASIL  cedar', 'apple basil cedar'],
  [' apple, basil;\ncedar.\t', 'apple basil cedar'],
  ['1. apple 2. basil 3. cedar', 'apple basil cedar'],
  ['ａｐｐｌｅ　basil cedar', 'apple basil cedar']
])('[ID-42] reads %j as %j', (typed, read) => {
  expect(canonicalPhrase(typed)).toBe(read)
})

it('[ID-42] reads what it makes as it is', () => {
  const phrase = makePhrase(randomBytes)
  expect(canonicalPhrase(phrase)).toBe(phrase)
})
