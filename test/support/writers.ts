import type pg from 'pg'
import * as Y from 'yjs'
import { LiveClient } from './live-client.js'
import type { SeededRandom } from './random.js'
import type { ServerProcess } from './server-process.js'
import type { PersonInWorld, World } from './world.js'

const SLOW_DOWN_AT = 200
const GO_ON_AT = 100

/** One writer and the tokens it typed; an edit is one token, so what the ledger still waits for is the end of the list. */
class Writer {
  readonly typed: string[] = []

  constructor(
    readonly name: string,
    readonly documentId: string,
    readonly client: LiveClient
  ) {}

  type(): void {
    const token = `${this.name}.${this.typed.length};`
    this.typed.push(token)
    this.client.text.insert(this.client.text.length, token)
  }

  get acknowledged(): string[] {
    return this.typed.slice(0, this.typed.length - this.client.ledger.waiting)
  }
}

/** What the tables hold, measured on what the writers were told. */
export interface Verdict {
  /** Different tokens that are stored. */
  readonly stored: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Documents whose log leaves something pending. */
  readonly pending: readonly string[]
}

export const NOTHING_WRONG = { lost: [], doubled: [], pending: [] }

/** People who type tokens that can be told apart, and the judge of what became of them. */
export class Writers {
  private constructor(
    readonly all: readonly Writer[],
    private readonly pool: pg.Pool
  ) {}

  /** `count` writers with a seat each, spread over the documents, connected. `pool` reads the tables as their owner. */
  static async join(
    server: Pick<ServerProcess, 'ticket' | 'liveUrl'>,
    pool: pg.Pool,
    world: World,
    documents: readonly string[],
    count: number
  ): Promise<Writers> {
    const join = async (person: PersonInWorld, index: number): Promise<Writer> => {
      const documentId = documents[index % documents.length]!
      const ticket = await server.ticket(pool, documentId, person.personId)
      const client = new LiveClient({ url: server.liveUrl, documentId, ticket, speaksRoundtable: true, schema: 1 })
      return new Writer(`w${index}`, documentId, await client.connect())
    }
    const all = await Promise.all(Array.from({ length: count }, async (_, index) => join(await world.seat('CSO'), index)))
    return new Writers(all, pool)
  }

  get typed(): number {
    return this.all.reduce((sum, writer) => sum + writer.typed.length, 0)
  }

  get acknowledged(): number {
    return this.all.reduce((sum, writer) => sum + writer.acknowledged.length, 0)
  }

  /** Everybody types until it is enough; who is far ahead of the server waits for it. */
  async type(random: SeededRandom, isEnough: () => boolean): Promise<void> {
    while (!isEnough()) {
      for (const writer of this.all) if (random.chance(0.6)) writer.type()
      await new Promise((resolve) => setImmediate(resolve))
      if (this.all.every(({ client }) => client.ledger.waiting <= SLOW_DOWN_AT)) continue
      await Promise.all(
        this.all.map(({ client, name }) =>
          client.until(() => isEnough() || client.ledger.waiting < GO_ON_AT, `the server to keep up (${name})`)
        )
      )
    }
  }

  /** Resolves when everybody is connected and everything they typed is confirmed. */
  async settled(when: string): Promise<void> {
    await Promise.all(
      this.all.map(({ client, name }) =>
        client.until(() => client.provider.synced && client.ledger.isSettled, `${name} to be saved (${when})`, 30_000)
      )
    )
  }

  /** Resolves when everybody sees everything that is stored in their document. */
  async converged(when: string): Promise<void> {
    for (const [documentId, text] of await this.#texts()) {
      const readers = this.all.filter((writer) => writer.documentId === documentId)
      await Promise.all(
        readers.map(({ client, name }) => client.until(() => client.text.toJSON() === text, `${name} to see all (${when})`))
      )
    }
  }

  /** Every acknowledged token is stored, none twice, and nothing waits for what never comes. */
  async verdict(): Promise<Verdict> {
    const pending: string[] = []
    // Before the tables are read: what is acknowledged meanwhile may be stored after.
    const acknowledged = this.all.flatMap((writer) => writer.acknowledged)
    const texts = await this.#texts((documentId) => pending.push(documentId))
    const counts = new Map<string, number>()
    for (const text of texts.values()) for (const token of text.match(/w\d+\.\d+;/g) ?? []) counts.set(token, (counts.get(token) ?? 0) + 1)
    return {
      stored: counts.size,
      lost: acknowledged.filter((token) => !counts.has(token)),
      doubled: [...counts].filter(([, count]) => count > 1).map(([token]) => token),
      pending
    }
  }

  async #texts(onPending: (documentId: string) => void = () => undefined): Promise<Map<string, string>> {
    const texts = new Map<string, string>()
    for (const documentId of new Set(this.all.map((writer) => writer.documentId))) {
      const { rows } = await this.pool.query<{ bytes: Buffer }>(
        `select state as bytes, 0 as seq from document_snapshot where document_id = $1 union all select bytes, seq from document_update where document_id = $1 order by seq`,
        [documentId]
      )
      const doc = new Y.Doc()
      for (const { bytes } of rows) Y.applyUpdate(doc, new Uint8Array(bytes))
      if (doc.store.pendingStructs || doc.store.pendingDs) onPending(documentId)
      texts.set(documentId, doc.getText('content').toJSON())
    }
    return texts
  }

  close(): void {
    for (const { client } of this.all) client.close()
  }
}
