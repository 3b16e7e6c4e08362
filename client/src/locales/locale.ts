import { readStored, writeStored } from '../lib/stored.js'

/** The languages of the interface: English, and two pseudo-locales for finding what is not translatable. */
export const LOCALES = ['en', 'en-XA', 'ar-XB'] as const
export type Locale = (typeof LOCALES)[number]

/** A pseudo-locale is for those who test. */
function isPseudo(locale: Locale): boolean {
  return locale === 'en-XA' || locale === 'ar-XB'
}

/** What the menu offers: the languages there are; the pseudo-locales while building, and to whoever has asked for one. */
export function offeredLocales(current: string, isProduction: boolean): readonly Locale[] {
  const isTesting = !isProduction || LOCALES.some((locale) => locale === current && isPseudo(locale))
  return LOCALES.filter((locale) => isTesting || !isPseudo(locale))
}

/** `?locale=` decides and is kept; then what was kept; then English. */
export function chosenLocale(search: string): Locale {
  const asked = new URLSearchParams(search).get('locale')
  const locale = asLocale(asked) ?? asLocale(readStored('locale')) ?? 'en'
  if (asked === locale) keepLocale(locale)
  return locale
}

export function keepLocale(locale: Locale): void {
  writeStored('locale', locale)
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return locale.startsWith('ar') ? 'rtl' : 'ltr'
}

/** The tag for dates and numbers: English with the day before the month and a 24-hour clock, as most readers know it. */
export function formattingTag(locale: string): string {
  return directionOf(locale) === 'rtl' ? 'ar' : 'en-GB'
}

/** The tag of the page's language: a pseudo-locale is the language it stands on. */
export function languageTag(locale: string): string {
  return directionOf(locale) === 'rtl' ? 'ar' : 'en'
}

function asLocale(value: string | null): Locale | null {
  return LOCALES.find((locale) => locale === value) ?? null
}
