import aria from './aria.json'
import type { Locale } from './locale.js'

/** A package's words by their keys; one with a number in it is a function, as in React Aria's own files. */
type PackageWords = Readonly<Record<string, string | ((args: Record<string, unknown>, formatter: unknown) => string)>>

const LANGUAGE = Symbol.for('react-aria.i18n.locale')
const WORDS = Symbol.for('react-aria.i18n.strings')

/**
 * The tag React Aria formats and speaks by. The build takes the words of these languages along, and no others (`aria.json`):
 * a new language is a line there, and `giveAriaWords` where React Aria does not know it (Kyrgyz, Thai).
 */
export function ariaTag(locale: string): string {
  return aria[locale as Locale] ?? aria.en
}

/** The packages whose words our components use: React Aria takes a language's words for all of them, or for none. */
type Package = '@react-aria/calendar' | '@react-aria/combobox' | '@react-aria/menu' | '@react-aria/overlays'

/** Gives React Aria words of ours for a language it has none in, before anything is shown. A word that is missing stops the page. */
export function giveAriaWords(tag: string, words: Readonly<Record<Package, PackageWords>>): void {
  Object.assign(window, { [LANGUAGE]: tag, [WORDS]: words })
}
