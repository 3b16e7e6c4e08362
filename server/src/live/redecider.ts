import type { Logger } from 'pino'
import type { AccessAnswer, AccessService, Grounds } from '../ability/index.js'
import type { Appender } from './appender.js'
import type { LiveConnection } from './connection.js'

/**
 * Decides again for open connections when an access number has risen or a session runs out, and
 * carries the answer out: told and kept, told and read-only, or closed.
 */
export class Redecider {
  /** Whose decision failed: a number rises once, so they are asked about again without it. */
  readonly #owed = new Set<LiveConnection>()
  /** Nobody's session or mandate runs out before; asking ten thousand connections several times a second would be work for nothing. */
  #soonest = Number.NEGATIVE_INFINITY
  #decisions = 0

  constructor(
    private readonly access: AccessService,
    private readonly appender: Appender,
    private readonly connections: ReadonlySet<LiveConnection>,
    /** Whose seat ended and who reads on: they are shown to nobody any more. */
    private readonly onLeft: (connection: LiveConnection) => void,
    private readonly logger: Logger
  ) {}

  /** Called by the access watch, several times a second. `databaseNow`: expiry is by the database's clock. */
  onTick(changed: ReadonlySet<string>, databaseNow: Date): void {
    if (changed.size === 0 && this.#owed.size === 0 && databaseNow.getTime() < this.#soonest) return
    this.#soonest = Number.POSITIVE_INFINITY
    for (const connection of this.connections) this.expect(connection)
    const concerned = [...this.connections].filter(
      (connection) =>
        this.#owed.has(connection) ||
        changed.has(connection.access.document.workspaceId) ||
        changed.has(connection.facts.personId) ||
        connection.access.grounds.validUntil <= databaseNow
    )
    this.#owed.clear()
    if (concerned.length === 0) return
    this.decide(concerned).catch((error: unknown) => {
      for (const connection of concerned) this.#owed.add(connection)
      this.logger.warn({ err: error }, 'rights could not be decided again; the next tick tries')
    })
  }

  /** Told of everybody who comes in, and of every new answer: when it runs out they are decided again. */
  expect({ access }: LiveConnection): void {
    this.#soonest = Math.min(this.#soonest, access.grounds.validUntil.getTime())
  }

  /** One query for all of them. Whoever has lost their right meanwhile is shown nothing more; a decision that fails leaves it so. */
  async decide(connections: readonly LiveConnection[]): Promise<void> {
    const decision = ++this.#decisions
    for (const connection of connections) connection.holdUntil(decision)
    const answers = await this.access.answerAll(
      connections.map(({ facts, access }) => ({ documentId: access.document.id, personId: facts.personId, sessionId: facts.sessionId }))
    )
    connections.forEach((connection, index) => {
      this.#carryOut(connection, answers[index] ?? { kind: 'absent' })
      if (!connection.isRefused) connection.goOnAfter(decision)
    })
  }

  #carryOut(connection: LiveConnection, answer: AccessAnswer): void {
    if (answer.kind === 'granted') {
      if (isOlder(answer.access.grounds, connection.access.grounds)) return
      if (answer.access.document.epoch !== connection.room.epoch) return this.#end(connection, 'oldEpoch')
      if (connection.setAccess(answer.access)) connection.tellAccess()
      this.expect(connection)
      if (answer.access.hasLeft) this.onLeft(connection)
      this.appender.wake(connection.room)
      return
    }
    this.#end(connection, answer.kind === 'signed_out' ? 'signedOut' : 'notAllowed')
  }

  /** What it still had waiting is not taken; its client keeps the words (102, or the close code alone). */
  #end(connection: LiveConnection, name: 'oldEpoch' | 'signedOut' | 'notAllowed'): void {
    this.appender.drop(connection)
    connection.isRefused = true
    connection.close(name)
  }
}

/** Of two answers on their way at once the one that was read first may come last. */
function isOlder(grounds: Grounds, than: Grounds): boolean {
  return grounds.workspaceNumber < than.workspaceNumber || grounds.personNumber < than.personNumber
}
