import type { ChangedPart, SeatView } from '@roundtable/shared/protocol'
import { type Member, ask, packedRules, seatView } from '../ability/index.js'

/** What a watcher's right was made of when they were last asked about. */
export interface Watch {
  readonly seat: SeatView
  /** The rules of the seat as text: another text is another right. */
  readonly rules: string
  /** When the mandate will have run out: no number rises then. Null without an end ahead. */
  readonly mandateEndsAt: Date | null
}

/** The watch of a member who may see the workspace; null for anybody else. */
export function watchOf(member: Member | null): Watch | null {
  if (!member || !ask(member, { action: 'view', artefact: 'PROF' }).allowed) return null
  const { seat, actor, workspace } = member
  return {
    seat: seatView(seat),
    rules: packedRules(actor, workspace).text,
    mandateEndsAt: seat.mandateExpired ? null : seat.mandateExpiresAt
  }
}

/** Whether a person may do the same as before, in the same seat: a name, or a mandate's later end, gives and takes nothing. */
export function isSameRight(before: Watch, after: Watch | null): boolean {
  return after?.rules === before.rules && after.seat.id === before.seat.id && after.seat.role === before.seat.role
}

/** Parts of workspaces that have changed since they were last told, each once. */
export class Untold {
  #parts = new Map<string, Set<ChangedPart>>()

  add(workspaceId: string, part: ChangedPart): void {
    const parts = this.#parts.get(workspaceId) ?? new Set()
    this.#parts.set(workspaceId, parts.add(part))
  }

  take(): ReadonlyMap<string, ReadonlySet<ChangedPart>> {
    const taken = this.#parts
    this.#parts = new Map()
    return taken
  }
}
