const BETWEEN_LOOKS_MS = 25

/** Looks again until the condition holds and answers what was read then. Rejects after `limitMs`, saying what was seen last. */
export async function until<T>(what: string, read: () => T | Promise<T>, isMet: (seen: T) => boolean, limitMs = 15_000): Promise<T> {
  const giveUpAt = performance.now() + limitMs
  for (;;) {
    const seen = await read()
    if (isMet(seen)) return seen
    if (performance.now() > giveUpAt)
      throw new Error(`waited ${limitMs} ms for: ${what}; saw last: ${JSON.stringify(seen)?.slice(0, 2000)}`)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS))
  }
}
