import type pg from 'pg'
import * as Y from 'yjs'
import { createPool } from '../../server/src/database/database.js'
import { type TestDatabase } from '../support/database.js'
import { LiveClient } from '../support/live-client.js'
import { migratedDatabase, silent } from '../support/migrated-database.js'
import { seededRandom } from '../support/random.js'
import { ServerProcess, freePort } from '../support/server-process.js'
import { World } from '../support/world.js'

const KILLS = Number(process.env.KILLS ?? 50)
const WRITERS = 20

/** One writer and the tokens it typed; an edit is one token, so what the ledger still waits for is the end of the list. */
class Writer {
  readonly typed: string[] = []

  constructor(
    readonly name: string,
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

describe('kill -9 under load', () => {
  let database: TestDatabase
  let pool: pg.Pool
  let server: ServerProcess
  let writers: Writer[]
  let documents: string[]

  beforeAll(async () => {
    database = await migratedDatabase()
    pool = createPool(database.ownerUrl, silent)
    const world = await World.create(pool)
    documents = await Promise.all(Array.from({ length: 3 }, () => world.document()))
    server = new ServerProcess(await freePort(), database)
    await server.start()
    writers = await Promise.all(
      Array.from({ length: WRITERS }, async (_, index) => {
        const { personId } = await world.seat('CSO')
        const documentId = documents[index % documents.length]!
        const client = new LiveClient({
          url: server.liveUrl,
          documentId,
          ticket: await server.ticket(pool, documentId, personId),
          speaksRoundtable: true,
          schema: 1
        })
        await client.connect()
        return new Writer(`w${index}`, client)
      })
    )
  })
  afterAll(async () => {
    writers.forEach((writer) => writer.client.close())
    await server.stop()
    await pool.end()
    await database.drop()
  })

  async function storedText(documentId: string): Promise<string> {
    const { rows } = await pool.query<{ bytes: Buffer }>(
      `select state as bytes, 0 as seq from document_snapshot where document_id = $1 union all select bytes, seq from document_update where document_id = $1 order by seq`,
      [documentId]
    )
    const doc = new Y.Doc()
    for (const { bytes } of rows) Y.applyUpdate(doc, new Uint8Array(bytes))
    expect(doc.store.pendingStructs).toBeNull()
    return doc.getText('content').toJSON()
  }

  /** Every acknowledged token is stored, and none twice. */
  async function judge(context: object): Promise<number> {
    const texts = await Promise.all(documents.map(storedText))
    const counts = new Map<string, number>()
    for (const text of texts) for (const token of text.match(/w\d+\.\d+;/g) ?? []) counts.set(token, (counts.get(token) ?? 0) + 1)
    const lost = writers.flatMap((writer) => writer.acknowledged).filter((token) => !counts.has(token))
    const doubled = [...counts].filter(([, count]) => count > 1).map(([token]) => token)
    expect({ ...context, lost, doubled }).toEqual({ ...context, lost: [], doubled: [] })
    return counts.size
  }

  it(
    `[LIVE-8] ${KILLS} kills at random moments under ${WRITERS} writers: nothing acknowledged is lost, nothing is doubled`,
    async () => {
      const random = seededRandom(`kill ${new Date().toISOString().slice(0, 10)}`)
      for (let kill = 0; kill < KILLS; kill++) {
        // The kill comes after a number of acknowledgements, wherever the server then is.
        const goal = writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0) + random.integer(20, 400)
        const acknowledged = () => writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0)
        while (acknowledged() < goal) {
          for (const writer of writers) if (random.chance(0.6)) writer.type()
          await new Promise((resolve) => setImmediate(resolve))
          if (writers.some((writer) => writer.client.ledger.waiting > 200))
            await writers[0]!.client.until(() => writers.every((writer) => writer.client.ledger.waiting < 100), 'the server to keep up')
        }
        await server.kill()
        await judge({ seed: random.seed, kill })
        await server.start()
        await Promise.all(
          writers.map((writer) =>
            writer.client.until(
              () => writer.client.provider.synced && writer.client.ledger.isSettled,
              `${writer.name} to be saved (seed ${random.seed}, kill ${kill})`,
              30_000
            )
          )
        )
      }
      const tokens = await judge({ seed: random.seed, kill: 'end' })
      expect(tokens).toBe(writers.reduce((sum, writer) => sum + writer.typed.length, 0))
      process.stdout.write(`${KILLS} kills, ${tokens} tokens: 0 lost, 0 doubled (seed ${random.seed})\n`)
    },
    KILLS * 30_000
  )
})
