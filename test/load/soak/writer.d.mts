export class Writer {
  constructor(name: string, room: object, person: object)
  readonly acknowledged: number
  write(due: number): void
  lacks(stored: { clocks: Map<number, number>; text: string }): string | null
}
