import { sideOfRole, type Role } from '../framework/index.js'
import { PLAIN_OBJECT, type Actor, type DecisionContext } from './question.js'

/** Builders for specs: a seated actor of a role, a context of a modality; override what the case is about. */
export function seatOf(role: Role, more: Partial<Actor> = {}): Actor {
  const plain = {
    person: 'person-1',
    seat: 'seat-1',
    side: sideOfRole(role),
    role,
    isFunder: false,
    mandateExpired: false,
    invitedByCivic: true
  }
  return { ...plain, ...more }
}

export function contextOf(more: Partial<DecisionContext> = {}): DecisionContext {
  return { modality: 'M3', leadKind: null, namedPartner: null, outcome: null, registry: 'none', ...PLAIN_OBJECT, ...more }
}

/** mulberry32: a seeded generator of numbers from 0 to below 1, the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
