/** Times that one connection may ask to be let in: once a namespace, and again when it was told to come back. */
const MOST_TRIES = 8

const tries = new WeakMap<object, number>()

/**
 * Counts one more try of a socket.io connection to be let in. A single small request can hold a thousand of them, and each is a
 * question to the database, also of somebody who is nobody: true from the ninth on, when the connection is to be ended unasked.
 */
export function triesTooOften(connection: object): boolean {
  const count = (tries.get(connection) ?? 0) + 1
  tries.set(connection, count)
  return count > MOST_TRIES
}
