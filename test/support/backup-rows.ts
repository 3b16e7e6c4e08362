import type pg from 'pg'
import { randomBytes } from 'node:crypto'

/** What text columns can hold that a format of lines and tabs might trip over. */
const HARD = 'a tab\t, a line\n, a return\r, a \\. and a \\N, "quotes", \'more\', ہندسہ 🦤'

/** Rows in the tables that the sample country leaves empty, so that every table has one. As the owner of the tables. */
export async function fillTheRest(pool: pg.Pool, incompressible = 0): Promise<void> {
  const [{ seat, workspace, person, document } = { seat: '', workspace: '', person: '', document: '' }] = (
    await pool.query<{ seat: string; workspace: string; person: string; document: string }>(
      `select s.id as seat, s.workspace_id as workspace, s.person_id as person, d.id as document
       from seat s join document d on d.workspace_id = s.workspace_id order by s.id, d.id limit 1`
    )
  ).rows
  const put = (sql: string, ...values: unknown[]) => pool.query(sql, values)
  await put(
    `insert into session (id, person_id, token_hash, device, expires_at) values (gen_random_uuid(), $1, '\\x00ff', $2, now() + interval '1 day')`,
    person,
    HARD
  )
  await put(
    `insert into live_ticket (token_hash, document_id, person_id, expires_at) values ('\\x01', $1, $2, now() + interval '1 day')`,
    document,
    person
  )
  await put(`insert into sign_in_attempt values ('\\x02', 3, now(), now())`)
  await put(
    `insert into invitation (id, workspace_id, secret_hash, code_hash, role, invited_by, invited_by_civic, most_uses, expires_at, mandate_note)
     values (gen_random_uuid(), $1, '\\x03', '\\x04', 'CSO', $2, true, 5, now() + interval '1 day', $3)`,
    workspace,
    seat,
    HARD
  )
  await put('insert into invitation_use (invitation_id, seat_id) select id, $1 from invitation', seat)
  await put(
    `insert into community_protocol (id, workspace_id, how, note, decided_on, candidate_seat_id, recorded_by)
     values (gen_random_uuid(), $1, 'assembly', $3, '1969-07-20', $2, $2)`,
    workspace,
    seat,
    HARD
  )
  await put(`insert into protocol_answer (protocol_id, seat_id, stance) select id, $1, 'agree' from community_protocol`, seat)
  await put(
    `insert into idempotent_create (person_id, key, operation, request_hash, answer) values ($1, 'k', 'o', '\\x05', $2)`,
    person,
    JSON.stringify({ [HARD]: [null, 1.5, 'x'] })
  )
  await put(`insert into attribution values ($1, 4294967295, 0, 9, $2, '-infinity')`, document, seat)
  await put(
    `insert into modality_stance (change_id, voice, side, stance, seat_id) select id, 'v', 'civic', 'agree', $1 from modality_change limit 1`,
    seat
  )
  await put(
    `insert into principles_filing (id, workspace_id, document_id, side, number, seat_id, epoch, seq, content, content_hash)
     values (gen_random_uuid(), $1, $2, 'civic', 1, $3, 1, 1, $4, sha256('{}'))`,
    workspace,
    document,
    seat,
    HARD
  )
  await put(
    `insert into document_snapshot (document_id, seq, epoch, state, state_vector, delete_set, checksum) values ($1, 0, 1, $2, '\\x', '\\x00', -2147483648)`,
    document,
    randomBytes(incompressible)
  )
  await put('insert into operator (person_id) values ($1)', person)
  await put(`insert into set_up_token values ('\\x06', now() + interval '1 day')`)
  await put(`insert into set_up (language, country, done) values ('en', 'KG', '{place,mail}')`)
  await put(`insert into backup_made (product, bytes) values ($1, 9007199254740991)`, HARD)
  await put(`insert into template_set (id, version, language, name, kinds) values ('t', '1.0.0', 'en', $1, '{}')`, HARD)
}
