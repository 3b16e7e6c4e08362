import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { Compactor } from '../../server/src/live/compaction/compactor.js'
import type { LiveClient } from './live-client.js'
import type { SeededRandom } from './random.js'
import { TestServer } from './server.js'
import type { PersonInWorld } from './world.js'

/** A LaTeX paper as it was typed (automerge-perf, CC BY 4.0), where it lies beside the project. */
const RECORDING = join(__dirname, '../../../shared/bench/data/automerge-paper.json.gz')
const CLIENTS = 6
const TURN = 500
/** Edits between two turns of the event loop: so several people's messages are under way at once. */
const AT_ONCE = 20

/** Position, length deleted, text inserted. */
type Edit = readonly [at: number, deleted: number, inserted: string]

/** The first `count` edits of the recording, or all; null where it is absent. */
export function recordedEdits(count = Number.POSITIVE_INFINITY): Edit[] | null {
  let packed
  try {
    packed = readFileSync(RECORDING)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const { txns } = JSON.parse(gunzipSync(packed).toString()) as { txns: { patches: Edit[] }[] }
  return txns.flatMap((transaction) => transaction.patches).slice(0, count)
}

/** The text at the end of the recording, as the recording itself gives it. */
export function recordedText(): string {
  return (JSON.parse(gunzipSync(readFileSync(RECORDING)).toString()) as { endContent: string }).endContent
}

/** A stand-in: typing that mostly goes on where it was, jumps now and then, and takes back. */
export function generatedEdits(random: SeededRandom, count: number): Edit[] {
  let length = 0
  let caret = 0
  return Array.from({ length: count }, (): Edit => {
    if (random.chance(0.02)) caret = random.integer(0, length)
    if (caret > 0 && random.chance(0.3)) {
      caret -= 1
      length -= 1
      return [caret, 1, '']
    }
    const inserted = random.pick(['e', 'n', ' ', 'th', '水'])
    caret += inserted.length
    length += inserted.length
    return [caret - inserted.length, 0, inserted]
  })
}

const applied = (text: string, [at, deleted, inserted]: Edit): string => text.slice(0, at) + inserted + text.slice(at + deleted)

export interface Relay {
  /** What the edits make of an empty text. */
  readonly expected: string
  /** What each client shows: after the last edit, with a server started anew, and with one started after folding. */
  readonly shown: Readonly<Record<'typed' | 'restarted' | 'folded', readonly string[]>>
  readonly secondsOfTyping: number
}

/**
 * The edits typed into one document through the live door by six people with the unmodified provider,
 * the text passing from one to the next every 500 edits; the next begins when they see all before.
 */
export async function playRelay(edits: readonly Edit[]): Promise<Relay> {
  let server = await TestServer.start()
  let clients: LiveClient[] = []
  try {
    const world = await server.world()
    const document = await world.document()
    const people = await Promise.all(Array.from({ length: CLIENTS }, () => world.seat('CSO')))
    const join = (): Promise<LiveClient[]> =>
      Promise.all(
        people.map(async (person: PersonInWorld) => (await server.client(document, person, { speaksRoundtable: false })).connect())
      )
    const leaveAndRestart = async (): Promise<void> => {
      clients.forEach((client) => client.close())
      await server.close({ keepsDatabase: true })
      server = await TestServer.start({}, server.database)
      clients = await join()
    }

    clients = await join()
    const started = performance.now()
    const expected = await type(clients, edits)
    const secondsOfTyping = (performance.now() - started) / 1000
    const texts = (): string[] => clients.map((client) => client.text.toJSON())
    const typed = texts()
    await leaveAndRestart()
    const restarted = texts()
    while (await server.app.nest.get(Compactor, { strict: false }).compact(document));
    await leaveAndRestart()
    return { expected, shown: { typed, restarted, folded: texts() }, secondsOfTyping }
  } finally {
    clients.forEach((client) => client.close())
    await server.close()
  }
}

/** Resolves with the text when everybody sees all of it. */
async function type(clients: readonly LiveClient[], edits: readonly Edit[]): Promise<string> {
  let expected = ''
  // Not by the text alone: a letter typed and taken back, both still under way, leave it as it was.
  const hasAllOf = (client: LiveClient, { doc }: LiveClient): boolean =>
    Y.getState(client.doc.store, doc.clientID) === Y.getState(doc.store, doc.clientID)
  const seesAll = (client: LiveClient): boolean =>
    client.text.length === expected.length && clients.every((each) => hasAllOf(client, each)) && client.text.toJSON() === expected
  const sees = (client: LiveClient): Promise<void> =>
    client
      .until(() => seesAll(client), 'everything typed before')
      .catch((cause: unknown) => {
        const state = clients.map((each) => ({ seesAll: seesAll(each), length: each.text.length, closes: each.closes }))
        throw new Error(`after ${expected.length} characters: ${JSON.stringify(state)}`, { cause })
      })
  for (let start = 0; start < edits.length; start += TURN) {
    const client = clients[(start / TURN) % clients.length]!
    await sees(client)
    for (const [index, edit] of edits.slice(start, start + TURN).entries()) {
      const [at, deleted, inserted] = edit
      client.doc.transact(() => {
        if (deleted > 0) client.text.delete(at, deleted)
        if (inserted !== '') client.text.insert(at, inserted)
      })
      expected = applied(expected, edit)
      if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await Promise.all(clients.map(sees))
  return expected
}

/** What a run prints: real figures of this machine. */
export function report(name: string, edits: readonly Edit[], { secondsOfTyping }: Relay): void {
  const rate = Math.round(edits.length / secondsOfTyping)
  process.stdout.write(`${name}: ${edits.length} edits in ${secondsOfTyping.toFixed(1)} s, ${rate} edits/s through ${CLIENTS} clients\n`)
}
