export function findProgram(name: string): string | null
export function freePort(): Promise<number>
export class Program {
  constructor(command: string, words: readonly string[], options?: { detached?: boolean })
  readonly name: string
  readonly pid: number | undefined
  readonly hasEnded: boolean
  readonly output: string
  /** The exit code, or the signal or the error that ended it. */
  readonly ended: Promise<number | string | null>
  /** Resolves when `isReady` answers true. Throws, with what the program said, when it ends before that. */
  ready(isReady: () => Promise<boolean>): Promise<void>
  signal(signal: NodeJS.Signals): void
  stop(signal?: NodeJS.Signals): Promise<number | string | null>
}
