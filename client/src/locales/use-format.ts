import { useMemo } from 'react'
import { isMessageKey } from './catalogue.js'
import { useText } from './use-text.js'

export interface Format {
  /** 14:02 */
  readonly time: (at: Date) => string
  /** 3 Nov 2026, 14:02 */
  readonly moment: (at: Date) => string
  /** 3 November 2026 */
  readonly day: (at: Date) => string
  /** a, b and c */
  readonly list: (parts: readonly string[]) => string
  /** The name of a country by its ISO 3166-1 code; the code itself where the browser has no name. */
  readonly country: (code: string) => string
}

export function useFormat(): Format {
  const { formatting, t } = useText()
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(formatting, { hour: '2-digit', minute: '2-digit' })
    const moment = new Intl.DateTimeFormat(formatting, { dateStyle: 'medium', timeStyle: 'short' })
    const day = new Intl.DateTimeFormat(formatting, { dateStyle: 'long' })
    const list = new Intl.ListFormat(formatting, { type: 'conjunction' })
    const countries = new Intl.DisplayNames([formatting], { type: 'region', fallback: 'code' })
    return {
      time: (at) => time.format(at),
      moment: (at) => moment.format(at),
      day: (at) => day.format(at),
      list: (parts) => list.format(parts),
      country: (code) => {
        const own = `country.${code}`
        if (isMessageKey(own)) return t(own)
        return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code
      }
    }
  }, [formatting, t])
}
