/** Half of a surrogate pair has no UTF-8 and no canonical JSON; it is read as the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** An own property of a stored JSON value; what a value inherits (a stored `__proto__`) is never read. */
export function ownProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

/** The value if it is one of these codes. */
export function codeOf<Code extends string>(codes: readonly Code[], value: unknown): Code | undefined {
  return codes.find((code) => code === value)
}

/** The value if it is a day of the calendar as `YYYY-MM-DD` (ISO 8601, proleptic Gregorian). */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const time = Date.parse(`${value}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value ? undefined : value
}
