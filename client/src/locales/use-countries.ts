import { COUNTRIES } from '@roundtable/shared/framework'
import { useMemo } from 'react'
import { useFormat } from './use-format.js'
import { useText } from './use-text.js'

const NONE: readonly string[] = []

/** All countries to choose from, by their names in the reader's order. `more`: codes that are none. */
export function useCountries(more = NONE): readonly { readonly value: string; readonly label: string }[] {
  const { formatting } = useText()
  const { country } = useFormat()
  return useMemo(() => {
    const order = new Intl.Collator(formatting)
    const named = [...COUNTRIES, ...more].map((code) => ({ value: code, label: country(code) }))
    return named.sort((one, other) => order.compare(one.label, other.label))
  }, [formatting, country, more])
}
