import type pg from 'pg'
import { createPool } from '../../server/src/database/database.js'
import type { TestDatabase } from './database.js'
import { migratedDatabase, silent } from './migrated-database.js'
import type { SeededRandom } from './random.js'
import { ServerProcess, freePort } from './server-process.js'
import { World } from './world.js'
import { Writers } from './writers.js'

/** More than a log can hold before it is folded, however slow the machine. */
const MOST_BEFORE_A_FOLD = 40_000

/** The built server as a process of its own, its database and a workspace: where something goes wrong on purpose. */
export class FaultScene {
  private constructor(
    readonly database: TestDatabase,
    readonly server: ServerProcess,
    /** The owner of the tables. */
    readonly pool: pg.Pool,
    /** The role of the server: only it may see and end what the server does. */
    readonly asServer: pg.Pool,
    readonly world: World
  ) {}

  /** The server is not started yet. `lineTo`: how it reaches its database. */
  static async open(lineTo = (database: TestDatabase): Promise<TestDatabase> => Promise.resolve(database)): Promise<FaultScene> {
    const database = await migratedDatabase()
    const pool = createPool(database.ownerUrl, silent)
    const server = new ServerProcess(await freePort(), await lineTo(database))
    return new FaultScene(database, server, pool, createPool(database.appUrl, silent), await World.create(pool))
  }

  writers(documents: readonly string[], count: number): Promise<Writers> {
    return Writers.join(this.server, this.pool, this.world, documents, count)
  }

  /** How far the log is folded. */
  async snapshotSeq(documentId: string): Promise<number> {
    const { rows } = await this.pool.query<{ seq: number }>('select seq from document_snapshot where document_id = $1', [documentId])
    return rows[0]?.seq ?? 0
  }

  /** Types until the log is folded once more than it is now. Throws when it never is. */
  async foldAgain(documentId: string, writers: Writers, random: SeededRandom): Promise<void> {
    const before = await this.snapshotSeq(documentId)
    const most = writers.typed + MOST_BEFORE_A_FOLD
    while ((await this.snapshotSeq(documentId)) === before) {
      if (writers.typed > most) throw new Error(`the log was not folded: ${this.server.output}`)
      const goal = writers.acknowledged + 50
      await writers.type(random, () => writers.acknowledged >= goal)
    }
  }

  /** Resolves with the backend of the server whose statement contains `words` and waits for a lock. */
  async waitingBackend(words: string): Promise<number> {
    for (;;) {
      const { rows } = await this.asServer.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%' || $1 || '%'`,
        [words]
      )
      if (rows[0]) return rows[0].pid
    }
  }

  /** Holds a lock, as another node might, while `work` goes on. */
  async holding(lock: string, values: unknown[], work: () => Promise<void>): Promise<void> {
    const holder = await this.pool.connect()
    try {
      await holder.query('begin')
      await holder.query(lock, values)
      await work()
    } finally {
      await holder.query('rollback').then(
        () => holder.release(),
        (error: Error) => holder.release(error)
      )
    }
  }

  /** The database may be gone already, with its cluster. */
  async close({ keepsDatabase = false } = {}): Promise<void> {
    await this.server.stop()
    await this.pool.end()
    await this.asServer.end()
    if (!keepsDatabase) await this.database.drop()
  }
}
