import type { SeededRandom } from '../random.js'
import type { Probe } from './probes.js'

/** The pairs of values that a probe brings together: who and where, who and what, where and what, each with the state. */
function pairsOf({ actor, world, door, what, state }: Probe): string[] {
  const act = `${door} ${what}`
  return [
    `${actor.name}|${world.name}`,
    `${actor.name}|${act}`,
    `${world.name}|${act}`,
    `${actor.name}|${state}`,
    `${world.name}|${state}`,
    `${act}|${state}`
  ]
}

/** Probes in which every pair that can meet does: greedy, in a seeded order. */
export function pairwise(probes: readonly Probe[], random: SeededRandom): Probe[] {
  const shuffled = [...probes]
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = random.integer(0, index)
    ;[shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!]
  }
  const met = new Set<string>()
  return shuffled.filter((probe) => {
    const pairs = pairsOf(probe)
    if (pairs.every((pair) => met.has(pair))) return false
    for (const pair of pairs) met.add(pair)
    return true
  })
}
