import type { Actor } from '@roundtable/shared/ability'
import type { Role, Side } from '@roundtable/shared/framework'
import type { AssigneeKind } from '@roundtable/shared/protocol'

/** What of a seat says for whom it can take on a task. */
export interface TaskSeat {
  readonly id: string
  /** For whom it speaks when it says that a task is done: one a voice, never one a head. */
  readonly voice: string
  readonly side: Side | null
  readonly role: Role
  readonly organisationId: string | null
  readonly actor: Actor
  /** Its kind decides about the roadmap here, whatever keeps it from doing so just now. */
  readonly decides: boolean
  /** It sees the roadmap and may take on tasks of it, whatever keeps it from doing so just now. */
  readonly takesOn: boolean
}

/** Whom a task is asked of. */
export interface AskedOf {
  readonly kind: AssigneeKind
  readonly seatId: string | null
  readonly organisationId: string | null
  readonly side: Side | null
}

/** Seats that were asked together. */
export interface SeatGroup {
  readonly ids: ReadonlySet<string>
  /** One of them decides about the roadmap here. */
  readonly decides: boolean
  /** One of them may take on tasks of it. */
  readonly takesOn: boolean
}

interface Growing {
  readonly ids: Set<string>
  decides: boolean
  takesOn: boolean
}

const NOBODY: SeatGroup = { ids: new Set(), decides: false, takesOn: false }

/** Everybody seated before a roadmap, gone through once: hundreds of tasks ask for the same seats, organisations and sides. */
export class Seats<Seat extends TaskSeat = TaskSeat> {
  /** The voices that somebody seated here still has. */
  readonly voices: ReadonlySet<string>
  /** The sides that decide here. */
  readonly deciding: ReadonlySet<Side>
  readonly #groups = new Map<string, Growing>()

  constructor(readonly all: readonly Seat[]) {
    this.voices = new Set(all.map(({ voice }) => voice))
    this.deciding = new Set(all.flatMap(({ side, decides }) => (decides && side !== null ? [side] : [])))
    for (const seat of all) {
      const { id: seatId, organisationId, side, role } = seat
      this.#add({ kind: 'seat', seatId, organisationId: null, side }, seat)
      this.#add({ kind: 'side', seatId: null, organisationId: null, side }, seat)
      // A community's delegate is a voice apart, also from an organisation's.
      if (organisationId !== null && role !== 'COM') this.#add({ kind: 'organisation', seatId: null, organisationId, side }, seat)
    }
  }

  /** The seats that belong to whoever was asked. */
  of(asked: AskedOf): SeatGroup {
    return this.#groups.get(keyOf(asked)) ?? NOBODY
  }

  #add(asked: AskedOf, { id, decides, takesOn }: TaskSeat): void {
    const group = this.#groups.get(keyOf(asked)) ?? { ids: new Set(), decides: false, takesOn: false }
    group.ids.add(id)
    group.decides ||= decides
    group.takesOn ||= takesOn
    this.#groups.set(keyOf(asked), group)
  }
}

function keyOf({ kind, seatId, organisationId, side }: AskedOf): string {
  if (kind === 'seat') return `seat ${seatId}`
  return kind === 'side' ? `side ${side}` : `organisation ${organisationId} ${side}`
}
