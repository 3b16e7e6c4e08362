import { PHRASE_WORDS } from '../data/phrase-words.js'

/**
 * A user name for somebody who gives none: two everyday words and a number of four digits. It says nothing about them and
 * can be read out and written down. `randomBytes(count)`: from a good source, so that nobody's follows from another's.
 */
export function makePseudonym(randomBytes: (count: number) => Uint8Array): string {
  const bytes = randomBytes(6)
  const draw = (place: number, from: number): number => ((bytes[place] ?? 0) * 256 + (bytes[place + 1] ?? 0)) % from
  const word = (place: number): string => PHRASE_WORDS[draw(place, PHRASE_WORDS.length)] ?? ''
  return `${word(0)}-${word(2)}-${1000 + draw(4, 9000)}`
}
