import type { LiveStore } from '../../server/src/live/live.store.js'
import { LIVE_STORE } from '../../server/src/live/live.module.js'
import { RawClient } from '../support/raw-client.js'
import { TestServer } from '../support/server.js'
import { until } from '../support/until.js'

const PEOPLE = 200

describe('many who open one document at once', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  it(`[LIVE-73] ${PEOPLE} come while a slow database loads it: one load, everybody gets the whole, nothing stays behind`, async () => {
    const world = await server.world()
    const documentId = await world.document()
    const author = await server.client(documentId, await world.seat('NSO'))
    await author.connect()
    author.text.insert(0, 'The whole text.')
    await author.until(() => author.ledger.isSettled, 'the text to be saved')

    const store = server.app.nest.get<LiveStore>(LIVE_STORE)
    const load = store.load.bind(store)
    let loads = 0
    let letGo: () => void = () => undefined
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve))
    store.load = async (id) => {
      loads++
      await isLetGo
      return load(id)
    }
    // The last one leaves while the first of the others come.
    author.close()
    const rooms = async (): Promise<string | undefined> =>
      /^roundtable_live_rooms (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]
    await until(async () => (await rooms()) === '0', 'the empty room to leave memory', 60_000)

    const reader = await world.seat('OBS')
    const ticket = await server.ticket(documentId, reader)
    const clients = Array.from({ length: PEOPLE }, () => new RawClient(`${server.liveUrl}/live/${documentId}?schema=1&ticket=${ticket}`))
    try {
      await Promise.all(clients.map((client) => client.opened))
      for (const client of clients) client.greet()
      await until(() => loads > 0, 'the load')
      letGo()
      await Promise.all(clients.map((client) => client.until(() => client.received.includes('The whole text.'))))
      expect(loads).toBe(1)
    } finally {
      for (const client of clients) client.end()
      store.load = load
    }
    await until(async () => (await rooms()) === '0', 'the room to leave memory', 60_000)
  }, 180_000)
})
