const EVERY_BYTES = 16 * 1_048_576

/** Tells the operator how far it is. */
export class Report {
  #bytes = 0
  #told = 0
  #at = ''

  constructor(private readonly write: (line: string) => void) {}

  say(line: string): void {
    this.write(line)
  }

  /** Which table is being worked on. */
  at(name: string): void {
    this.#at = name
  }

  /** So many more bytes of the file are done. */
  add(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes - this.#told < EVERY_BYTES) return
    this.#told = this.#bytes
    this.write(`${Math.round(this.#bytes / 1_048_576)} MB, at ${this.#at}`)
  }
}

/** The same bytes, told to `report` as they pass. */
export async function* counted(bytes: AsyncIterable<Buffer>, report: Report): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    report.add(chunk.length)
    yield chunk
  }
}
