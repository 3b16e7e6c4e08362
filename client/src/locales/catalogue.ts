import i18next, { type i18n } from 'i18next'
import ICU from 'i18next-icu'
import en from './en.json'
import { directionOf, languageTag, LOCALES, type Locale } from './locale.js'
import { pseudoCatalogue } from './pseudo.js'

export type MessageKey = keyof typeof en
export type MessageArguments = Readonly<Record<string, string | number | boolean | Date>>

type Words = Readonly<Record<string, string>>

let english: Words = en
let started: { readonly catalogue: i18n; readonly locale: Locale } | null = null

/** The catalogue has this key: sentences named by the server are looked up by it. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key)
}

function resourcesOf(locale: Locale, words: Words): Words {
  if (locale === 'en-XA') return pseudoCatalogue(words, 'long')
  if (locale === 'ar-XB') return pseudoCatalogue(words, 'mirrored')
  return words
}

/** Adds a part of the catalogue (`locales/parts`) before the pages that need it are shown. */
export async function addWords(part: Promise<{ readonly default: Words }>): Promise<void> {
  const words = (await part).default
  english = { ...english, ...words }
  started?.catalogue.addResourceBundle(started.locale, 'translation', resourcesOf(started.locale, words), true, true)
}

/** Starts the catalogue in one language. Keys are flat: neither dots nor colons divide them. */
export async function startCatalogue(locale: Locale): Promise<i18n> {
  const catalogue = i18next.createInstance()
  await catalogue.use(ICU).init({
    lng: locale,
    fallbackLng: false,
    supportedLngs: [...LOCALES],
    load: 'currentOnly',
    resources: { [locale]: { translation: resourcesOf(locale, english) } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false
  })
  started = { catalogue, locale }
  document.documentElement.lang = languageTag(locale)
  document.documentElement.dir = directionOf(locale)
  return catalogue
}
