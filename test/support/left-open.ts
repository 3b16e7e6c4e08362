const closers = new Map<object, () => unknown>()
let isOver = false

/** Jest goes on without a test that failed in the middle or took too long: what it has open is closed at the end of its file. */
export function opened(thing: object, close: () => unknown): void {
  if (isOver) throw new Error('The tests of this file are over; nothing more is opened.')
  closers.set(thing, close)
}

export function closed(thing: object): void {
  closers.delete(thing)
}

/** The newest first: clients before their server. */
export async function closeWhatIsLeft(): Promise<void> {
  isOver = true
  for (const [thing, close] of [...closers].reverse()) {
    await close()
    closers.delete(thing)
  }
}
