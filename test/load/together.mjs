import { setTimeout as pause } from 'node:timers/promises'

/** Runs `work` for each, at most `limit` at a time; answers the results in order. */
export async function together(items, limit, work) {
  const results = []
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index])
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane))
  return results
}

/** Whether the reader has, `limitMs` from now at most, every letter that `clocks` names by writer. */
export async function completed({ reader }, clocks, limitMs) {
  const limit = performance.now() + limitMs
  const isComplete = () => Object.entries(clocks).every(([writer, to]) => (reader.seen.get(Number(writer)) ?? 0) >= to)
  while (!isComplete() && performance.now() < limit) await pause(1)
  return isComplete()
}
