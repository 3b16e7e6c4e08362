export function findProgram(name: string): string | null
export function freePort(): Promise<number>
export class Program {
  readonly name: string
  readonly pid: number | undefined
  readonly hasEnded: boolean
  readonly output: string
  /** The exit code, or the signal or the error that ended it. */
  readonly ended: Promise<number | string | null>
  signal(signal: NodeJS.Signals): void
  stop(signal?: NodeJS.Signals): Promise<number | string | null>
}
