/** Codes of the Sustainable Development Goals: goals, targets and indicators of the global framework. */

/** How many numbered and lettered targets each goal has: 169 in all (A/RES/70/1). */
const TARGETS: Readonly<Record<number, readonly [numbered: number, lettered: number]>> = {
  1: [5, 2],
  2: [5, 3],
  3: [9, 4],
  4: [7, 3],
  5: [6, 3],
  6: [6, 2],
  7: [3, 2],
  8: [10, 2],
  9: [5, 3],
  10: [7, 3],
  11: [7, 3],
  12: [8, 3],
  13: [3, 2],
  14: [7, 3],
  15: [9, 3],
  16: [10, 2],
  17: [19, 0]
}

export const SDG_GOALS: readonly string[] = Object.keys(TARGETS)

/** Every target, in the order of the resolution. */
export const SDG_TARGETS: readonly string[] = Object.entries(TARGETS).flatMap(([goal, [numbered, lettered]]) => [
  ...Array.from({ length: numbered }, (_, index) => `${goal}.${index + 1}`),
  ...Array.from({ length: lettered }, (_, index) => `${goal}.${'abcd'[index]}`)
])

const KNOWN_TARGETS = new Set(SDG_TARGETS)

/** True for the code of a target ("6.1"), or of an indicator of one ("6.1.1"). */
export function isTarget(code: string): boolean {
  const [goal, target, indicator, ...rest] = code.split('.')
  return rest.length === 0 && KNOWN_TARGETS.has(`${goal}.${target}`) && (indicator === undefined || /^[1-9]$/.test(indicator))
}
