import type { PresentUser } from '../frame/present-user.js'
import type { Guide } from '../places/guide.js'
import { placeKey, type Place } from '../places/place.js'
import type { Whereabouts } from './whereabouts.js'

/** Why following somebody has ended: one's own wish, one's own move, they have left, or they went where this page leads nobody. */
export type FollowEnd = 'stopped' | 'moved' | 'left' | 'notShown'

export interface Following {
  readonly person: PresentUser | null
  readonly ended: { readonly name: string; readonly why: FollowEnd } | null
}

/** What they have just made arrives a moment after they are in it; so long it is waited for (milliseconds). */
const ARRIVES_WITHIN = 3000

interface FollowerOptions {
  readonly others: () => ReadonlyMap<string, Whereabouts>
  readonly guide: Guide
  /** Brings a place into view and marks it, and in it the caret of a page. Takes no focus. Returns a function that gives it up. */
  readonly show: (place: Place, who: Pick<Whereabouts, 'user' | 'client'>) => () => void
}

/** Keeps the place of another person in view until it ends. An external store in React's sense. */
export class Follower {
  #state: Following = { person: null, ended: null }
  #shown = ''
  #arrival: ReturnType<typeof setTimeout> | undefined
  #giveUp: () => void = () => undefined
  readonly #listeners = new Set<() => void>()

  constructor(private readonly options: FollowerOptions) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getSnapshot = (): Following => this.#state

  start(person: PresentUser): void {
    this.#rest()
    this.#become({ person, ended: null })
    this.look()
  }

  end(why: FollowEnd): void {
    const { person } = this.#state
    if (!person) return
    this.#rest()
    this.#become({ person: null, ended: { name: person.name, why } })
  }

  /** The person has read why it ended. */
  dismiss(): void {
    if (this.#state.ended) this.#become({ person: this.#state.person, ended: null })
  }

  /** Looks where the person is by now. */
  look(): void {
    const { person } = this.#state
    if (!person) return
    const found = this.options.others().get(person.id)
    if (!found) return this.end('left')
    const { place, client } = found
    if (place === null) return
    if (place === 'elsewhere' || this.options.guide.nameOf(place) === null) {
      this.#arrival ??= setTimeout(() => this.end('notShown'), ARRIVES_WITHIN)
      return
    }
    clearTimeout(this.#arrival)
    this.#arrival = undefined
    const key = `${client} ${placeKey(place)}`
    if (key !== this.#shown) this.options.guide.open(place, true)
    this.#shown = key
    this.#giveUp()
    this.#giveUp = this.options.show(place, found)
  }

  #rest(): void {
    clearTimeout(this.#arrival)
    this.#arrival = undefined
    this.#giveUp()
    this.#shown = ''
  }

  #become(state: Following): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
