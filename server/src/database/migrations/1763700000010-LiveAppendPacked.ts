import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The append, given all bytes in one piece and the length of each update: an array of `bytea` travels as hexadecimal text,
 * which cost the server more than checking the edits. What it does is `live_append`'s alone, which nodes of the version before
 * go on calling while they are replaced one by one.
 */
export class LiveAppendPacked1763700000010 implements MigrationInterface {
  readonly name = 'LiveAppendPacked1763700000010'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIVE_APPEND_PACKED)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function live_append_packed')
  }
}

const LIVE_APPEND_PACKED = `
create function live_append_packed(
  s_document uuid[], s_workspace uuid[], s_person uuid[], s_seat uuid[], s_epoch integer[],
  s_workspace_number bigint[], s_person_number bigint[], s_valid_until timestamptz[],
  b_sender integer[], b_family uuid[], b_client bigint[],
  u_sender integer[], u_length integer[], u_bytes bytea, u_checksum integer[]
) returns table (sender integer, verdict text, seqs bigint[]) language sql volatile as $$
  select * from live_append(
    s_document, s_workspace, s_person, s_seat, s_epoch, s_workspace_number, s_person_number, s_valid_until,
    b_sender, b_family, b_client, u_sender,
    (select coalesce(array_agg(substring(u_bytes from (u.until - u.length + 1)::integer for u.length) order by u.ordinal), '{}')
     from (select l.length, l.ordinal, sum(l.length) over (order by l.ordinal) as until
           from unnest(u_length) with ordinality as l (length, ordinal)) u),
    u_checksum)
$$;
`
