/** Days without an hour, written `2027-06-30`, as date fields and the server write them. */

/** Such a day for showing: noon where the reader is, which is that day everywhere. */
export function shownDay(day: string): Date {
  return new Date(`${day}T12:00:00`)
}

/** Today where the reader is. */
export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** The last day before something ends: ends are the midnight (UTC) that closes a day. */
export function lastDayBefore(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString().slice(0, 10)
}

/** Why what is written of a day is none yet. */
export type DayLacks = 'rest' | 'month' | 'day' | 'such'

/** What is written of a day (`2027-6-30`, as far as it is written) as a day; or what it lacks to be one. */
export function wholeDay(written: string): { readonly day: string } | { readonly lacks: DayLacks } {
  if (written === '') return { day: '' }
  const [year = '', month = '', day = ''] = written.split('-')
  if (month !== '' && !isWithin(month, 12)) return { lacks: 'month' }
  if (day !== '' && !isWithin(day, 31)) return { lacks: 'day' }
  if (!/^[1-9]\d{3}$/.test(year) || month === '' || day === '') return { lacks: 'rest' }
  if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)) return { lacks: 'such' }
  return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
}

function isWithin(part: string, most: number): boolean {
  return Number(part) >= 1 && Number(part) <= most
}
