import { type Modality, type Role, sideOfRole } from '@roundtable/shared/framework'
import { v4, v7 } from 'uuid'
import { ApiClient } from './api-client.js'
import type { TestServer } from './server.js'
import { type PersonInWorld, World } from './world.js'

/** Somebody seated in a workspace, at the REST door. */
export interface Seated extends PersonInWorld {
  readonly api: ApiClient
}

/** A workspace whose people sit at the REST door. */
export class Room {
  private constructor(
    private readonly server: TestServer,
    readonly world: World
  ) {}

  static async open(server: TestServer, modality: Modality = 'M3'): Promise<Room> {
    return new Room(server, await World.create(server.pool, modality))
  }

  get id(): string {
    return this.world.workspaceId
  }

  async seat(role: Role, options: { name?: string; organisation?: string; isInvited?: boolean } = {}): Promise<Seated> {
    const person = await this.world.seat(role, options)
    if (options.organisation !== undefined) await this.#speakFor(person.seatId, options.organisation, role)
    await this.server.pool.query('update seat set invited_by_civic = $2 where id = $1', [person.seatId, options.isInvited ?? true])
    return { ...person, api: await ApiClient.as(this.server, person.personId) }
  }

  /** One of each, in this order. */
  async seats<R extends readonly Role[]>(...roles: R): Promise<{ [K in keyof R]: Seated }> {
    return (await Promise.all(roles.map((role) => this.seat(role)))) as { [K in keyof R]: Seated }
  }

  /** Another seat of the same role for somebody whose seat has ended. */
  async seatAnew({ personId, role }: PersonInWorld): Promise<PersonInWorld> {
    const seatId = v4()
    await this.server.pool.query('insert into seat (id, workspace_id, person_id, side, role, name) values ($1, $2, $3, $4, $5, $6)', [
      seatId,
      this.id,
      personId,
      sideOfRole(role),
      role,
      'Here again'
    ])
    return { personId, seatId, role }
  }

  /** As if the mandate had run out a minute ago. */
  async expireMandate({ seatId }: PersonInWorld): Promise<void> {
    await this.server.pool.query(`update seat set mandate_expires_at = now() - interval '1 minute' where id = $1`, [seatId])
  }

  async seatRow({ seatId }: Pick<PersonInWorld, 'seatId'>): Promise<Record<string, unknown>> {
    const { rows } = await this.server.pool.query<Record<string, unknown>>('select * from seat where id = $1', [seatId])
    return rows[0] ?? {}
  }

  async #speakFor(seatId: string, name: string, role: Role): Promise<void> {
    const kind = { CSO: 'cso', NSO: 'nso', OSA: 'other_state', OTH: 'academia' }[role as string] ?? 'community'
    const { rows } = await this.server.pool.query<{ id: string }>(
      `select o.id from organisation o join seat s on s.organisation_id = o.id where s.workspace_id = $1 and o.name = $2`,
      [this.id, name]
    )
    const id = rows[0]?.id ?? v7()
    if (!rows[0]) await this.server.pool.query('insert into organisation (id, name, kind) values ($1, $2, $3)', [id, name, kind])
    await this.server.pool.query('update seat set organisation_id = $2 where id = $1', [seatId, id])
  }
}
