import { passwordSchema } from '@roundtable/shared/protocol'
import { canonicalPassword } from './name.js'
import { COMMON_PASSWORDS, COMMON_WORDS } from '../data/common-passwords.js'

const PRODUCT = 'roundtable'
/** Letters a password must have besides words an attacker tries first (the product, the person's own names). */
const LEAST_OWN_LETTERS = 5
const LEAST_CONTEXT_LETTERS = 3
const LEAST_DIFFERENT_CHARACTERS = 4

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e'
}

/**
 * Why a password is one of the first an attacker would try, as a reason for the field; null when it is not.
 * No composition rules (NIST SP 800-63B §5.1.1.2): only commonness, repetition and the person's own names count.
 * `context` are names tied to the account: user name, display name, e-mail.
 */
export function weaknessOf(password: string, context: readonly string[]): string | null {
  const folded = fold(password)
  if (isCommon(folded)) return 'This is among the passwords that are tried first: choose another'
  if (isMonotonous(folded)) return 'This repeats or counts: choose something less regular'
  if (isMostlyContext(folded, context)) return 'This is little more than your own name or the name of this place: choose another'
  return null
}

/** A new password as its field alone can be judged, together with the others of its form; names tied to it come later. */
export const newPasswordSchema = passwordSchema.superRefine((password, context) => {
  const weakness = weaknessOf(canonicalPassword(password), [])
  if (weakness !== null) context.addIssue(weakness)
})

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

function unleet(text: string): string {
  return text.replace(/[013457@$!€]/g, (character) => LEET[character] ?? character)
}

/** Without the digits and signs people hang on either end of a word. */
function core(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

function isCommon(folded: string): boolean {
  const unmasked = unleet(folded)
  if (COMMON_PASSWORDS.has(folded) || COMMON_PASSWORDS.has(unmasked)) return true
  return [core(folded), unleet(core(folded)), core(unmasked), unleet(folded.replace(/[\d\p{P}\p{S}]+$/u, ''))].some(
    (word) => COMMON_WORDS.has(word) || COMMON_PASSWORDS.has(word)
  )
}

/** Few different characters, a short piece repeated, or characters that only count up or down. */
function isMonotonous(folded: string): boolean {
  const points = Array.from(folded, (character) => character.codePointAt(0) ?? 0)
  if (new Set(points).size < LEAST_DIFFERENT_CHARACTERS) return true
  if (/^(.{1,5}?)\1{2,}.{0,4}$/u.test(folded)) return true
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0))
  const regular = steps.filter((step) => Math.abs(step) <= 1).length
  return regular >= steps.length - 2
}

function isMostlyContext(folded: string, context: readonly string[]): boolean {
  const words = [PRODUCT, ...context.flatMap((name) => [fold(name), ...name.split(/[^\p{L}\p{M}\p{N}]+/u).map(fold)])]
    .filter((word) => Array.from(word).length >= LEAST_CONTEXT_LETTERS)
    .toSorted((a, b) => b.length - a.length)
  return [folded, unleet(folded)].some((form) => {
    const rest = words.reduce((text, word) => text.replaceAll(word, ' '), form)
    return rest !== form && rest.replace(/[^\p{L}]/gu, '').length < LEAST_OWN_LETTERS
  })
}
