import { BlackHole } from '../support/black-hole.js'
import { FaultScene } from '../support/fault-scene.js'
import { LiveClient } from '../support/live-client.js'

const MOST_SHOWN_MS = 35_000

describe('a line that swallows everything and stays open', () => {
  let scene: FaultScene
  let hole: BlackHole
  beforeAll(async () => {
    scene = await FaultScene.open()
    await scene.server.start()
    hole = await BlackHole.before(scene.server.url)
  })
  afterAll(async () => {
    await hole?.close()
    await scene?.close()
  })

  it('[LIVE-72] whoever is at its end is gone from presence in time, and comes back with what they wrote', async () => {
    const documentId = await scene.world.document()
    const join = async (url: string): Promise<LiveClient> => {
      const ticket = await scene.server.ticket(scene.pool, documentId, (await scene.world.seat('CSO')).personId)
      return new LiveClient({ url, documentId, ticket, speaksRoundtable: true, schema: 1 }).connect()
    }
    const [here, lost] = [await join(scene.server.liveUrl), await join(hole.through(scene.server.liveUrl).replace(/\/$/, ''))]
    try {
      const isShown = (): boolean => here.provider.awareness.getStates().has(lost.doc.clientID)
      lost.provider.awareness.setLocalStateField('cursor', null)
      await here.until(isShown, 'the cursor')
      hole.swallow()
      const from = performance.now()
      lost.text.insert(0, 'written into the void')
      await here.until(() => !isShown(), 'the departure', 60_000)
      const took = performance.now() - from
      expect(lost.ledger.waiting).toBe(1)
      hole.heal()
      await here.until(() => here.text.length > 0, 'the words', 60_000)
      process.stdout.write(`a half-open line: gone from presence after ${(took / 1000).toFixed(1)} s\n`)
      expect(took).toBeLessThan(MOST_SHOWN_MS)
    } finally {
      here.close()
      lost.close()
    }
  }, 180_000)
})
