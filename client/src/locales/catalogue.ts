import i18next, { type i18n } from 'i18next'
import ICU from 'i18next-icu'
import en from './en.json'
import { directionOf, languageTag, LOCALES, type Locale } from './locale.js'
import { pseudoCatalogue } from './pseudo.js'

export type MessageKey = keyof typeof en
export type MessageArguments = Readonly<Record<string, string | number | boolean | Date>>

const ENGLISH: Readonly<Record<string, string>> = en

/** The catalogue has this key: sentences named by the server are looked up by it. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(ENGLISH, key)
}

function resourcesOf(locale: Locale): Readonly<Record<string, string>> {
  if (locale === 'en-XA') return pseudoCatalogue(ENGLISH, 'long')
  if (locale === 'ar-XB') return pseudoCatalogue(ENGLISH, 'mirrored')
  return ENGLISH
}

/** Starts the catalogue in one language. Keys are flat: neither dots nor colons divide them. */
export async function startCatalogue(locale: Locale): Promise<i18n> {
  const catalogue = i18next.createInstance()
  await catalogue.use(ICU).init({
    lng: locale,
    fallbackLng: false,
    supportedLngs: [...LOCALES],
    load: 'currentOnly',
    resources: { [locale]: { translation: resourcesOf(locale) } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false
  })
  document.documentElement.lang = languageTag(locale)
  document.documentElement.dir = directionOf(locale)
  return catalogue
}
