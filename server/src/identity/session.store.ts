/** Who a request comes from, as every door sees them. `expiresAt` is the session's, by the database's clock. */
export interface Authenticated {
  readonly sessionId: string
  readonly personId: string
  readonly publicId: string
  readonly name: string
  readonly handle: string
  readonly locale: string
  readonly hasEmail: boolean
  readonly isOperator: boolean
  readonly expiresAt: Date
}

export interface NewSession {
  readonly id: string
  readonly personId: string
  readonly tokenHash: Buffer
  readonly device: string
  /** Hashes of the tokens the browser held before: these sessions end in the same statement. */
  readonly replaces: readonly Buffer[]
}

export interface StoredSession {
  readonly id: string
  readonly device: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** Sessions. A live one has not ended, has not expired by the database's clock, and its person is not suspended. */
export abstract class SessionStore {
  /** False when the person is gone or suspended. */
  abstract open(session: NewSession): Promise<boolean>

  /**
   * The live session of a token, in one statement. Notes that it was seen, at most once a minute,
   * and moves its expiry on, at most once a day: each move makes every door decide this person's rights again.
   */
  abstract find(tokenHash: Buffer): Promise<Authenticated | null>

  /** When each of these sessions that is alive expires. Asking is no visit: an open page keeps no session alive by itself. */
  abstract living(ids: readonly string[]): Promise<ReadonlyMap<string, Date>>

  /** Live sessions, the one seen last first. */
  abstract listOf(personId: string): Promise<StoredSession[]>

  /** Ends a live session of this person; false when this person has none of that id. */
  abstract end(id: string, personId: string): Promise<boolean>

  /** Forgets sessions that ended or expired a week ago. Answers how many. */
  abstract clean(): Promise<number>
}
