import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { CLOSE } from '@roundtable/shared/protocol'
import { createPool } from '../../server/src/database/database.js'
import { createDatabase, type TestDatabase } from '../support/database.js'
import { FaultScene } from '../support/fault-scene.js'
import { LiveClient } from '../support/live-client.js'
import { silent } from '../support/migrated-database.js'
import { seededRandom } from '../support/random.js'
import { ServerProcess, freePort } from '../support/server-process.js'
import { ThrowawayCluster } from '../support/throwaway-cluster.js'
import type { Writers } from '../support/writers.js'

const WRITERS = 10
const BEFORE = 3000
const AFTER = 1000
const WITH_PASSPHRASE = { BACKUP_PASSPHRASE: 'sixteen herons at dusk' }

describe('a backup taken while people write, brought back on a clean machine', () => {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-drill-'))
  const file = join(directory, 'drill')
  let writers: Writers
  let late: LiveClient
  let person: string
  /** What each writer had been told is saved when the command was given. */
  let saved: Map<string, readonly string[]>
  let cluster: ThrowawayCluster
  let database: TestDatabase
  let server: ServerProcess
  let pool: pg.Pool

  beforeAll(async () => {
    const lost = await ThrowawayCluster.start()
    const scene = await FaultScene.open()
    const documents = await Promise.all(Array.from({ length: 3 }, () => scene.world.document()))
    await scene.server.start()
    writers = await scene.writers(documents, WRITERS)
    const random = seededRandom(`backup ${new Date().toISOString().slice(0, 10)}`)
    await writers.type(random, () => writers.acknowledged >= BEFORE)

    const operator = new ServerProcess(0, scene.database, WITH_PASSPHRASE)
    saved = new Map(writers.all.map(({ name, acknowledged }) => [name, acknowledged]))
    const begunAt = performance.now()
    let tookMs = 0
    const backup = operator.admin('backup', file).then(() => (tookMs = performance.now() - begunAt))
    const during = writers.acknowledged
    await writers.type(random, () => tookMs > 0)
    await backup
    const typedDuring = writers.acknowledged - during
    // Another window of somebody's, whose client id the backup does not know.
    const [{ documentId, client }] = writers.all as [(typeof writers.all)[number]]
    const { rows } = await scene.pool.query<{ person: string }>('select person_id as person from client_binding where client_id = $1', [
      client.doc.clientID
    ])
    person = rows[0]!.person
    const { liveUrl: url } = scene.server
    late = await new LiveClient({ url, documentId, ticket: await scene.server.ticket(scene.pool, documentId, person), schema: 1 }).connect()
    late.text.insert(0, 'too late for the backup')
    await client.until(() => client.text.toJSON().includes('too late'), 'the late words to be there')
    const goal = writers.acknowledged + AFTER
    await writers.type(random, () => writers.acknowledged >= goal)
    await scene.server.kill()
    await operator.stop()
    await lost.kill()
    await scene.close({ keepsDatabase: true })
    // Its process was killed a moment ago: there is nothing left to stop.
    await lost.stop().catch(() => undefined)

    cluster = await ThrowawayCluster.start()
    database = await createDatabase()
    server = new ServerProcess(await freePort(), database, WITH_PASSPHRASE)
    const restoredAt = performance.now()
    await server.admin('restore', file)
    process.stdout.write(
      `backup of ${statSync(file).size} bytes in ${(tookMs / 1000).toFixed(1)} s, ${typedDuring} edits saved meanwhile; ` +
        `restored in ${((performance.now() - restoredAt) / 1000).toFixed(1)} s\n`
    )
    await server.start()
    pool = createPool(database.ownerUrl, silent)
  })
  afterAll(async () => {
    writers.close()
    late.close()
    await server.stop()
    await pool.end()
    await cluster.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  const epochOf = async (documentId: string): Promise<number> =>
    (await pool.query<{ epoch: number }>('select epoch from document_head where document_id = $1', [documentId])).rows[0]!.epoch

  /** The text as somebody sees who comes anew. */
  async function textOf(documentId: string): Promise<string> {
    const { rows } = await pool.query<{ person: string }>('select id as person from person limit 1')
    const reader = new LiveClient({
      url: server.liveUrl,
      documentId,
      ticket: await server.ticket(pool, documentId, rows[0]!.person),
      epoch: await epochOf(documentId)
    })
    await reader.connect()
    const text = reader.text.toJSON()
    reader.close()
    return text
  }

  it('[BACK-20] everything acknowledged before the mark is there, once, and what each wrote as far as one moment', async () => {
    const texts = new Map<string, string>()
    for (const { documentId } of writers.all) texts.set(documentId, texts.get(documentId) ?? (await textOf(documentId)))
    for (const { name, documentId, typed } of writers.all) {
      const stored = texts.get(documentId)!.match(new RegExp(`${name}\\.\\d+;`, 'g')) ?? []
      expect(new Set(stored).size).toBe(stored.length)
      // A moment has no gaps: whoever's edit is there, everything they wrote before it is there too.
      expect(new Set(stored)).toEqual(new Set(typed.slice(0, stored.length)))
      expect(stored.length).toBeGreaterThanOrEqual(saved.get(name)!.length)
    }
  })

  it.each([
    ['names its epoch', 1],
    ['names none', undefined]
  ])('[BACK-21] a page from before that holds newer text and %s brings nothing back', async (_how, epoch) => {
    const [first] = writers.all
    const pages = [...writers.all.map(({ documentId, client: { doc } }) => ({ documentId, doc })), { ...first!, doc: late.doc }]
    for (const { documentId, doc } of pages) {
      const before = await textOf(documentId)
      const held = doc.getText('content').toJSON()
      expect(held.length).toBeGreaterThan(before.length)
      const old = new LiveClient({
        url: server.liveUrl,
        documentId,
        ticket: await server.ticket(pool, documentId, person),
        doc,
        epoch
      })
      old.provider.connect()
      await old.until(() => old.closes.length > 0, 'the old page to be sent away')
      expect(old.closes[0]!.code).toBe(CLOSE.oldEpoch.code)
      if (epoch !== undefined) expect(doc.getText('content').toJSON()).toBe(held)
      old.provider.destroy()
      expect(await textOf(documentId)).toBe(before)
    }
  })
})
