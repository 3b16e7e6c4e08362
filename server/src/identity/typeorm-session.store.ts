import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { SessionEntity } from './session.entity.js'
import { type Authenticated, type NewSession, SessionStore, type StoredSession } from './session.store.js'

@Injectable()
export class TypeormSessionStore extends SessionStore {
  constructor(@Inject(DataSource) private readonly source: DataSource) {
    super()
  }

  override async open(session: NewSession): Promise<boolean> {
    const rows: unknown[] = await this.source.query(OPEN, [
      session.id,
      session.personId,
      session.tokenHash,
      session.device,
      session.replaces
    ])
    return rows.length === 1
  }

  override async find(tokenHash: Buffer): Promise<Authenticated | null> {
    const rows: Authenticated[] = await this.source.query(FIND, [tokenHash])
    return rows[0] ?? null
  }

  override async living(ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const rows: { id: string; expiresAt: Date }[] = await this.source.query(LIVING, [ids])
    return new Map(rows.map(({ id, expiresAt }) => [id, expiresAt]))
  }

  override async listOf(personId: string): Promise<StoredSession[]> {
    return await this.source
      .createQueryBuilder(SessionEntity, 'session')
      .where('session.personId = :personId and session.endedAt is null and session.expiresAt > now()', { personId })
      .orderBy('session.lastSeenAt', 'DESC')
      .addOrderBy('session.id')
      .getMany()
  }

  override async end(id: string, personId: string): Promise<boolean> {
    const result = await this.source
      .createQueryBuilder()
      .update(SessionEntity)
      .set({ endedAt: () => 'now()' })
      .where('id = :id and person_id = :personId and ended_at is null and expires_at > now()', { id, personId })
      .execute()
    return result.affected === 1
  }

  override async clean(): Promise<number> {
    const result = await this.source
      .createQueryBuilder()
      .delete()
      .from(SessionEntity)
      .where(`least(ended_at, expires_at) < now() - interval '7 days'`)
      .execute()
    return result.affected ?? 0
  }
}

const LIVING = `select s.id, s.expires_at as "expiresAt" from session s join person p on p.id = s.person_id
  where s.id = any ($1::uuid[]) and s.ended_at is null and s.expires_at > now() and not p.is_suspended`

const OPEN = `
with replaced as (
  update session set ended_at = now() where token_hash = any ($5) and ended_at is null
)
insert into session (id, person_id, token_hash, device, expires_at)
select $1, person.id, $3, $4, now() + interval '30 days' from person where person.id = $2 and not person.is_suspended
returning id`

/**
 * Data-modifying parts of one statement see the same rows and may touch each only once, hence two that exclude
 * each other; and naming \`expires_at\` at all would fire the trigger that raises the person's access number.
 * Their conditions are asked again of the row itself, so that of two requests at once only one writes.
 */
const FIND = `
with found as (
  select s.id, s.last_seen_at, s.expires_at, least(now() + interval '30 days', s.created_at + interval '90 days') as extended,
    p.id as person_id, p.public_id, p.name, p.handle, p.locale, p.email is not null as has_email,
    exists (select 1 from operator o where o.person_id = p.id) as is_operator
  from session s join person p on p.id = s.person_id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and not p.is_suspended
), extending as (
  update session s set last_seen_at = now(), expires_at = f.extended from found f
  where s.id = f.id and s.ended_at is null and s.expires_at < f.extended - interval '1 day'
), seen as (
  update session s set last_seen_at = now() from found f
  where s.id = f.id and s.last_seen_at < now() - interval '1 minute' and not f.expires_at < f.extended - interval '1 day'
)
select id as "sessionId", person_id as "personId", public_id as "publicId", name, handle, locale, has_email as "hasEmail", is_operator as "isOperator",
  case when expires_at < extended - interval '1 day' then extended else expires_at end as "expiresAt"
from found`
