import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { SessionView } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type { Config } from '../config/index.js'
import { CONFIG, hashSecret, newSecret } from '../platform/tokens.js'
import { presentedTokens, tokenOf } from './domain/session-cookie.js'
import { type Authenticated, SessionStore } from './session.store.js'

/** Sessions of people's browsers, the same for REST, socket.io and the live door. */
@Injectable()
export class SessionService {
  constructor(
    @Inject(SessionStore) private readonly store: SessionStore,
    @Inject(CONFIG) private readonly config: Config
  ) {}

  /** Who a Cookie header speaks for; null for nobody. One query. */
  async authenticate(cookieHeader: string | undefined): Promise<Authenticated | null> {
    const token = tokenOf(cookieHeader)
    return token ? this.store.find(this.#hash(token)) : null
  }

  /**
   * Opens a session and answers its token. Whatever the browser presented before ends in the same
   * statement: a token planted beforehand is worth nothing (session fixation). Throws `wrong_credentials`
   * when the person was suspended meanwhile.
   */
  async open(personId: string, device: string, cookieHeader: string | undefined): Promise<string> {
    const token = newSecret()
    const replaces = presentedTokens(cookieHeader).map((each) => this.#hash(each))
    const isOpen = await this.store.open({ id: v7(), personId, tokenHash: this.#hash(token), device, replaces })
    if (!isOpen) throw new RoundtableError('wrong_credentials')
    return token
  }

  /** When each of these sessions that is alive expires. Asking is no visit. */
  living(ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    return this.store.living(ids)
  }

  async list({ personId, sessionId }: Authenticated): Promise<SessionView[]> {
    const sessions = await this.store.listOf(personId)
    return sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThisOne: id === sessionId
    }))
  }

  /** Ends one's own session; somebody else's answers like an absent one. Throws `not_found`. */
  async end(sessionId: string, personId: string): Promise<void> {
    if (!(await this.store.end(sessionId, personId))) throw new RoundtableError('not_found')
  }

  #hash(token: string): Buffer {
    return hashSecret(token, this.config.sessionSecret)
  }
}
