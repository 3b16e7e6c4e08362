import { selectionSchema } from '@roundtable/shared/protocol'
import type { AwarenessEntry } from './frames.js'

/** Who somebody is to the others: stamped by the server, never taken from the client. */
export interface PresenceIdentity {
  /** The seat's id, not the person's. */
  readonly id: string
  readonly name: string
  readonly side: string | null
  /** Its seat's: which of the people colours, and from the seventh on in which shape. */
  readonly color: number
}

/** Whoever presents people in a room: a connection of this node, or another node for all of its own. */
export interface PresenceOwner {
  readonly isElsewhere: boolean
}

interface Changed {
  readonly entry: AwarenessEntry
  readonly owner: PresenceOwner
  /** Its clock runs ahead of its client's own. */
  readonly isLed: boolean
}

export interface PresenceChanges {
  readonly all: readonly AwarenessEntry[]
  /** Of these, what other nodes have not told. */
  readonly own: readonly AwarenessEntry[]
  /**
   * Who must not be told of themselves: a stock client takes a newer clock of its own for the truth, state and all, and sends
   * it back as its next one.
   */
  readonly led: ReadonlyMap<PresenceOwner, number>
}

interface Present {
  readonly owner: PresenceOwner
  /** The client's own clock, and how far ours runs ahead of it. */
  clock: number
  readonly lead: number
  state: string
}

const DEPARTED_KEPT = 1000

/**
 * The presence of one room: the latest state of each client id, and which of them have changed since
 * the last broadcast. Cursor moves of 50 ms become one entry; a departure outranks an older move.
 *
 * Others were told "left" with a clock one higher than the client's own. When the same client id
 * returns with its old clock they would ignore it, so its clock is led past the departure.
 */
export class PresenceBoard {
  readonly #present = new Map<number, Present>()
  readonly #changed = new Map<number, Changed>()
  readonly #departed = new Map<number, number>()

  get hasChanges(): boolean {
    return this.#changed.size > 0
  }
  get size(): number {
    return this.#present.size
  }
  get departedKept(): number {
    return this.#departed.size
  }

  /** Takes one entry; an older clock than the one known is ignored. `stamped` is null for "I leave". */
  put(owner: PresenceOwner, { client, clock }: AwarenessEntry, stamped: string | null): void {
    const present = this.#present.get(client)
    if (present?.owner === owner && (clock < present.clock || (clock === present.clock && stamped !== null))) return
    if (stamped === null) {
      if (present?.owner === owner) this.#drop(client, present, clock)
      return
    }
    const told = present ? present.clock + present.lead : this.#departed.get(client)
    const lead = present?.owner === owner ? present.lead : Math.max(0, (told ?? -1) + 1 - clock)
    this.#departed.delete(client)
    this.#present.set(client, { owner, clock, lead, state: stamped })
    this.#changed.set(client, { entry: { client, clock: clock + lead, state: stamped }, owner, isLed: lead > 0 })
  }

  /** Everything `owner` presented leaves. */
  leave(owner: PresenceOwner): void {
    for (const [client, present] of [...this.#present]) {
      if (present.owner === owner) this.#drop(client, present, present.clock + 1)
    }
  }

  #drop(client: number, present: Present, clock: number): void {
    const told = Math.max(clock, present.clock + 1) + present.lead
    this.#present.delete(client)
    this.#changed.set(client, { entry: { client, clock: told, state: 'null' }, owner: present.owner, isLed: false })
    this.#departed.set(client, told)
    if (this.#departed.size > DEPARTED_KEPT) this.#departed.delete(this.#departed.keys().next().value!)
  }

  /** What has changed since it was last asked. */
  takeChanges(): PresenceChanges {
    const changes = [...this.#changed.values()]
    this.#changed.clear()
    return {
      all: changes.map(({ entry }) => entry),
      own: changes.filter(({ owner }) => !owner.isElsewhere).map(({ entry }) => entry),
      led: new Map(changes.filter(({ isLed }) => isLed).map(({ owner, entry }) => [owner, entry.client]))
    }
  }

  /** For a newcomer: everybody, what is pending included. */
  everyone(): AwarenessEntry[] {
    return [...this.#present].map(asEntry)
  }

  /** For another node: everybody who is here. */
  ownEveryone(): AwarenessEntry[] {
    return [...this.#present].filter(([, { owner }]) => !owner.isElsewhere).map(asEntry)
  }
}

function asEntry([client, { clock, lead, state }]: [number, Present]): AwarenessEntry {
  return { client, clock: clock + lead, state }
}

/** Fields of a client's state that may pass on; everything else could carry secrets or mischief. */
const PASSED_ON = ['cursor', 'place'] as const

/**
 * The state others see: the selections it names, and the server's identity. A selection that is none is passed on as
 * null: others' editors read it while they take in a change, and one that threw there would lose them words.
 * Returns null when the text is not a JSON object (then nothing is passed on).
 */
export function stampState(text: string, identity: PresenceIdentity): string | null {
  let state: unknown
  try {
    state = JSON.parse(text)
  } catch {
    return null // not JSON: others' providers would throw on it
  }
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return null
  const stamped: Record<string, unknown> = {}
  for (const field of PASSED_ON) {
    const value = (state as Record<string, unknown>)[field]
    if (value !== undefined) stamped[field] = selectionSchema.safeParse(value).data ?? null
  }
  stamped.user = identity
  return JSON.stringify(stamped)
}
