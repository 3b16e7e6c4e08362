/** One change of a text: at `index`, `deleted` UTF-16 units go and `inserted` comes. */
export interface Splice {
  readonly index: number
  readonly deleted: number
  readonly inserted: string
}

/**
 * The one splice that turns `before` into `after`, or null when they are equal. Where several would do (a letter
 * typed among its likes) the one that ends at the caret is meant. Surrogate pairs are never cut in two.
 */
export function spliceBetween(before: string, after: string, caret: number): Splice | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let suffix = 0
  const longestSuffix = Math.min(shorter, after.length - caret)
  while (suffix < longestSuffix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix]) suffix++
  if (isLowSurrogate(after, after.length - suffix)) suffix--
  let index = 0
  const longestPrefix = shorter - suffix
  while (index < longestPrefix && before[index] === after[index]) index++
  if (isLowSurrogate(after, index) || isLowSurrogate(before, index)) index = Math.max(0, index - 1)
  return { index, deleted: before.length - suffix - index, inserted: after.slice(index, after.length - suffix) }
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return index > 0 && unit >= 0xdc00 && unit <= 0xdfff
}

/** A Y.Text event's delta, as far as positions are concerned. */
export type Delta = readonly { readonly retain?: number; readonly insert?: unknown; readonly delete?: number }[]

/** Where a position of before a change is after it; what is inserted exactly there comes behind it. */
export function mapPosition(position: number, delta: Delta): number {
  let before = 0
  let after = 0
  for (const step of delta) {
    if (before > position) break
    if (step.retain !== undefined) {
      before += step.retain
      after += step.retain
    } else if (step.insert !== undefined) {
      if (before >= position) break
      after += typeof step.insert === 'string' ? step.insert.length : 1
    } else if (step.delete !== undefined) {
      before += step.delete
      if (before >= position) return after
    }
  }
  return after + position - before
}
