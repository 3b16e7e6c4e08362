import { type SeatRow, seated } from '../ability/index.js'
import type { VotingSeat } from './domain/voters.js'

/** A seat's row as the rules about voices read it. */
export function votingSeat(row: SeatRow): VotingSeat {
  return {
    id: row.id,
    role: row.role,
    side: row.side,
    name: row.name,
    organisation: row.organisation,
    organisationId: row.organisationId,
    voiceOf: row.voiceOf,
    isSuspended: row.isSuspended,
    actor: seated(row).actor
  }
}
