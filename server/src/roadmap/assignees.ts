import { RoundtableError } from '@roundtable/shared/error'
import { SIDES } from '@roundtable/shared/framework'
import type { AskForTask, Assignee } from '@roundtable/shared/protocol'
import type { AskedOf } from './domain/seats.js'
import type { Desk, SeatHere } from './roadmap-desk.js'

/** Whom one may ask: sides, organisations and people here who see this roadmap and may take on tasks of it. */
export function assigneesFor({ seats }: Desk): Assignee[] {
  const able = seats.all.filter(({ takesOn }) => takesOn)
  const sides = SIDES.filter((side) => able.some((seat) => seat.side === side))
  const organisations = new Map(able.filter(speaksForOrganisation).map((seat) => [`${seat.organisationId} ${seat.side}`, seat]))
  return [
    ...sides.map((side) => ({ kind: 'side' as const, id: null, name: '', side, role: null })),
    ...[...organisations.values()].map(({ organisationId, organisation, side }) => ({
      kind: 'organisation' as const,
      id: organisationId,
      name: organisation ?? '',
      side,
      role: null
    })),
    ...able.map(({ id, name, side, role }) => ({ kind: 'seat' as const, id, name, side, role }))
  ]
}

/** A community's delegate speaks for the community alone. */
function speaksForOrganisation({ organisationId, side, role }: SeatHere): boolean {
  return organisationId !== null && side !== null && role !== 'COM'
}

/**
 * Whom a body names, as rows keep it. Throws `bad_input` naming the field where it is nobody who could take on a task here;
 * somebody of elsewhere and nobody are one answer.
 */
export function askedOf(desk: Desk, { seatId, organisationId, side }: AskForTask): AskedOf {
  const found = assigneesFor(desk).find(({ kind, ...one }) => {
    if (seatId !== undefined) return kind === 'seat' && one.id === seatId
    if (organisationId !== undefined) return kind === 'organisation' && one.id === organisationId
    return kind === 'side' && one.side === side
  })
  if (!found) {
    const field = seatId !== undefined ? 'seatId' : organisationId !== undefined ? 'organisationId' : 'side'
    const problem = { field, reason: 'nobody here who can take on a task' }
    throw new RoundtableError('bad_input', problem, [problem])
  }
  return {
    kind: found.kind,
    seatId: found.kind === 'seat' ? found.id : null,
    organisationId: found.kind === 'organisation' ? found.id : null,
    side: found.side
  }
}
