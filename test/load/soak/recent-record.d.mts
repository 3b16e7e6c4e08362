export interface RecentReader {
  readonly id: number
  comesAt: number
}

export class RecentRecord {
  constructor(timedFrom: number)
  takeLatencies(): number[]
  typed(writer: number, end: number, due: number): void
  reader(id: number): RecentReader
  received(reader: RecentReader, bytes: Uint8Array, at: number): void
}
