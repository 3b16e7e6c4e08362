import type pg from 'pg'

/**
 * Begins another life of every document, so that nothing of the one that was lost comes back unseen: a page that is still
 * open, or a copy on a device, names its epoch and is served nothing (LIVE-27).
 *
 * The number is one that no life had that this database has forgotten: of the same backup restored twice, the second would
 * otherwise be taken for the first. So it follows the clock (seconds since 2020), and always rises.
 *
 * The log keeps the epoch that each update was written in. What had been read of a document at its head is still what it says.
 */
export async function beginNewEpoch(client: pg.ClientBase): Promise<void> {
  // Each of these raises the number of its workspace: once for all of them is enough.
  await client.query('alter table document_head disable trigger user')
  await client.query(
    `with before as (select document_id, epoch, seq from document_head),
       risen as (update document_head set epoch = greatest(epoch, extract(epoch from clock_timestamp() - '2020-01-01 00:00Z'::timestamptz)::integer) + 1
                 returning document_id, epoch)
     update document_projection p set epoch = risen.epoch from risen join before using (document_id)
     where p.document_id = risen.document_id and p.epoch = before.epoch and p.seq = before.seq`
  )
  await client.query('alter table document_head enable trigger user')
  // The transaction ids of the other cluster say nothing here; every decision that was cached anywhere is made again.
  await client.query('update access_scope set number = number + 1, changed_xid = pg_current_xact_id(), changed_at = clock_timestamp()')
}
