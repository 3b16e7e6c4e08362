import type pg from 'pg'
import { Gathered } from '../platform/gathered.js'
import { hashSecret, newSecret } from '../platform/tokens.js'

const TICKET_SECONDS = 30

export interface TicketHolder {
  readonly personId: string
  readonly sessionId: string | null
}

interface Presented {
  readonly tokenHash: Buffer
  readonly documentId: string
}

/** Of two that present the same ticket the first has it. */
const REDEEM = {
  name: 'tickets_redeem',
  text: `with asked as (
      select a.*, row_number() over (partition by a.token_hash order by a.ordinal) as turn
      from unnest($1::bytea[], $2::uuid[]) with ordinality a (token_hash, document_id, ordinal)
    ), used as (
      delete from live_ticket where token_hash = any ($1::bytea[]) and not is_reusable
      returning token_hash, document_id, person_id, session_id, expires_at
    ), redeemed as (
      select a.ordinal, t.person_id, t.session_id from asked a join used t using (token_hash, document_id)
      where a.turn = 1 and t.expires_at > now()
      union all
      select a.ordinal, t.person_id, t.session_id from asked a join live_ticket t using (token_hash, document_id)
      where $3 and t.is_reusable and t.expires_at > now()
    )
    select r.person_id, r.session_id from asked a left join redeemed r using (ordinal) order by a.ordinal`
}

/** One-time tickets for live sockets of clients without cookies. Only a keyed hash is stored. */
export class TicketStore {
  readonly #redeemed = new Gathered<Presented, TicketHolder | null>((presented) => this.#redeemAll(presented))

  constructor(
    private readonly pool: pg.Pool,
    private readonly key: string,
    private readonly isProduction: boolean
  ) {}

  /** A ticket bound to person, session and document, good once within 30 seconds. */
  async issue(documentId: string, personId: string, sessionId: string): Promise<{ ticket: string; expiresInSeconds: number }> {
    const ticket = newSecret()
    await this.pool.query(
      `with spent as (delete from live_ticket where expires_at < now() - interval '1 minute')
       insert into live_ticket (token_hash, document_id, person_id, session_id, expires_at) values ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
      [hashSecret(ticket, this.key), documentId, personId, sessionId, TICKET_SECONDS]
    )
    return { ticket, expiresInSeconds: TICKET_SECONDS }
  }

  /**
   * Uses a ticket up. Two at once: one wins, the row is gone for the other. Reusable ones (fixtures of
   * the benchmark) are honoured outside production only. Null: used, too old, or for something else.
   */
  redeem(ticket: string, documentId: string): Promise<TicketHolder | null> {
    return this.#redeemed.ask({ tokenHash: hashSecret(ticket, this.key), documentId })
  }

  async #redeemAll(presented: readonly Presented[]): Promise<(TicketHolder | null)[]> {
    const { rows } = await this.pool.query<{ person_id: string | null; session_id: string | null }>({
      ...REDEEM,
      values: [presented.map(({ tokenHash }) => tokenHash), presented.map(({ documentId }) => documentId), !this.isProduction]
    })
    return rows.map(({ person_id: personId, session_id: sessionId }) => (personId === null ? null : { personId, sessionId }))
  }
}
