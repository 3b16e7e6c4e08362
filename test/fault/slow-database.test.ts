import * as Y from 'yjs'
import { CLOSE } from '@roundtable/shared/protocol'
import { FaultScene } from '../support/fault-scene.js'
import { seededRandom } from '../support/random.js'
import { RawClient, updateOf } from '../support/raw-client.js'
import { ThrowawayCluster } from '../support/throwaway-cluster.js'
import { NOTHING_WRONG, type Writers } from '../support/writers.js'

const FLOODS = 4
/** More than may wait: as bytes they are few, in memory far more. */
const LETTERS = 40_000
const MOST_GROWN_MB = 160

const random = seededRandom(`slow database ${new Date().toISOString().slice(0, 10)}`)

describe(`a database that is slow or does not answer (seed ${random.seed})`, () => {
  let cluster: ThrowawayCluster
  let scene: FaultScene
  let writers: Writers

  beforeAll(async () => {
    cluster = await ThrowawayCluster.start()
    scene = await FaultScene.open()
    await scene.server.start()
    writers = await scene.writers([await scene.world.document(), await scene.world.document()], 10)
  })
  afterAll(async () => {
    writers?.close()
    await scene?.close({ keepsDatabase: true })
    await cluster?.stop()
  })

  it('[LIVE-68] half a second a commit: people type on, and all of it is acknowledged', async () => {
    await scene.pool.query(
      `create function half_a_second() returns trigger language plpgsql as 'begin perform pg_sleep(0.5); return null; end'`
    )
    await scene.pool.query('create trigger slow after insert on document_update for each statement execute function half_a_second()')
    const goal = writers.acknowledged + 500
    await writers.type(random, () => writers.acknowledged >= goal)
    await writers.settled('every commit takes half a second')
    await scene.pool.query('drop trigger slow on document_update')
    await writers.converged('after the slow commits')
    expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
  }, 120_000)

  it('[LIVE-69] no answer at all: load past the bound is sent away as busy, memory stays bounded, and what waits drains in order', async () => {
    const floods = await Promise.all(
      Array.from({ length: FLOODS }, async () => {
        const document = await scene.world.document()
        const ticket = await scene.server.ticket(scene.pool, document, (await scene.world.seat('CSO')).personId)
        const flood = new RawClient(`${scene.server.liveUrl}/live/${document}?schema=1&ticket=${ticket}`)
        await flood.opened
        flood.greet()
        await flood.until(() => flood.durable >= 1)
        return flood
      })
    )
    const doc = new Y.Doc()
    const letters = Array.from({ length: LETTERS }, () => updateOf(doc, () => doc.getText('content').insert(0, 'x')))
    const before = scene.server.memory
    let most = before
    cluster.freeze()
    try {
      for (const writer of writers.all) writer.type()
      for (let at = 0; at < LETTERS; at++) {
        for (const flood of floods) flood.update(letters[at]!)
        if (at % 500 !== 0) continue
        most = Math.max(most, scene.server.memory)
        await new Promise((resolve) => setImmediate(resolve))
      }
      const ends = await Promise.all(floods.map((flood) => flood.closed))
      expect(new Set(ends.map(({ code }) => code))).toEqual(new Set([CLOSE.busy.code]))
      expect((await fetch(`${scene.server.url}/api/health`)).status).toBe(200)
    } finally {
      cluster.thaw()
    }
    most = Math.max(most, scene.server.memory)
    await writers.settled('the database answers again')
    await writers.converged('the database answers again')
    expect(await writers.verdict()).toEqual({ ...NOTHING_WRONG, stored: writers.typed })
    const grown = (most - before) / 1024 / 1024
    process.stdout.write(`a database that did not answer: memory grew by ${grown.toFixed(0)} MB, then a flood was refused as busy\n`)
    expect(grown).toBeLessThan(MOST_GROWN_MB)
  }, 180_000)
})
