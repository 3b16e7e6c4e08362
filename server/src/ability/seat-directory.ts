import type { SeatView } from '@roundtable/shared/protocol'

/** A person's seats, and their rights in each workspace as packed CASL rules (advice for screens, never a decision). */
export interface SeatDirectory {
  seatsOf(personId: string): Promise<{ seats: SeatView[]; rules: Record<string, unknown[]> }>
}

export const SEAT_DIRECTORY = Symbol('seat directory')
