import { wholeDay } from '../lib/days.js'
import { useText } from '../locales/use-text.js'

/** What is written of a day as a day, or why it is none, in words for its writer. */
export function useWholeDay(): (written: string) => { readonly day: string } | { readonly refusal: string } {
  const { t, formatting } = useText()
  return (written) => {
    const read = wholeDay(written)
    if ('day' in read) return read
    const [year = '', month = '', day = ''] = written.split('-')
    const named = new Intl.DateTimeFormat(formatting, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, Number(month || 1) - 1, 1))
    return { refusal: t(`day.lacks.${read.lacks}`, { day, year, month: read.lacks === 'such' ? named : month }) }
  }
}
