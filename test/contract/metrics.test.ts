import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compactor } from '../../server/src/live/compaction/compactor.js'
import { ApiClient } from '../support/api-client.js'
import { EventsClient } from '../support/events-client.js'
import type { LiveClient } from '../support/live-client.js'
import { TestServer } from '../support/server.js'
import { type PersonInWorld, World } from '../support/world.js'

const DASHBOARD = join(__dirname, '../../docker/grafana/roundtable.json')

/** Every series that is told, by its name with labels; `of` reads one, 0 where there is none yet. */
class Told {
  readonly series: ReadonlyMap<string, number>

  constructor(readonly text: string) {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    this.series = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
  }

  of(name: string): number {
    return this.series.get(`roundtable_${name}`) ?? 0
  }
}

describe('what is told at /metrics', () => {
  let server: TestServer
  let world: World
  let document: string
  let writer: PersonInWorld
  let reader: PersonInWorld

  beforeAll(async () => {
    server = await TestServer.start()
    world = await World.create(server.pool)
    writer = await world.seat('CSO')
    reader = await world.seat('OBS')
  })
  beforeEach(async () => (document = await world.document()))
  afterAll(() => server.close())

  const ask = async (): Promise<Told> => new Told(await (await fetch(`${server.url}/metrics`)).text())
  const rise = (before: Told, after: Told, ...names: string[]): number[] => names.map((name) => after.of(name) - before.of(name))
  /** Until the server has told it so: bounded by the test's own time. */
  async function toldThat(isTold: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const told = await ask()
      if (isTold(told)) return told
    }
  }
  const saved = (client: LiveClient): Promise<void> => client.until(() => client.ledger.waiting === 0, 'all to be saved')

  it('[METR-1] rooms, connections, updates and bytes in both directions, and commits', async () => {
    const before = await ask()
    const [one, other] = [await server.client(document, writer), await server.client(document, reader)]
    await one.connect()
    await other.connect()
    for (const letter of 'five!') {
      one.text.insert(one.text.length, letter)
      await saved(one)
    }
    await other.until(() => other.text.toJSON() === 'five!', 'the words to be read')
    const after = await ask()
    expect(rise(before, after, 'live_rooms', 'live_connections', 'live_updates_total', 'live_updates_sent_total')).toEqual([1, 2, 5, 5])
    const [commits = 0, seconds = 0, received = 0, sent = 0] = rise(
      before,
      after,
      'live_commit_seconds_count',
      'live_commit_seconds_sum',
      'live_received_bytes_total',
      'live_sent_bytes_total'
    )
    // The binding of a client id is one commit more.
    expect([commits >= 5, seconds > 0, received > 50, sent > 50]).toEqual([true, true, true, true])
    one.close()
    other.close()
    const later = await toldThat((told) => told.of('live_connections') === before.of('live_connections'))
    // What a connection has carried stays counted when it is gone.
    expect(rise(after, later, 'live_received_bytes_total', 'live_sent_bytes_total').every((more) => more >= 0)).toBe(true)
    expect(rise(before, later, 'live_closed_total{reason="left"}')).toEqual([2])
  })

  it('[METR-2] what waits for the database, in edits and bytes, and who waits for a connection', async () => {
    const client = await server.client(document, writer)
    await client.connect()
    // By now the client's id is bound: that waits in the same queue.
    client.text.insert(0, 'Who writes here ')
    await saved(client)
    const holder = await server.pool.connect()
    try {
      await holder.query('begin')
      await holder.query('select 1 from document_head where document_id = $1 for update', [document])
      client.text.insert(0, 'waits')
      const waiting = await toldThat((told) => told.of('live_queue_updates') === 1)
      expect(waiting.of('live_queue_bytes')).toBeGreaterThan(5)
      expect(waiting.of('database_connections{pool="pages",state="busy"}')).toBeGreaterThan(0)
    } finally {
      await holder.query('rollback')
      holder.release()
    }
    await saved(client)
    const after = await ask()
    expect([after.of('live_queue_updates'), after.of('live_queue_bytes')]).toEqual([0, 0])
    client.close()

    // The server works with the same connections: whoever else waits is counted too.
    const held = await Promise.all(Array.from({ length: server.pool.options.max }, () => server.pool.connect()))
    const late = server.pool.query('select 1')
    try {
      expect((await ask()).of('database_connections{pool="pages",state="waiting"}')).toBeGreaterThanOrEqual(1)
    } finally {
      held.forEach((each) => each.release())
    }
    await late
  })

  it('[METR-3] refusals by reason: of edits, of connections, of requests', async () => {
    const before = await ask()
    const client = await server.client(document, reader)
    await client.connect()
    client.text.insert(0, 'not mine to write')
    await client.until(() => client.rejections.length > 0, 'the refusal')
    client.close()
    const stranger = await ApiClient.newcomer(server)
    await stranger.refusal('getWorkspace', { id: world.workspaceId })
    const names = ['live_refusals_total{reason="not_allowed"}', 'http_refusals_total{code="not_found"}']
    const closed = 'live_closed_total{reason="notAllowed"}'
    const after = await toldThat((told) => rise(before, told, closed)[0]! > 0)
    expect(rise(before, after, ...names, closed)).toEqual([1, 1, 1])
  })

  it('[METR-4] folds by outcome, and how long they took', async () => {
    const client = await server.client(document, writer)
    await client.connect()
    client.text.insert(0, 'to be folded')
    await saved(client)
    client.close()
    const before = await ask()
    expect(await server.app.nest.get(Compactor).compact(document)).toBe(true)
    const after = await ask()
    expect(rise(before, after, 'live_compactions_total{outcome="done"}', 'live_compaction_seconds_count')).toEqual([1, 1])
  })

  it('[METR-5] pages that hear of changes', async () => {
    const page = await new EventsClient(server, await ApiClient.as(server, writer.personId)).opened()
    expect((await ask()).of('events_connections')).toBe(1)
    page.close()
    await toldThat((told) => told.of('events_connections') === 0)
  })

  it('[METR-6] labels tell kinds of things, from short lists: no person, no document, no address', async () => {
    const { text, series } = await ask()
    const labels = [...text.matchAll(/[{,](\w+)="([^"]*)"/g)].map(([, name, value]) => ({ name: name!, value: value! }))
    const kinds = [
      'reason',
      'code',
      'outcome',
      'pool',
      'state',
      'le',
      'quantile',
      'space',
      'kind',
      'type',
      'version',
      'major',
      'minor',
      'patch'
    ]
    expect([...new Set(labels.map(({ name }) => name))].filter((name) => !kinds.includes(name))).toEqual([])
    const ours = [...series.keys()].filter((name) => name.startsWith('roundtable_') && !name.includes('le="')).join('\n')
    expect([...ours.matchAll(/="([^"]*)"/g)].map(([, value]) => value).filter((value) => !/^[a-zA-Z_]{2,40}$/.test(value!))).toEqual([])
  })

  it('[METR-7] the dashboard shows what is there, and all that Roundtable itself counts', async () => {
    const dashboard = readFileSync(DASHBOARD, 'utf8')
    const { text } = await ask()
    const kinds = new Map([...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, kind]) => [name!, kind!]))
    const shown = new Set([...dashboard.matchAll(/\b(?:roundtable|nodejs|process|redis)_\w+/g)].map(([name]) => name))
    const named = new Set([...shown].map((name) => (kinds.has(name) ? name : name.replace(/_(bucket|sum|count)$/, ''))))
    // A node without a Redis does not tell of one.
    expect([...named].filter((name) => !kinds.has(name))).toEqual(['roundtable_redis_connected'])
    expect([...kinds.keys()].filter((name) => name.startsWith('roundtable_') && !named.has(name))).toEqual([])
  })
})
