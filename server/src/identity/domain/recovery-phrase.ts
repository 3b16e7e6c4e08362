import { PHRASE_WORDS } from '../data/phrase-words.js'

/** Six words of 1,024: 60 bits, far beyond guessing through a throttled door. */
const PHRASE_LENGTH = 6

/**
 * A new recovery phrase. `randomBytes(count)` must be cryptographic: the phrase opens the account.
 * Two bytes choose a word; 1,024 divides 65,536, so every word is equally likely.
 */
export function makePhrase(randomBytes: (count: number) => Uint8Array): string {
  const bytes = randomBytes(PHRASE_LENGTH * 2)
  const words = Array.from({ length: PHRASE_LENGTH }, (_, index) => {
    const drawn = (bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0)
    return PHRASE_WORDS[drawn % PHRASE_WORDS.length] ?? ''
  })
  return words.join(' ')
}

/** A phrase as people type it, brought to the form that was hashed: capitals, hyphens, commas and line ends do not matter. */
export function canonicalPhrase(phrase: string): string {
  return phrase
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}
