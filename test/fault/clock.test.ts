import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FaultScene } from '../support/fault-scene.js'
import { seededRandom } from '../support/random.js'
import { until } from '../support/until.js'
import { NOTHING_WRONG, type Writers } from '../support/writers.js'

const HOUR_MS = 3_600_000
/** As libfaketime writes them, and how far the clock of the server is off then. */
const JUMPS = [
  ['+1h', HOUR_MS],
  ['-2h', -2 * HOUR_MS],
  ['+400d', 400 * 24 * HOUR_MS],
  ['+0', 0]
] as const

const random = seededRandom(`clock ${new Date().toISOString().slice(0, 10)}`)
const title = `a wall clock that jumps (seed ${random.seed})`
const library = preloadable()
if (!library) process.stderr.write(`${title}: skipped: there is no libfaketime; install faketime\n`)

/** Debian's libfaketime, which tells a program another time; undefined where there is none. */
function preloadable(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined
  const places = readdirSync('/usr/lib').map((folder) => join('/usr/lib', folder, 'faketime/libfaketime.so.1'))
  return places.find((place) => existsSync(place))
}

;(library ? describe : describe.skip)(title, () => {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-clock-'))
  const time = join(directory, 'time')
  let scene: FaultScene
  let writers: Writers

  beforeAll(async () => {
    scene = await FaultScene.open()
    writeFileSync(time, '+0')
    await scene.server.start({
      LD_PRELOAD: library!,
      FAKETIME_TIMESTAMP_FILE: time,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1'
    })
    writers = await scene.writers([await scene.world.document(), await scene.world.document()], 10)
  })
  afterAll(async () => {
    writers?.close()
    await scene?.close()
    rmSync(directory, { recursive: true, force: true })
  })

  it('[LIVE-77] the clock of a server decides nothing: nobody is sent away, nobody disappears, and the order stays', async () => {
    const [shown, watcher] = [writers.all[0]!.client, writers.all[2]!.client]
    shown.provider.awareness.setLocalStateField('cursor', null)
    const isShown = (): boolean => watcher.provider.awareness.getStates().has(shown.doc.clientID)
    await watcher.until(isShown, 'the cursor')
    let left = 0
    for (const { client } of writers.all) client.provider.on('connection-close', () => (left += 1))

    for (const [jump, offset] of JUMPS) {
      writeFileSync(time, jump)
      const isTold = async (): Promise<boolean> => {
        const { headers } = await fetch(`${scene.server.url}/api/health`)
        return Math.abs(Date.parse(headers.get('date') ?? '') - Date.now() - offset) < HOUR_MS / 2
      }
      const typing = { isOver: false }
      const written = writers.type(random, () => typing.isOver)
      await until(isTold, `the server to believe ${jump}`)
      const goal = writers.acknowledged + 200
      await until(() => writers.acknowledged >= goal, `edits to be saved at ${jump}`)
      typing.isOver = true
      await written
      await writers.settled(jump)
      await writers.converged(jump)
      expect({ jump, left, isShown: isShown(), ...(await writers.verdict()) }).toEqual({
        jump,
        left: 0,
        isShown: true,
        ...NOTHING_WRONG,
        stored: writers.typed
      })
    }
  }, 180_000)
})
