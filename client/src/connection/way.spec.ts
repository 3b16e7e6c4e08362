import { Blocked } from './blocked.js'
import { Way } from './way.js'
import type { WayWorld } from './way-world.js'

/** A network of the test's making. */
function network() {
  const kept = new Map<string, string>()
  const tried: { onclose: ((event: { code: number }) => void) | null; close: () => void }[] = []
  const net = { isOurs: true, tried, kept }
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key)
  }
  const blocked = new Blocked(() => memory)
  const world: WayWorld = {
    openSocket: () => {
      const socket = { onclose: null, close: () => undefined }
      tried.push(socket)
      return socket as unknown as WebSocket
    },
    answers: () => Promise.resolve(net.isOurs),
    blocked,
    liveServer: () => 'ws://here/live/'
  }
  return { net, world, memory, blocked, way: new Way(world) }
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** A WebSocket that ends before anything was heard. */
async function refused(way: Way, code = 1006): Promise<void> {
  jest.advanceTimersByTime(10)
  way.watch(() => undefined).ended(code)
  await settled()
}

describe('the way that live connections go', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('[LIVE-92] two WebSockets in a row that do not open, while our server answers by HTTP, mean that the network blocks them', async () => {
    const { way, blocked } = network()
    const heard = jest.fn()
    blocked.subscribe(heard)
    await refused(way)
    expect(blocked.is()).toBe(false)
    await refused(way)
    expect([blocked.is(), heard.mock.calls.length]).toEqual([true, 1])
  })

  it('[LIVE-92] one that is swallowed is given up, and counts', async () => {
    const { way, blocked } = network()
    const givenUp = jest.fn()
    for (let attempt = 1; attempt <= 2; attempt++) {
      way.watch(givenUp)
      jest.advanceTimersByTime(5000)
      await settled()
      expect(givenUp).toHaveBeenCalledTimes(attempt)
    }
    expect(blocked.is()).toBe(true)
  })

  it('[LIVE-92] neither a server that is away nor a page that a proxy puts in its place counts', async () => {
    const { way, net, blocked } = network()
    net.isOurs = false
    for (let attempt = 0; attempt < 5; attempt++) await refused(way)
    expect(blocked.is()).toBe(false)
  })

  it('[LIVE-92] a refusal with a code of ours, a message and a connection that is left count as no failure', async () => {
    const { way, blocked } = network()
    await refused(way)
    await refused(way, 4404)
    await refused(way)
    way.watch(() => undefined).heard()
    await refused(way)
    way.watch(() => undefined).left()
    expect(blocked.is()).toBe(false)
  })

  it('[LIVE-92] several documents that fail together have failed once', async () => {
    const { way, blocked } = network()
    const together = [1, 2, 3].map(() => way.watch(() => undefined))
    jest.advanceTimersByTime(10)
    for (const each of together) each.ended(1006)
    await settled()
    expect(blocked.is()).toBe(false)
  })

  it('[LIVE-93] it is remembered for the session, and the direct way is looked for while the other is used', async () => {
    const { way, world, net, memory } = network()
    await refused(way)
    await refused(way)
    const remembered = new Blocked(() => memory)
    expect(remembered.is()).toBe(true)
    const again = new Way({ ...world, blocked: remembered })
    const unused = again.tunnelled()
    jest.advanceTimersByTime(60_000)
    expect(net.tried).toHaveLength(1)
    net.tried[0]?.onclose?.({ code: 1006 })
    expect(remembered.is()).toBe(true)
    // When the network has changed, at once.
    window.dispatchEvent(new Event('online'))
    net.tried[1]?.onclose?.({ code: 4404 })
    expect([remembered.is(), net.kept.size]).toEqual([false, 0])
    unused()
    jest.advanceTimersByTime(60 * 60_000)
    expect(net.tried).toHaveLength(2)
  })
})
