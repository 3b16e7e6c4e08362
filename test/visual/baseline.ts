import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** One accepted picture. `file` is the picture itself, hashed; `grid` what it looks like from far away. */
export interface Seen {
  readonly file: string
  readonly width: number
  readonly height: number
  /** `GRID` × `GRID` grey values, each 0…35 as one digit. */
  readonly grid: string
}

export interface Baseline {
  /** What drew the pictures: another browser or other fonts draw other pixels. */
  readonly drawnBy: string
  readonly pictures: Readonly<Record<string, Seen>>
}

export type Verdict = 'same' | 'changed' | 'new'

export const GRID = 12
export const GREYS = 36
/** How far a square of the grid may be off, and how much of the size, where other fonts drew the picture. */
const STEPS_OFF = 4
const SIZE_OFF = 0.06

export function readBaseline(path: string): Baseline {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Baseline) : { drawnBy: '', pictures: {} }
}

/** Sorted by name, one picture a line: a change is read in the history. */
export function writeBaseline(path: string, { drawnBy, pictures }: Baseline): void {
  const lines = Object.keys(pictures)
    .sort()
    .map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(pictures[name])}`)
  writeFileSync(path, `{\n  "drawnBy": ${JSON.stringify(drawnBy)},\n  "pictures": {\n${lines.join(',\n')}\n  }\n}\n`)
}

/**
 * Drawn by the same browser with the same fonts, pictures are the same or they are not. Otherwise only what is seen from far
 * away is compared: that a page has about its size, and light and dark where they were.
 */
export function compare(before: Seen | undefined, now: Seen, isSameHand: boolean): Verdict {
  if (!before) return 'new'
  if (before.file === now.file) return 'same'
  if (isSameHand) return 'changed'
  const isNear = (one: number, other: number) => Math.abs(one - other) <= SIZE_OFF * Math.max(one, other)
  const greys = (seen: Seen) => [...seen.grid].map((digit) => parseInt(digit, GREYS))
  const theirs = greys(before)
  const isAlike = greys(now).every((grey, index) => Math.abs(grey - (theirs[index] ?? 0)) <= STEPS_OFF)
  return isNear(before.width, now.width) && isNear(before.height, now.height) && isAlike ? 'same' : 'changed'
}

/**
 * What is accepted afterwards. Of some screens alone, every other entry stays as it is, and only while the same hand drew them
 * all; of all screens, what is no longer there goes.
 */
export function accept(before: Baseline, now: Baseline, isPartial: boolean): Baseline {
  if (!isPartial) return now
  if (before.drawnBy !== '' && before.drawnBy !== now.drawnBy)
    throw new Error(`The other pictures were drawn by ${before.drawnBy}, these by ${now.drawnBy}: accept all, or none.`)
  return { drawnBy: now.drawnBy, pictures: { ...before.pictures, ...now.pictures } }
}
