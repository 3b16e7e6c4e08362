/**
 * Words that somebody looks for, and texts they are looked for in, compared as people read them: accents, the marks of
 * Arabic vowels and capitals make no difference. `soughtWords` and `holdsWords` compare texts; `soughtPattern` says the same to
 * PostgreSQL, whatever the database's own rules of language are.
 */

/** Letters with a stroke or a tail that Unicode does not take apart, by the letter people type for them. */
const ALSO: Readonly<Record<string, string>> = { d: 'đ', h: 'ħ', i: 'ı', l: 'ł', o: 'ø', t: 'ŧ', σ: 'ς' }
const PLAIN = new Map(Object.entries(ALSO).map(([plain, other]) => [other, plain]))

/** Combining accents, Arabic vowel signs, and the stroke that lengthens Arabic letters. */
const MARKS = '\u0300-\u036f\u064b-\u0652\u0670\u0640'
const ALL_MARKS = new RegExp(`[${MARKS}]`, 'g')

/** More words than these are not looked for. */
const MOST_WORDS = 8

function folded(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(ALL_MARKS, '')
  return Array.from(bare, (letter) => PLAIN.get(letter) ?? letter).join('')
}

/** The words of what was typed, without what makes no difference. */
export function soughtWords(typed: string): readonly string[] {
  return folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
}

/** Whether each of the words stands somewhere in the text. None stand in every text. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const where = folded(text)
  return words.every((word) => where.includes(word))
}

/** A word of `soughtWords` as a regular expression for `normalize(text, NFKD)`; what people type never is one. */
export function soughtPattern(word: string): string {
  return Array.from(word, (letter) => `${letterPattern(letter)}[${MARKS}]*`).join('')
}

function letterPattern(letter: string): string {
  const plain = [letter, ALSO[letter] ?? ''].join('')
  const forms = new Set(Array.from(plain + plain.toUpperCase()))
  return `[${Array.from(forms, (form) => (/[\p{L}\p{N}]/u.test(form) ? form : `\\${form}`)).join('')}]`
}
