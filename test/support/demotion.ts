import type { Modality, Role } from '@roundtable/shared/framework'
import type pg from 'pg'
import * as Y from 'yjs'
import { ApiClient } from './api-client.js'
import type { FaultScene } from './fault-scene.js'
import type { SeededRandom } from './random.js'
import { RawClient, updateOf } from './raw-client.js'
import type { PersonInWorld } from './world.js'

const EVERY_MS = 5

/** Somebody whose program writes on, whatever it is told: one update every 5 ms. */
export class StreamingWriter {
  readonly #doc = new Y.Doc()
  #timer: NodeJS.Timeout | null = null
  /** Updates that went out while the connection was there. */
  sent = 0

  private constructor(readonly client: RawClient) {
    void client.closed.then(() => this.#stop())
  }

  static async enter({ server }: FaultScene, documentId: string, api: ApiClient): Promise<StreamingWriter> {
    const headers = { cookie: api.cookie, origin: server.url }
    const client = new RawClient(`${server.liveUrl}/live/${documentId}?schema=1`, { headers })
    await client.opened
    client.greet()
    await client.until(() => client.durable >= 1)
    return new StreamingWriter(client)
  }

  start(): void {
    const text = this.#doc.getText('content')
    this.#timer = setInterval(() => {
      this.client.update(updateOf(this.#doc, () => text.insert(text.length, 'x')))
      this.sent++
    }, EVERY_MS)
  }

  #stop(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  end(): void {
    this.#stop()
    this.client.end()
    this.#doc.destroy()
  }
}

/** Somebody who writes, whoever manages their side, and whoever has to agree when the modality changes. */
export interface Cast {
  readonly scene: FaultScene
  readonly writer: PersonInWorld
  readonly api: ApiClient
  readonly manager: ApiClient
  readonly csoLead: ApiClient
  readonly nsoLead: ApiClient
  readonly documentId: string
  readonly random: SeededRandom
}

export interface Way {
  readonly name: string
  /** False: it takes other rights away, and writing goes on. */
  readonly cuts: boolean
  readonly only?: Role
  readonly lose: (cast: Cast) => Promise<unknown>
}

const sql =
  (statement: string, of: (cast: Cast) => string) =>
  (cast: Cast): Promise<unknown> =>
    cast.scene.pool.query(statement, [of(cast)])

/** How somebody loses the right to write: by an operation where there is one. */
export const WAYS: readonly Way[] = [
  {
    name: 'seat ended',
    cuts: true,
    lose: ({ manager, writer }) => manager.call('endSeat', { id: writer.seatId, body: { reason: 'Over' } })
  },
  {
    name: 'left',
    cuts: true,
    lose: ({ api, writer, random }) => api.call('endSeat', { id: writer.seatId, body: { reason: '', keepsReading: random.chance(0.5) } })
  },
  { name: 'signed out', cuts: true, lose: ({ api }) => api.call('signOut') },
  {
    name: 'session revoked',
    cuts: true,
    lose: async ({ scene, api, writer }) => {
      const { items } = await api.call('listSessions')
      const other = await ApiClient.as({ url: scene.server.url, pool: scene.pool }, writer.personId)
      await other.call('revokeSession', { id: items.find(({ isThisOne }) => isThisOne)!.id })
    }
  },
  {
    name: 'mandate run out',
    cuts: false,
    lose: sql(`update seat set mandate_expires_at = now() - interval '1 second' where id = $1`, ({ writer }) => writer.seatId)
  },
  {
    name: 'modality changed',
    cuts: true,
    only: 'NSO',
    lose: async ({ scene, csoLead, nsoLead }) => {
      const body = { modality: 'M2' satisfies Modality, leadKind: null, namedPartner: null, reason: 'We go on by ourselves' }
      const { open } = await csoLead.call('proposeModality', { id: scene.world.workspaceId, body })
      await nsoLead.call('answerModality', { id: open!.id, body: { stance: 'agree', reason: '' } })
    }
  },
  {
    name: 'in review',
    cuts: true,
    lose: sql(`update document_head set state = 'review' where document_id = $1`, ({ documentId }) => documentId)
  },
  { name: 'role changed', cuts: true, lose: ({ scene, writer }) => scene.world.changeRole(writer.seatId, 'OBS') },
  {
    name: 'suspended',
    cuts: true,
    lose: sql('update person set is_suspended = true where id = $1', ({ writer }) => writer.personId)
  }
]

/** Gives a person, and the workspace, back what any of the ways has taken. */
export async function restore(pool: pg.Pool, workspaceId: string, { personId, seatId, role }: PersonInWorld): Promise<void> {
  await pool.query(
    `update seat set ended_at = null, end_reason = null, ended_by = null, keeps_reading = false, mandate_expires_at = null,
       role = $2, side = $3 where id = $1`,
    [seatId, role, role === 'NSO' ? 'state' : 'civic']
  )
  await pool.query('update person set is_suspended = false where id = $1', [personId])
  await pool.query(`update workspace set modality = 'M3', lead_kind = null, named_partner = 'NSO' where id = $1`, [workspaceId])
}

/** What is to be added to this process's clock to get the database's: of many looks the quickest. */
export async function clockAhead(pool: pg.Pool): Promise<number> {
  let best = { took: Infinity, ahead: 0 }
  for (let look = 0; look < 20; look++) {
    const [before, { rows }] = [
      Date.now(),
      await pool.query<{ now: number }>('select extract(epoch from clock_timestamp())::float8 * 1000 as now')
    ]
    const after = Date.now()
    if (after - before < best.took) best = { took: after - before, ahead: rows[0]!.now - (before + after) / 2 }
  }
  return best.ahead
}
