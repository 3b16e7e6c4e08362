import type { CloseName } from '@roundtable/shared/protocol'
import type { IncomingMessage } from 'node:http'
import type { AccessWatch } from '../ability/index.js'
import type { Clock } from '../platform/clock.js'
import type { LiveRoom } from './connection.js'
import { Visitors } from './domain/visitors.js'
import type { Admission, Gate, LiveAddress } from './gate.js'
import type { Rooms } from './rooms.js'

/** Decides who comes in, to which room, and on which right; and counts how many connections a person has. */
export class Entrance {
  readonly #visitors: Visitors

  constructor(
    private readonly gate: Gate,
    private readonly rooms: Rooms,
    private readonly watch: AccessWatch,
    isLimited: boolean,
    private readonly clock: Clock
  ) {
    this.#visitors = new Visitors(isLimited)
  }

  /** With which code the connection is to be closed where it is not let in. Whoever is counts until `left`. Throws when the database fails. */
  async admit(request: IncomingMessage, address: LiveAddress): Promise<[Admission, LiveRoom] | CloseName> {
    const admission = await this.gate.admit(request, address)
    if (typeof admission === 'string') return admission
    const { personId } = admission
    if (!this.#visitors.comes(personId, this.clock.monotonic())) return 'busy'
    let entrance: [Admission, LiveRoom] | CloseName = 'storage'
    try {
      return (entrance = await this.#findRoom(admission, address))
    } finally {
      if (typeof entrance === 'string') this.left(personId)
    }
  }

  async #findRoom(first: Admission, address: LiveAddress): Promise<[Admission, LiveRoom] | CloseName> {
    const room = await this.rooms.open(first.document)
    let admission: Admission | CloseName = first
    // What changed while the document was loaded was told to those who were in already: it is asked again.
    while (this.watch.knowsNewer(admission)) {
      admission = await this.gate.decide(admission, address)
      if (typeof admission === 'string') return admission
    }
    return room.epoch === admission.document.epoch ? [admission, room] : 'reload'
  }

  left(personId: string): void {
    this.#visitors.leaves(personId)
  }

  sweep(): void {
    this.#visitors.sweep(this.clock.monotonic())
  }
}
