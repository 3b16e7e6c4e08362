/** A set that is empty most of the time, and takes no room until there is something in it: a process holds thousands. */
export class LazySet<T> implements Iterable<T> {
  #members: Set<T> | null = null

  get size(): number {
    return this.#members?.size ?? 0
  }

  add(member: T): void {
    this.#members ??= new Set()
    this.#members.add(member)
  }

  delete(member: T): void {
    this.#members?.delete(member)
    if (this.#members?.size === 0) this.#members = null
  }

  [Symbol.iterator](): Iterator<T> {
    return (this.#members ?? NOBODY)[Symbol.iterator]()
  }
}

const NOBODY: readonly never[] = []
