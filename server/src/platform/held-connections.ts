/** What one person may hold open at a node at once, at the live door and at the one for events each: a screen has one of each. */
export const MOST_CONNECTIONS = 100

interface EngineConnection {
  readonly readyState: string
  once(event: 'close', listener: () => void): unknown
}

const held = new Map<string, Set<object>>()

/**
 * Counts a socket.io connection as this person's until it is gone, once whatever it is for; true, and not counted, when they
 * hold as many as they may. Of one that has gone meanwhile nothing is counted.
 */
export function holdsTooMany(personId: string, connection: EngineConnection): boolean {
  const theirs = held.get(personId) ?? new Set()
  if (theirs.has(connection) || connection.readyState !== 'open') return false
  if (theirs.size >= MOST_CONNECTIONS) return true
  held.set(personId, theirs.add(connection))
  connection.once('close', () => {
    theirs.delete(connection)
    if (theirs.size === 0) held.delete(personId)
  })
  return false
}
