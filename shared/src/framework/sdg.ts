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

/** How many indicators each target has, in the order of the targets: 248 in all (`shared/data/sdg.json` has their words). */
const INDICATORS: Readonly<Record<number, string>> = {
  1: '1212421',
  2: '23212211',
  3: '2252212231312',
  4: '2211111111',
  5: '122122211',
  6: '11222111',
  7: '21111',
  8: '111221121211',
  9: '22212111',
  10: '1112114111',
  11: '1121322120',
  12: '12121111111',
  13: '32111',
  14: '1111111111',
  15: '211211111111',
  16: '433222211211',
  17: '2121111111111111132'
}

/** Every indicator, in the order of the targets. */
export const SDG_INDICATORS: readonly string[] = Object.values(INDICATORS)
  .flatMap((counts) => [...counts])
  .flatMap((count, at) => Array.from({ length: Number(count) }, (_, index) => `${SDG_TARGETS[at]}.${index + 1}`))

const KNOWN = new Set([...SDG_TARGETS, ...SDG_INDICATORS])

/** True for the code of a target ("6.1"), or of an indicator of one ("6.1.1"): of this list, and of no other. */
export function isTarget(code: string): boolean {
  return KNOWN.has(code)
}
