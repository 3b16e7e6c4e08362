import { createContext } from 'react'
import { placeKey, type Place } from '../places/place.js'
import type { Whereabouts } from './whereabouts.js'

/** How many people are in each text, by the place's key: told in words where so many write that carets would only disturb. */
export const WritersContext = createContext<ReadonlyMap<string, number>>(new Map())

export function countWriters(others: Iterable<Whereabouts>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { place } of others) {
    if (place === null || place === 'elsewhere') continue
    const key = placeKey({ ...place, field: null } satisfies Place)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
