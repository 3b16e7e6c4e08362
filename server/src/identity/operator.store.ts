import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import { DataSource, type EntityManager } from 'typeorm'
import { canonicalName } from './domain/name.js'

/** More than an installation has; a list that is cut is said to be. */
const MOST_LISTED = 200

/** Who looks after the installation: its set-up and its health, and nobody's words. Asked anew with each request. */
@Injectable()
export class OperatorStore {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Whether anybody is one. Whoever is suspended does not count. */
  async hasAny(within: EntityManager = this.source.manager): Promise<boolean> {
    const [row]: { hasAny: boolean }[] = await within.query(
      'select exists (select 1 from operator o join person p on p.id = o.person_id where not p.is_suspended) as "hasAny"'
    )
    return row?.hasAny ?? false
  }

  async add(personId: string, within: EntityManager): Promise<void> {
    await within.query('insert into operator (person_id) values ($1) on conflict do nothing', [personId])
  }

  /** Sample people, as whom anybody at this machine signs in by one click, are never made one. Throws `not_found`. */
  async grant(handle: string): Promise<void> {
    const rows: unknown[] = await this.source.query(GRANT, [canonicalName(handle)])
    if (rows.length === 0) throw new RoundtableError('not_found')
  }

  /** Throws `not_found` for whoever is none. */
  async revoke(handle: string): Promise<void> {
    const rows: unknown[] = await this.source.query(REVOKE, [canonicalName(handle)])
    if (rows.length === 0) throw new RoundtableError('not_found')
  }

  /** User names, in the order they were made operators, and whether there are more. */
  async list(): Promise<{ handles: string[]; isCut: boolean }> {
    const rows: { handle: string }[] = await this.source.query(
      `select p.handle from operator o join person p on p.id = o.person_id where not p.is_suspended order by o.granted_at, p.id limit ${MOST_LISTED + 1}`
    )
    return { handles: rows.slice(0, MOST_LISTED).map(({ handle }) => handle), isCut: rows.length > MOST_LISTED }
  }
}

const GRANT = `
with meant as (
  select id from person where lower(handle) = $1 and not is_suspended and sample_key is null
), added as (
  insert into operator (person_id) select id from meant on conflict do nothing
) select id from meant`

const REVOKE = `
with revoked as (
  delete from operator o using person p where p.id = o.person_id and lower(p.handle) = $1 returning o.person_id
) select person_id from revoked`
