/** A mandate that ends within so many days is said to, more urgently below 7 and on the last day. */
export const WARNED_DAYS = 30

/** The days to warn of, or null while there is nothing to warn of; a mandate that has run out is said otherwise. */
export function mandateWarning(daysLeft: number | null): number | null {
  return daysLeft !== null && daysLeft >= 1 && daysLeft <= WARNED_DAYS ? daysLeft : null
}
