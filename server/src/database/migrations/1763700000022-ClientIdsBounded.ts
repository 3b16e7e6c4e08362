import type { MigrationInterface, QueryRunner } from 'typeorm'
import { LIVE_APPEND } from './1763700000001-LiveAppend.js'

/**
 * The append binds no more than so many client ids to one person in one family of documents: each stands in every
 * state vector from then on. A page that is opened and written in takes one. It is counted only where an id is new, and who
 * has come to the bound goes on under the ids they have. Nodes of the version before take the new verdict for a refusal.
 */
export class ClientIdsBounded1763700000022 implements MigrationInterface {
  readonly name = 'ClientIdsBounded1763700000022'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index client_binding_person on client_binding (family_id, person_id)')
    await runner.query(BOUNDED)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      LIVE_APPEND.replace('create function', 'create or replace function').replace(' as $$', " set lock_timeout = '1s' as $$")
    )
    await runner.query('drop index client_binding_person')
  }
}

const MOST_PER_PERSON = 20_000

/** Written out: a migration is what was run on its day, and must not change with another one's text. */
const BOUNDED = `
create or replace function live_append(
  s_document uuid[], s_workspace uuid[], s_person uuid[], s_seat uuid[], s_epoch integer[],
  s_workspace_number bigint[], s_person_number bigint[], s_valid_until timestamptz[],
  b_sender integer[], b_family uuid[], b_client bigint[],
  u_sender integer[], u_bytes bytea[], u_checksum integer[]
) returns table (sender integer, verdict text, seqs bigint[]) language plpgsql volatile set lock_timeout = '1s' as $$
declare
  verdicts text[];
begin
  perform 1 from document_head h where h.document_id = any (s_document) order by h.document_id for no key update;
  perform 1 from access_scope a where a.scope_id = any (s_workspace || s_person) order by a.scope_id for share;

  select array_agg(case
      when h.document_id is null or h.epoch <> s.epoch then 'old_epoch'
      when w.number is distinct from s.workspace_number or p.number is distinct from s.person_number
        or s.valid_until <= clock_timestamp() then 'decide_again'
      else 'committed' end order by s.ordinal)
    into verdicts
    from unnest(s_document, s_workspace, s_person, s_epoch, s_workspace_number, s_person_number, s_valid_until)
      with ordinality as s (document, workspace, person, epoch, workspace_number, person_number, valid_until, ordinal)
    left join document_head h on h.document_id = s.document
    left join access_scope w on w.scope_id = s.workspace
    left join access_scope p on p.scope_id = s.person;

  if cardinality(b_sender) > 0 then
    with brought as (
      select distinct b.family, b.client, s_person[b.sender] as person
      from unnest(b_sender, b_family, b_client) as b (sender, family, client)
      where not exists (select 1 from client_binding c where c.family_id = b.family and c.client_id = b.client)
    ), beyond as (
      select n.family, n.person from (select family, person, count(*) as news from brought group by family, person) n
      where n.news + (select count(*) from client_binding c where c.family_id = n.family and c.person_id = n.person) > ${MOST_PER_PERSON}
    )
    select array_agg(case when v.verdict = 'committed' and exists (
        select 1 from unnest(b_sender, b_family, b_client) as b (sender, family, client)
        join brought n on n.family = b.family and n.client = b.client
        join beyond o on o.family = b.family and o.person = s_person[b.sender]
        where b.sender = v.ordinal
      ) then 'too_many_clients' else v.verdict end order by v.ordinal)
      into verdicts
      from unnest(verdicts) with ordinality as v (verdict, ordinal);
    insert into client_binding (family_id, client_id, person_id, epoch)
      select b.family, b.client, s_person[b.sender], s_epoch[b.sender]
      from unnest(b_sender, b_family, b_client) as b (sender, family, client)
      where verdicts[b.sender] = 'committed'
      order by b.family, b.client
      on conflict do nothing;
    select array_agg(case when v.verdict = 'committed' and exists (
        select 1 from unnest(b_sender, b_family, b_client) as b (sender, family, client)
        join client_binding c on c.family_id = b.family and c.client_id = b.client
        where b.sender = v.ordinal and (c.person_id is distinct from s_person[b.sender] or c.epoch <> s_epoch[b.sender])
      ) then 'foreign_client' else v.verdict end order by v.ordinal)
      into verdicts
      from unnest(verdicts) with ordinality as v (verdict, ordinal);
  end if;

  return query
    with numbered as (
      select u.ordinal, u.sender, s_document[u.sender] as document, u.bytes, u.checksum,
        row_number() over (partition by s_document[u.sender] order by u.ordinal) as place
      from unnest(u_sender, u_bytes, u_checksum) with ordinality as u (sender, bytes, checksum, ordinal)
      where verdicts[u.sender] = 'committed'
    ), placed as (
      select n.ordinal, n.sender, n.document, n.bytes, n.checksum, h.seq + n.place as seq
      from numbered n join document_head h on h.document_id = n.document
    ), inserted as (
      insert into document_update (document_id, seq, epoch, bytes, checksum, seat_id)
      select p.document, p.seq, s_epoch[p.sender], p.bytes, p.checksum, s_seat[p.sender] from placed p
    ), moved as (
      update document_head h set seq = n.last, changed_at = now()
      from (select p.document, max(p.seq) as last from placed p group by p.document) n
      where h.document_id = n.document
    )
    select v.ordinal::integer, v.verdict, array_agg(p.seq order by p.ordinal) filter (where p.seq is not null)
    from unnest(verdicts) with ordinality as v (verdict, ordinal)
    left join placed p on p.sender = v.ordinal
    group by v.ordinal, v.verdict
    order by v.ordinal;
end $$;
`
