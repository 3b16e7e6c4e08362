/** A seeded generator (mulberry32); the seed is part of every message that a failing test shows. */
export interface SeededRandom {
  readonly seed: string
  /** In [0, 1). */
  next(): number
  /** In [from, to]. */
  integer(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  chance(probability: number): boolean
}

/** `SEED=…` in the environment replays another history. */
export function seededRandom(name: string): SeededRandom {
  const seed = process.env.SEED ?? name
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619), 2_166_136_261) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { seed, next, integer, pick: (list) => list[integer(0, list.length - 1)]!, chance: (probability) => next() < probability }
}
