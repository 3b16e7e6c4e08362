import { type DocumentKind, type Modality, type OrganisationKind, type Role, type Side, sideOfRole } from '@roundtable/shared/framework'
import type pg from 'pg'
import { v4, v7 } from 'uuid'

export interface PersonInWorld {
  readonly personId: string
  readonly seatId: string
  readonly role: Role
}

/** A workspace with documents and seated people, written straight into the tables. */
export class World {
  constructor(
    readonly pool: pg.Pool,
    readonly workspaceId: string
  ) {}

  static async create(pool: pg.Pool, modality: Modality = 'M3'): Promise<World> {
    const id = v7()
    await pool.query(
      `insert into workspace (id, kind, title, country, modality, named_partner, status) values ($1, 'initiative', 'Test', 'XS', $2, 'NSO', 'design')`,
      [id, modality]
    )
    return new World(pool, id)
  }

  /** The same workspace through another pool, after a restart. */
  on(pool: pg.Pool): World {
    return new World(pool, this.workspaceId)
  }

  async seat(
    role: Role,
    {
      side = sideOfRole(role),
      name = `${role} ${v4().slice(0, 4)}`,
      organisationId = null,
      invitedByCivic = false
    }: { side?: Side | null; name?: string; organisationId?: string | null; invitedByCivic?: boolean } = {}
  ): Promise<PersonInWorld> {
    const person = await this.person(name)
    const seatId = v4()
    await this.pool.query(
      'insert into seat (id, workspace_id, person_id, side, role, name, organisation_id, invited_by_civic) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [seatId, this.workspaceId, person, side, role, name, organisationId, invitedByCivic]
    )
    return { personId: person, seatId, role }
  }

  async organisation(name = 'An organisation', kind: OrganisationKind = 'cso'): Promise<string> {
    const id = v7()
    await this.pool.query('insert into organisation (id, name, kind) values ($1, $2, $3)', [id, name, kind])
    return id
  }

  /** From this moment the seat's mandate has run out, by the database's clock. */
  async expireMandate(seatId: string): Promise<void> {
    await this.pool.query(`update seat set mandate_expires_at = now() - interval '1 second' where id = $1`, [seatId])
  }

  async person(name = 'Somebody'): Promise<string> {
    const id = v7()
    await this.pool.query('insert into person (id, public_id, handle, name) values ($1, $2, $3, $4)', [id, v4(), `p-${id}`, name])
    return id
  }

  async document(kind: DocumentKind = 'plain'): Promise<string> {
    const id = v7()
    await this.pool.query('insert into document (id, workspace_id, family_id, kind, title) values ($1, $2, $1, $3, $3)', [
      id,
      this.workspaceId,
      kind
    ])
    await this.pool.query('insert into document_head (document_id, workspace_id, family_id) values ($1, $2, $1)', [id, this.workspaceId])
    return id
  }

  async session(personId: string): Promise<string> {
    const id = v7()
    await this.pool.query(
      `insert into session (id, person_id, token_hash, device, expires_at) values ($1, $2, $3, 'test', now() + interval '1 hour')`,
      [id, personId, Buffer.from(v4())]
    )
    return id
  }

  async endSeat(seatId: string): Promise<void> {
    await this.pool.query('update seat set ended_at = now() where id = $1', [seatId])
  }

  async changeRole(seatId: string, role: Role): Promise<void> {
    await this.pool.query('update seat set role = $2, side = $3 where id = $1', [seatId, role, sideOfRole(role)])
  }
}
