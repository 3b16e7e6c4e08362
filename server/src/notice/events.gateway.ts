import { Inject } from '@nestjs/common'
import { type OnGatewayConnection, type OnGatewayInit, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
import { problemOf, RoundtableError } from '@roundtable/shared/error'
import { watchSchema, type Acknowledged, type ChangedPart, type ClientEvents, type ServerEvents } from '@roundtable/shared/protocol'
import type { Logger } from 'pino'
import type { Server, Socket } from 'socket.io'
import { v4 } from 'uuid'
import { AccessWatch, Intents, ask, readMembers, queryOf } from '../ability/index.js'
import { type Authenticated, SessionService } from '../identity/index.js'
import { Changes } from '../platform/changes.js'
import { triesTooOften } from '../platform/connect-tries.js'
import { holdsTooMany } from '../platform/held-connections.js'
import { parse } from '../platform/parsed.js'
import { toRoundtableError } from '../platform/problem.filter.js'
import { TokenBucket } from '../platform/token-bucket.js'
import { LOGGER } from '../platform/tokens.js'
import { DataSource } from 'typeorm'
import { isSameRight, Untold, type Watch, watchOf } from './watchers.js'

/** Workspaces one page may watch at a time: what a screen shows, and a margin. */
const MOST_WATCHED = 20
/** A page that comes back watches all of its workspaces at once, and then one when somebody goes on to it. */
const ASKS_AT_ONCE = 3 * MOST_WATCHED
const ASKS_PER_SECOND = 2

interface SocketData {
  person: Pick<Authenticated, 'personId' | 'sessionId' | 'expiresAt'>
  readonly watched: Map<string, Watch>
  readonly asks: TokenBucket
}
type EventSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>
type EventServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>

/**
 * The socket.io door: pages hear that something changed, never what it says. Who may hear is decided when they begin to
 * watch, and again with each reading of the access numbers; a change is told only after a reading that began after its commit,
 * so nobody hears of anything that was committed after their right was gone.
 */
@WebSocketGateway()
export class EventsGateway implements OnGatewayInit<EventServer>, OnGatewayConnection<EventSocket> {
  #server: EventServer | null = null
  #telling: Promise<void> = Promise.resolve()
  readonly #untold = new Untold()
  /** What had been announced when the numbers were last read; it is told after the reading that comes next. */
  #due: ReadonlyMap<string, ReadonlySet<ChangedPart>> = new Map()
  /** Whose rights could not be read: their scope's number rises once, so they are asked about again. */
  #owed: ReadonlySet<string> = new Set()

  constructor(
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(Intents) private readonly intents: Intents,
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(AccessWatch) private readonly watch: AccessWatch,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(LOGGER) private readonly logger: Logger
  ) {}

  afterInit(server: EventServer): void {
    this.#server = server
    server.use((socket, next) => {
      if (triesTooOften(socket.conn)) return socket.conn.close(true)
      this.sessions.authenticate(socket.handshake.headers.cookie).then(
        (person) => {
          if (!person) return next(new RoundtableError('not_signed_in'))
          if (holdsTooMany(person.personId, socket.conn)) return next(new RoundtableError('too_many_requests', { seconds: 1 }))
          socket.data = { person, watched: new Map(), asks: new TokenBucket(ASKS_PER_SECOND, ASKS_AT_ONCE, performance.now()) }
          next()
        },
        (error: unknown) => {
          this.logger.warn({ err: error }, 'who opens an event connection could not be read')
          next(new RoundtableError('unavailable'))
        }
      )
    })
    this.changes.onChange((workspaceId, part) => this.#untold.add(workspaceId, part))
    this.watch.onTick((changed, now) => {
      const due = this.#due
      this.#due = this.#untold.take()
      this.#telling = this.#telling.then(() => this.#tell(due, changed, now)).catch((error: unknown) => this.#fail(error, due, changed))
    })
  }

  /** A page that was let in a moment before its session ended is noticed with the next reading. */
  handleConnection(socket: EventSocket): void {
    socket.on('error', (error: unknown) => this.logger.debug({ err: error }, 'an event connection failed'))
  }

  @SubscribeMessage('watch')
  async onWatch(socket: EventSocket, body: unknown): Promise<Acknowledged> {
    // Each asks the database. No page of ours comes near; whoever floods is asked to leave.
    if (!socket.data.asks.take(performance.now())) socket.disconnect(true)
    if (!socket.connected) return { ok: false, problem: problemOf(new RoundtableError('too_many_requests', { seconds: 1 }), v4()) }
    return this.#answer(async () => {
      const { workspaceId } = parse(watchSchema, body)
      const { person, watched } = socket.data
      if (watched.size >= MOST_WATCHED && !watched.has(workspaceId)) throw new RoundtableError('too_many_requests', { seconds: 1 })
      const first = await this.#see(person.personId, workspaceId)
      watched.set(workspaceId, first)
      // A right that was lost before it was noted here is looked at by no reading any more: so it is asked about once again.
      const again = await this.#see(person.personId, workspaceId).catch((error: unknown) => {
        watched.delete(workspaceId)
        throw error
      })
      if (watched.get(workspaceId) === first) watched.set(workspaceId, again)
    })
  }

  @SubscribeMessage('unwatch')
  async onUnwatch(socket: EventSocket, body: unknown): Promise<Acknowledged> {
    return this.#answer(() => {
      socket.data.watched.delete(parse(watchSchema, body).workspaceId)
      return Promise.resolve()
    })
  }

  /** Throws `not_found` where the person may not see the workspace. */
  async #see(personId: string, workspaceId: string): Promise<Watch> {
    const seen = watchOf(await this.intents.member(personId, workspaceId, { action: 'view', artefact: 'PROF' }))
    if (!seen) throw new RoundtableError('not_found')
    return seen
  }

  async #answer(work: () => Promise<void>): Promise<Acknowledged> {
    try {
      await work()
      return { ok: true }
    } catch (error) {
      const known = toRoundtableError(error)
      const reference = v4()
      if (!known) this.logger.error({ err: error, reference }, 'an event could not be answered')
      return { ok: false, problem: problemOf(known, reference) }
    }
  }

  /** First who may still hear, then what there is to hear. */
  async #tell(due: ReadonlyMap<string, ReadonlySet<ChangedPart>>, changed: ReadonlySet<string>, now: Date): Promise<void> {
    const sockets = [...(this.#server?.sockets.sockets.values() ?? [])]
    const scopes = new Set([...changed, ...this.#owed])
    this.#owed = new Set()
    await this.#endSessions(sockets.filter(({ data: { person } }) => scopes.has(person.personId) || person.expiresAt <= now))
    await this.#decideAgain(
      sockets.filter((socket) => socket.connected),
      scopes,
      now
    )
    for (const socket of sockets)
      for (const [workspaceId, parts] of due)
        if (socket.data.watched.has(workspaceId)) for (const part of parts) socket.emit('changed', { workspaceId, part })
  }

  /** Asked without counting as a visit: an open page must not keep a session alive by itself. */
  async #endSessions(sockets: readonly EventSocket[]): Promise<void> {
    if (sockets.length === 0) return
    const living = await this.sessions.living(sockets.map(({ data }) => data.person.sessionId))
    for (const socket of sockets) {
      const expiresAt = living.get(socket.data.person.sessionId)
      if (expiresAt) socket.data.person = { ...socket.data.person, expiresAt }
      else {
        socket.data.watched.clear()
        socket.disconnect(true)
        // What waits for a poll is nobody's any more.
        socket.conn.close(true)
      }
    }
  }

  async #decideAgain(sockets: readonly EventSocket[], scopes: ReadonlySet<string>, now: Date): Promise<void> {
    const asked = sockets.flatMap((socket) =>
      [...socket.data.watched]
        .filter(([id, { mandateEndsAt }]) => scopes.has(id) || (mandateEndsAt !== null && mandateEndsAt <= now))
        .map(([workspaceId, before]) => ({ socket, workspaceId, before }))
    )
    const members = await readMembers(
      queryOf(this.source.manager),
      asked.map(({ socket, workspaceId }) => ({ workspaceId, personId: socket.data.person.personId }))
    )
    asked.forEach(({ socket, workspaceId, before }, index) => {
      if (!socket.data.watched.has(workspaceId)) return
      const member = members[index] ?? null
      const after = watchOf(member)
      if (after) socket.data.watched.set(workspaceId, after)
      else socket.data.watched.delete(workspaceId)
      if (isSameRight(before, after)) return
      const { rule, paragraph, sentence } = member
        ? ask(member, after ? { action: 'edit', artefact: 'OBJ' } : { action: 'view', artefact: 'PROF' })
        : { rule: 'ABIL-5', paragraph: '', sentence: 'ability.because.ABIL-5' }
      socket.emit('right_changed', { workspaceId, seat: after?.seat ?? null, because: { rule, paragraph, sentence } })
    })
  }

  #fail(error: unknown, due: ReadonlyMap<string, ReadonlySet<ChangedPart>>, changed: ReadonlySet<string>): void {
    for (const [workspaceId, parts] of due) for (const part of parts) this.#untold.add(workspaceId, part)
    this.#owed = new Set([...this.#owed, ...changed])
    this.logger.warn({ err: error }, 'who may still hear of changes could not be decided; the next reading tries')
  }
}
