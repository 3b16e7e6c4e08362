import * as Y from 'yjs'
import { ApiClient } from '../support/api-client.js'
import { type Cast, StreamingWriter, WAYS, type Way, clockAhead, restore } from '../support/demotion.js'
import { FaultScene } from '../support/fault-scene.js'
import { LiveClient } from '../support/live-client.js'
import { seededRandom } from '../support/random.js'
import type { PersonInWorld } from '../support/world.js'

const DEMOTIONS = Number(process.env.DEMOTIONS ?? 200)
const MOST_MS = 1000
const BEFORE = 20
const AFTER = 50

interface Lag {
  readonly way: string
  /** From the answer to the last byte that was stored, or shown to somebody else, in ms; below 0: it came before the answer. */
  readonly stored: number
  readonly shown: number
  /** What the writer sent after the answer. */
  readonly sent: number
}

const random = seededRandom(`demotion ${new Date().toISOString().slice(0, 10)}`)

describe(`losing the right while writing, ${DEMOTIONS} times (seed ${random.seed})`, () => {
  let scene: FaultScene
  let viewer: PersonInWorld
  let leads: Record<'CSO' | 'NSO', ApiClient>
  let writers: Record<'CSO' | 'NSO', PersonInWorld>
  let ahead: number

  beforeAll(async () => {
    scene = await FaultScene.open()
    await scene.server.start()
    const { world, pool } = scene
    const as = async ({ personId }: PersonInWorld): Promise<ApiClient> => ApiClient.as({ url: scene.server.url, pool }, personId)
    // One voice a side: what a writer would have to say to a change of modality, their organisation's lead says.
    const [society, office] = [await world.organisation('A society'), await world.organisation('An office', 'nso')]
    leads = {
      CSO: await as(await world.seat('CSO', { organisationId: society })),
      NSO: await as(await world.seat('NSO', { organisationId: office }))
    }
    writers = { CSO: await world.seat('CSO', { organisationId: society }), NSO: await world.seat('NSO', { organisationId: office }) }
    viewer = await world.seat('OBS')
    ahead = await clockAhead(pool)
  })
  afterAll(() => scene?.close())

  async function round(way: Way, side: 'CSO' | 'NSO'): Promise<Lag | null> {
    const documentId = await scene.world.document()
    const writer = writers[side]
    const api = await ApiClient.as({ url: scene.server.url, pool: scene.pool }, writer.personId)
    const ticket = await scene.server.ticket(scene.pool, documentId, viewer.personId)
    const watcher = new LiveClient({ url: scene.server.liveUrl, documentId, ticket, speaksRoundtable: true, schema: 1 })
    let lastShown = 0
    watcher.doc.on('update', () => (lastShown = Date.now()))
    await watcher.connect()
    const stream = await StreamingWriter.enter(scene, documentId, api)
    try {
      stream.start()
      await stream.client.until(() => stream.client.durable > BEFORE)
      expect([way.name, side, stream.client.durable > BEFORE]).toEqual([way.name, side, true])
      const cast: Cast = { scene, writer, api, manager: leads[side], csoLead: leads.CSO, nsoLead: leads.NSO, documentId, random }
      await way.lose(cast)
      const [answered, sentBefore] = [Date.now(), stream.sent]
      if (!way.cuts) {
        const goal = stream.client.durable + AFTER
        await stream.client.until(() => stream.client.durable >= goal)
        expect([way.name, stream.client.durable >= goal]).toEqual([way.name, true])
        return null
      }
      // It writes on until it is thrown out.
      await stream.client.closed
      const { text, last } = await logged(documentId)
      await watcher.until(() => watcher.text.length >= text.length, `the viewer to see what is stored (${way.name})`)
      expect(watcher.text.toJSON()).toBe(text)
      return { way: way.name, stored: last - (answered + ahead), shown: lastShown - answered, sent: stream.sent - sentBefore }
    } finally {
      stream.end()
      watcher.close()
      await restore(scene.pool, scene.world.workspaceId, writer)
    }
  }

  /** What the log holds, and when its last byte came by the database's clock. */
  async function logged(documentId: string): Promise<{ text: string; last: number }> {
    const { rows } = await scene.pool.query<{ bytes: Buffer; at: number }>(
      `select state as bytes, 0 as seq, 0 as at from document_snapshot where document_id = $1
       union all select bytes, seq, extract(epoch from created_at)::float8 * 1000 from document_update where document_id = $1 order by seq`,
      [documentId]
    )
    const doc = new Y.Doc()
    for (const { bytes } of rows) Y.applyUpdate(doc, new Uint8Array(bytes))
    return { text: doc.getText('content').toJSON(), last: Math.max(...rows.map(({ at }) => at)) }
  }

  it(
    `[LIVE-70] nothing of theirs is stored or shown more than ${MOST_MS} ms after the answer, whatever way they lost it; an expired mandate does not end it`,
    async () => {
      const lags: Lag[] = []
      let bag: Way[] = []
      for (let count = 0; count < DEMOTIONS; count++) {
        // Drawn without putting back, so that a short run also meets each.
        if (bag.length === 0) bag = [...WAYS]
        const [way] = bag.splice(random.integer(0, bag.length - 1), 1) as [Way]
        const lag = await round(way, way.only === 'NSO' ? 'NSO' : random.pick(['CSO', 'NSO'] as const))
        if (lag) lags.push(lag)
      }
      process.stdout.write(
        `${[...WAYS.filter(({ cuts }) => cuts).map(({ name }) => name), 'all'].map((name) => summary(name, lags)).join('\n')}\n`
      )
      expect(lags.filter(({ stored, shown }) => stored > MOST_MS || shown > MOST_MS)).toEqual([])
    },
    DEMOTIONS * 15_000
  )
})

function summary(name: string, lags: readonly Lag[]): string {
  const own = name === 'all' ? lags : lags.filter(({ way }) => way === name)
  const at = (of: (lag: Lag) => number, share: number): string => {
    const sorted = own.map(of).toSorted((one, other) => one - other)
    return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  }
  const of = (value: (lag: Lag) => number): string => `p50 ${at(value, 0.5)} ms, p100 ${at(value, 1)} ms`
  const sent = own.reduce((sum, lag) => sum + lag.sent, 0)
  return `${name.padEnd(18)}${String(own.length).padStart(4)}  sent after the answer: ${sent}; last stored: ${of(({ stored }) => stored)}; last shown: ${of(({ shown }) => shown)}`
}
