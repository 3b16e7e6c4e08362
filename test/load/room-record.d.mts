export interface Reader {
  readonly id: number
  readonly seen: Map<number, number>
}

export class RoomRecord {
  latencies: number[]
  deliveries: number
  timedFrom: number
  typed(writer: number, update: Uint8Array, letters: number, due: number): void
  reader(id: number): Reader
  received(reader: Reader, bytes: Uint8Array, at: number): void
  missing(readers: readonly Reader[]): number
  stateOf(reader: Reader): Uint8Array
  isConverged(readers: readonly Reader[], alreadyThere?: number): boolean
}
