export interface Entry {
  readonly act: (due: number) => void
  readonly due: number
}

export function timetable(actors: readonly { act: (due: number) => void; perSecond: number }[], from: number, seconds: number): Entry[]

export function follow(entries: readonly Entry[], clock: { now: () => number; pause: () => Promise<void> }): Promise<number[]>
