import { z } from 'zod'

/** Control and direction characters, half letters, and letters that are drawn as nothing. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Of these, what writing needs where it stands, behind what it stands behind (older browsers cannot look behind). */
const NEEDED = new RegExp(
  [
    // Joiners in Persian, Hindi, Sinhala … before a letter, and behind a virama also where the word ends (Malayalam).
    '([\\p{L}\\p{M}])[\\u200c\\u200d](?=\\p{L})(?![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Han}])',
    '([\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca])[\\u200c\\u200d]',
    // Pictures of several, in colours, on keys, and the flags of parts of a country.
    '([\\p{Extended_Pictographic}\\p{Emoji_Modifier}])\\ufe0f?\\u200d(?=\\p{Extended_Pictographic})',
    '(\\p{Extended_Pictographic})[\\ufe0e\\ufe0f]|([0-9#*])\\ufe0f(?=\\u20e3)',
    '(\\u{1f3f4})[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,6}\\u{e007f}',
    // Shapes of Han and Mongolian letters; signs before a number or a verse in Arabic.
    '(\\p{Script=Han})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]|(\\p{Script=Mongolian})[\\u180b-\\u180f]',
    '[\\u0600-\\u0605\\u06dd](?=[\\p{L}\\p{N}])'
  ].join('|'),
  'gu'
)

/** Words in which something is hidden would look like others, or like none. */
function canBeSeen(words: string): boolean {
  const plain = words.replace(NEEDED, '$1$2$3$4$5$6$7$8')
  return !HIDDEN.test(plain) && /[\p{L}\p{N}\p{P}\p{S}]/u.test(plain)
}

/** One line of words that others read: a title, a name. */
export const lineSchema = (most: number) =>
  z.string().trim().min(1, 'write something here').max(most, `at most ${most} characters`).refine(canBeSeen, 'letters that can be seen')

/** Words may be of several lines and of any script; the database holds no null character and no half of a letter. */
const WORDS = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u

/** Words of several lines, perhaps none: a reason, a note. */
export const wordsSchema = (most: number) =>
  z.string().trim().max(most, `at most ${most} characters`).regex(WORDS, 'letters, spaces and line breaks')

/** A reason that has to be given. */
export const reasonSchema = z
  .string()
  .trim()
  .min(1, 'say why')
  .max(2000, 'at most 2000 characters')
  .regex(WORDS, 'letters, spaces and line breaks')
