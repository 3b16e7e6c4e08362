import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { FaultScene } from '../support/fault-scene.js'
import { LiveClient } from '../support/live-client.js'
import { seededRandom } from '../support/random.js'
import { ThrowawayCluster } from '../support/throwaway-cluster.js'
import { until } from '../support/until.js'
import { NOTHING_WRONG, type Writers } from '../support/writers.js'

const random = seededRandom(`disk full ${new Date().toISOString().slice(0, 10)}`)
const title = `a disk that is full (seed ${random.seed})`
const mayMount = process.platform === 'linux' && process.getuid?.() === 0
if (!mayMount) process.stderr.write(`${title}: skipped: only root on Linux can mount a small disk\n`)

;(mayMount ? describe : describe.skip)(title, () => {
  let cluster: ThrowawayCluster
  let scene: FaultScene
  let writers: Writers
  let disk: string

  beforeAll(async () => {
    cluster = await ThrowawayCluster.start()
    scene = await FaultScene.open()
    disk = mkdtempSync(join(tmpdir(), 'roundtable-disk-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk])
    await putLogOn(disk, cluster.dataDirectory, cluster.urlOf(scene.database))
    await scene.server.start()
    writers = await scene.writers([await scene.world.document(), await scene.world.document()], 10)
  })
  afterAll(async () => {
    writers?.close()
    await scene?.close({ keepsDatabase: true })
    await cluster?.stop()
    if (disk) execFileSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })

  it('[LIVE-74] nothing is acknowledged that found no place, readers go on, and all is stored when there is space again', async () => {
    const isFull = (): boolean => scene.server.output.includes('53100')
    await writers.type(random, isFull)
    await until(() => writers.typed > writers.acknowledged, 'edits to wait')
    expect(await writers.verdict()).toMatchObject(NOTHING_WRONG)
    const { documentId } = writers.all[0]!
    const ticket = await scene.server.ticket(scene.pool, documentId, (await scene.world.seat('OBS')).personId)
    const reader = await new LiveClient({ url: scene.server.liveUrl, documentId, ticket, speaksRoundtable: true, schema: 1 }).connect()
    expect(reader.text.length).toBeGreaterThan(0)
    reader.close()
    execFileSync('mount', ['-o', 'remount,size=64m', disk])
    await writers.settled('there is space again')
    await writers.converged('there is space again')
    expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
  }, 180_000)
})

/** Has the rows of the log on a disk of their own; everything else of the database stays where it was. */
async function putLogOn(disk: string, data: string, adminUrl: string): Promise<void> {
  const { uid, gid } = statSync(data)
  chownSync(disk, uid, gid)
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`create tablespace small_disk location '${disk}'`)
    await client.query('alter table document_update set tablespace small_disk')
  } finally {
    await client.end()
  }
}
