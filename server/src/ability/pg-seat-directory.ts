import type { SeatView } from '@roundtable/shared/protocol'
import { seatActorOf, seatContextOf } from './actor.js'
import { packedRules } from './packed-rules.js'
import type { SeatDirectory } from './seat-directory.js'
import { type SeatStore, seatView } from './seat.store.js'

export class PgSeatDirectory implements SeatDirectory {
  constructor(private readonly store: SeatStore) {}

  async seatsOf(personId: string): Promise<{ seats: SeatView[]; rules: Record<string, unknown[]> }> {
    const rows = await this.store.ofPerson(personId)
    return {
      seats: rows.map(seatView),
      rules: Object.fromEntries(rows.map((row) => [row.workspaceId, [...packedRules(seatActorOf(row), seatContextOf(row)).packed]]))
    }
  }
}
