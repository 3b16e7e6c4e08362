import type pg from 'pg'
import { hashSecret, newSecret } from '../platform/tokens.js'

const TICKET_SECONDS = 30

export interface TicketHolder {
  readonly personId: string
  readonly sessionId: string | null
}

/** One-time tickets for live sockets of clients without cookies. Only a keyed hash is stored. */
export class TicketStore {
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
  async redeem(ticket: string, documentId: string): Promise<TicketHolder | null> {
    const { rows } = await this.pool.query<{ person_id: string; session_id: string | null }>({
      name: 'ticket_redeem',
      text: `with used as (delete from live_ticket where token_hash = $1 and not is_reusable returning document_id, person_id, session_id, expires_at),
        kept as (select document_id, person_id, session_id, expires_at from live_ticket where token_hash = $1 and is_reusable and $3)
        select person_id, session_id from (select * from used union all select * from kept) t where document_id = $2 and expires_at > now()`,
      values: [hashSecret(ticket, this.key), documentId, !this.isProduction]
    })
    const [row] = rows
    return row ? { personId: row.person_id, sessionId: row.session_id } : null
  }
}
