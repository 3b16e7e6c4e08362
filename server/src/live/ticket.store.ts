import type pg from 'pg'
import { Gathered } from '../platform/gathered.js'
import { hashSecret, newSecret } from '../platform/tokens.js'

const TICKET_SECONDS = 30

export interface TicketHolder {
  readonly personId: string
  readonly sessionId: string | null
}

interface PresentedTicket {
  readonly ticket: string
  readonly documentId: string
}

/** One-time tickets for live sockets of clients without cookies. Only a keyed hash is stored. */
export class TicketStore {
  readonly #redeemed = new Gathered((tickets: readonly PresentedTicket[]) => this.#redeemAll(tickets))

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
    return this.#redeemed.ask({ ticket, documentId })
  }

  async #redeemAll(presented: readonly PresentedTicket[]): Promise<(TicketHolder | null)[]> {
    const { rows } = await this.pool.query<{ ordinal: number; person_id: string; session_id: string | null }>({
      name: 'tickets_redeem',
      text: `with asked as (select * from unnest($1::bytea[], $2::uuid[]) with ordinality as a (token_hash, document_id, ordinal)),
        firsts as (select distinct on (token_hash) * from asked order by token_hash, ordinal),
        used as (delete from live_ticket t using firsts f where t.token_hash = f.token_hash and not t.is_reusable
          returning f.ordinal, f.document_id = t.document_id as fits, t.person_id, t.session_id, t.expires_at),
        kept as (select a.ordinal, a.document_id = t.document_id as fits, t.person_id, t.session_id, t.expires_at
          from asked a join live_ticket t on t.token_hash = a.token_hash where t.is_reusable and $3)
        select ordinal::int, person_id, session_id from (select * from used union all select * from kept) t where fits and expires_at > now()`,
      values: [
        presented.map(({ ticket }) => hashSecret(ticket, this.key)),
        presented.map(({ documentId }) => documentId),
        !this.isProduction
      ]
    })
    const holders = new Map(rows.map((row) => [row.ordinal, { personId: row.person_id, sessionId: row.session_id }]))
    return presented.map((_, index) => holders.get(index + 1) ?? null)
  }
}
