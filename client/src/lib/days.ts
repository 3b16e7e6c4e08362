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
