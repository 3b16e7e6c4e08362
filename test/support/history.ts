import * as Y from 'yjs'
import { Compactor } from '../../server/src/live/compaction/compactor.js'
import type { LiveClient } from './live-client.js'
import { seededRandom, type SeededRandom } from './random.js'
import type { TestServer } from './server.js'
import type { PersonInWorld, World } from './world.js'

const STEPS = 60
const MOST_PEOPLE = 6
const WORDS = ['a', 'be', 'sea ', 'water ', '水', '🐟', '\n']

/** One document's life at several nodes, told by a seed: who comes, writes with and without a line, changes nodes and goes. */
export class History {
  steps = 0
  folds = 0
  moves = 0
  readonly #random: SeededRandom
  readonly #present: LiveClient[] = []

  private constructor(
    readonly seed: string,
    private readonly documentId: string,
    private readonly people: readonly PersonInWorld[],
    private readonly nodes: readonly TestServer[]
  ) {
    this.#random = seededRandom(seed)
  }

  /** `nodes` may be renewed in place while it goes on. */
  static async begin(seed: string, world: World, nodes: readonly TestServer[]): Promise<History> {
    const people = await Promise.all(Array.from({ length: 3 }, () => world.seat('CSO')))
    const history = new History(seed, await world.document(), people, nodes)
    for (let joined = 0; joined < 3; joined++) await history.#join()
    return history
  }

  get isOver(): boolean {
    return this.steps >= STEPS
  }

  async step(): Promise<void> {
    if (this.isOver) return
    this.steps++
    const random = this.#random
    for (const client of this.#present) if (random.chance(0.7)) this.#write(client)
    const someone = random.pick(this.#present)
    const act = random.integer(0, 19)
    if (act < 4) someone.provider.disconnect()
    else if (act < 8) this.#comeBack(someone)
    else if (act === 8 && this.#present.length < MOST_PEOPLE) await this.#join()
    else if (act === 9 && this.#present.length > 2) await this.#leave(someone)
    else if (act === 10) await this.#fold()
    await new Promise((resolve) => setImmediate(resolve))
  }

  /** Everybody comes back and is saved; then all are equal to the log, and to whoever opens the document anew. Throws where not. */
  async end(): Promise<void> {
    for (const client of this.#present) this.#comeBack(client)
    await this.#settled()
    await this.#join()
    const words = await this.#logged()
    for (const client of this.#present) await client.until(() => client.text.toJSON() === words, `the text of the log (seed ${this.seed})`)
    for (const client of this.#present) {
      if (client.doc.store.pendingStructs || client.doc.store.pendingDs) throw new Error(`something is pending (seed ${this.seed})`)
      client.close()
    }
  }

  #write({ text }: LiveClient): void {
    const random = this.#random
    if (text.length > 5 && random.chance(0.3)) text.delete(random.integer(0, text.length - 3), random.integer(1, 3))
    else text.insert(random.integer(0, text.length), random.pick(WORDS))
  }

  async #join(): Promise<void> {
    const client = await this.#random.pick(this.nodes).client(this.documentId, this.#random.pick(this.people))
    this.#present.push(client)
    client.provider.connect()
    await client.until(() => client.provider.synced, `the first sync (seed ${this.seed})`)
  }

  /** To whichever node; edits made meanwhile go along. */
  #comeBack({ provider }: LiveClient): void {
    const url = `${this.#random.pick(this.nodes).liveUrl}/live`
    if (provider.serverUrl !== url) this.moves++
    Reflect.set(provider, 'serverUrl', url)
    if (!provider.wsconnected) provider.connect()
  }

  /** Not before what they wrote is saved: nobody waits for words that somebody took home. */
  async #leave(client: LiveClient): Promise<void> {
    this.#comeBack(client)
    await client.until(() => client.provider.synced && client.ledger.isSettled, `to be saved before leaving (seed ${this.seed})`)
    client.close()
    this.#present.splice(this.#present.indexOf(client), 1)
  }

  async #fold(): Promise<void> {
    if (await this.#random.pick(this.nodes).app.nest.get(Compactor).compact(this.documentId)) this.folds++
  }

  async #settled(): Promise<void> {
    for (const client of this.#present)
      await client.until(() => client.provider.synced && client.ledger.isSettled, `to be saved (seed ${this.seed})`, 40_000)
  }

  async #logged(): Promise<string> {
    const doc = new Y.Doc()
    for (const bytes of await this.nodes[0]!.logged(this.documentId)) Y.applyUpdate(doc, bytes)
    return doc.getText('content').toJSON()
  }
}
