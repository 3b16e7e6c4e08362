import { addObjective, readDocument } from '@roundtable/shared/document'
import { RoundtableError } from '@roundtable/shared/error'
import { CLOSE, SYNC, MESSAGE, closeNameOf } from '@roundtable/shared/protocol'
import type pg from 'pg'
import * as Y from 'yjs'
import { readInbound } from '../../server/src/live/domain/inbound.js'
import { countingIds } from './ids.js'
import { EDIT_LIST } from './list-edits.js'
import { LiveClient } from './live-client.js'
import type { SeededRandom } from './random.js'
import { RawClient, frame, updateOf } from './raw-client.js'
import type { PersonInWorld, World } from './world.js'

const LANES = 12
/** Every fourth lane may only view. */
const isViewing = (lane: number): boolean => lane % 4 === 3
/** A document gets so many, then the next: what was stored by mutations stays small. */
const PER_DOCUMENT = 2000
const HONEST_EDIT_EVERY = 100

/** A server with the live door open, in this process or in another. */
interface LiveDoor {
  readonly liveUrl: string
  readonly pool: pg.Pool
  ticket(documentId: string, person: PersonInWorld): Promise<string>
}

interface Mutation {
  readonly data: Uint8Array
  /** The server counts it among this connection's content messages, if it reads it as one. */
  readonly isContent: boolean
}

/** What became of the frames: by the reason of the refusal, and `taken` for those that ended no connection. */
export type Outcomes = Map<string, number>

export interface Round {
  readonly outcomes: Outcomes
  /** Closes whose code is not in the table, or that came without a reason. */
  readonly unexplained: string[]
  /** Documents with something pending, that Yjs cannot read, or that differ from what the honest client sees. */
  readonly broken: string[]
  /** Rows and attributions under the seat of somebody who may only view. */
  readonly storedForViewers: number
}

/**
 * Plays `count` mutated frames of every kind of client message through real sockets, a document after the
 * other, while an honest client goes on writing in it. Each frame is waited for, until the server has told
 * that it is past it, or has closed.
 */
export async function playMutations(door: LiveDoor, world: World, random: SeededRandom, count: number): Promise<Round> {
  const people = await Promise.all(Array.from({ length: LANES + 1 }, (_, lane) => world.seat(isViewing(lane) ? 'OBS' : 'CSO')))
  const round: Round = { outcomes: new Map(), unexplained: [], broken: [], storedForViewers: 0 }
  for (let done = 0, number = 0; done < count; done += PER_DOCUMENT, number++) {
    const kind = number % 2 === 0 ? 'plain' : 'objectives'
    await new Stage(door, kind, await world.document(kind), people, random, round).play(Math.min(PER_DOCUMENT, count - done))
  }
  const viewers = people.filter((_, lane) => isViewing(lane)).map((person) => person.seatId)
  const { rows } = await door.pool.query<{ count: number }>(
    `select (select count(*) from document_update where seat_id = any ($1)) + (select count(*) from attribution where seat_id = any ($1)) as count`,
    [viewers]
  )
  return { ...round, storedForViewers: rows[0]!.count }
}

class Stage {
  #left = 0
  #honest: LiveClient | null = null
  /** Frames of late, to be spliced into others. */
  readonly #recent: Uint8Array[] = [new Uint8Array([MESSAGE.queryAwareness])]
  readonly #ids = countingIds('m')

  constructor(
    private readonly door: LiveDoor,
    private readonly kind: 'plain' | 'objectives',
    private readonly documentId: string,
    private readonly people: readonly PersonInWorld[],
    private readonly random: SeededRandom,
    private readonly round: Round
  ) {}

  async play(count: number): Promise<void> {
    this.#left = count
    const honest = await this.#honestClient()
    this.#honest = honest
    try {
      await Promise.all(Array.from({ length: LANES }, (_, lane) => this.#playLane(lane)))
      this.#editHonestly()
      await honest.until(() => honest.ledger.isSettled, `the room to go on (seed ${this.random.seed})`)
      const problem = await this.#problem(honest)
      if (problem) this.round.broken.push(`${this.kind} ${this.documentId}: ${problem}`)
    } finally {
      honest.close()
    }
  }

  async #honestClient(): Promise<LiveClient> {
    const { liveUrl: url } = this.door
    const ticket = await this.door.ticket(this.documentId, this.people.at(-1)!)
    return new LiveClient({ url, documentId: this.documentId, ticket, speaksRoundtable: true, schema: 1 }).connect()
  }

  async #playLane(lane: number): Promise<void> {
    const ticket = await this.door.ticket(this.documentId, this.people[lane]!)
    const address = `${this.door.liveUrl}/live/${this.documentId}?schema=1&ticket=${ticket}`
    while (this.#left > 0) {
      const client = new RawClient(address)
      await client.opened
      client.greet()
      let count = 1
      await client.until(() => client.durable >= count)
      let isOpen = true
      void client.closed.then(() => (isOpen = false))
      while (isOpen && this.#left > 0) {
        if (--this.#left % HONEST_EDIT_EVERY === 0) this.#editHonestly()
        const { data, isContent } = this.#mutation(lane)
        client.send(data)
        // Nothing new, and counted: when it is durable, what came before it is decided.
        client.send(frame.sync(SYNC.step2, new Uint8Array([0, 0])))
        count += isContent ? 2 : 1
        await client.until(() => client.durable >= count)
        if (isOpen) this.#note('taken')
      }
      if (isOpen) client.end()
      else await this.#explain(client)
    }
  }

  #note(outcome: string): void {
    this.round.outcomes.set(outcome, (this.round.outcomes.get(outcome) ?? 0) + 1)
  }

  async #explain(client: RawClient): Promise<void> {
    const { code, reason } = await client.closed
    const name = closeNameOf(code)
    this.#note(client.rejection?.reason ?? name ?? `code ${code}`)
    const needsNotice = code === CLOSE.rejected.code || code === CLOSE.notAllowed.code
    if (!name || reason === '' || (needsNotice && !client.rejection)) this.round.unexplained.push(`${code} ${reason}`)
  }

  #editHonestly(): void {
    const { doc } = this.#honest!
    if (this.kind === 'plain') doc.getText('content').insert(0, 'honest ')
    else this.#editObjectives(doc)
  }

  /** An honest message of somebody who knows what the honest client knows, and one or more changes to its bytes. */
  #mutation(lane: number): Mutation {
    const { random } = this
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#honest!.doc))
    doc.clientID = 1000 + lane
    const wrap = random.pick([
      () =>
        this.#wrapped(
          SYNC.update,
          updateOf(doc, () => this.#edit(doc))
        ),
      () =>
        this.#wrapped(
          SYNC.update,
          updateOf(doc, () => this.#edit(doc))
        ),
      () => this.#wrapped(SYNC.step2, (this.#edit(doc), Y.encodeStateAsUpdate(doc))),
      () => this.#wrapped(SYNC.step1, Y.encodeStateVector(doc)),
      () =>
        this.#changed(
          frame.awareness([{ client: doc.clientID, clock: random.integer(1, 99), state: '{"cursor":{"anchor":1},"user":{}}' }])
        ),
      () => this.#changed(new Uint8Array([MESSAGE.queryAwareness]))
    ])
    const data = wrap()
    doc.destroy()
    this.#recent.push(data)
    if (this.#recent.length > 50) this.#recent.shift()
    return { data, isContent: isContent(data) }
  }

  /** Half of them keep an envelope that fits, so that the change reaches what is inside. */
  #wrapped(step: (typeof SYNC)[keyof typeof SYNC], payload: Uint8Array): Uint8Array {
    return this.random.chance(0.5) ? frame.sync(step, this.#changed(payload)) : this.#changed(frame.sync(step, payload))
  }

  #edit(doc: Y.Doc): void {
    const { random } = this
    if (this.kind === 'objectives') return this.#editObjectives(doc)
    const text = doc.getText('content')
    const at = random.integer(0, text.length)
    const edits = [
      () => text.insert(at, random.pick(['a', 'words of two', '水🐟'])),
      () => text.delete(Math.min(at, text.length - 1), 1),
      () => text.format(0, text.length, { bold: random.pick([true, null]) }),
      () => text.insertEmbed(at, { image: 'x', size: [1, 2.5, null, { deep: true }] }),
      () => text.insertEmbed(at, new Y.Map([['nested', new Y.Array()]]))
    ]
    if (text.length === 0) text.insert(0, 'first')
    else random.pick(edits)()
  }

  /** A mutation that is still an edit its sender may make can have damaged an entry: it is refused as such, and another is begun. */
  #editObjectives(doc: Y.Doc): void {
    try {
      EDIT_LIST.objectives(doc, this.random, this.#ids)
    } catch (error) {
      if (!(error instanceof RoundtableError && error.code === 'bad_input')) throw error
      addObjective(doc, this.#ids, { after: null })
    }
  }

  #changed(bytes: Uint8Array): Uint8Array {
    let changed = [...bytes]
    const { random } = this
    for (let times = random.pick([1, 1, 1, 2, 4]); times > 0; times--) {
      const at = random.integer(0, Math.max(0, changed.length - 1))
      const other = random.pick(this.#recent)
      const start = random.integer(0, other.length)
      changed = random.pick([
        () => changed.map((byte, index) => (index === at ? byte ^ (1 << random.integer(0, 7)) : byte)),
        () => changed.map((byte, index) => (index === at ? random.pick([0, 1, 127, 128, 255, random.integer(0, 255)]) : byte)),
        () => changed.slice(0, at),
        () => [...changed.slice(0, at), ...other.slice(start, start + random.integer(1, 40)), ...changed.slice(at)],
        () => [...changed.slice(0, at), ...other.slice(start)],
        () => [
          ...changed.slice(0, at),
          ...Array.from({ length: random.integer(1, 9) }, () => random.pick([255, 128, random.integer(0, 255)])),
          ...changed.slice(at)
        ]
      ])()
    }
    return Uint8Array.from(changed)
  }

  /** Every row is applied as it stands in the log. */
  async #problem(honest: LiveClient): Promise<string | null> {
    const { rows } = await this.door.pool.query<{ bytes: Buffer; seq: number }>(
      `select state as bytes, 0 as seq from document_snapshot where document_id = $1 union all select bytes, seq from document_update where document_id = $1 order by seq`,
      [this.documentId]
    )
    const doc = new Y.Doc()
    for (const { bytes, seq } of rows) {
      try {
        Y.applyUpdate(doc, new Uint8Array(bytes))
      } catch (error) {
        return `row ${seq} cannot be applied: ${String(error)}`
      }
      if (doc.store.pendingStructs || doc.store.pendingDs) return `row ${seq} leaves something pending`
    }
    const said = (each: Y.Doc): string =>
      JSON.stringify(this.kind === 'plain' ? each.getText('content').toDelta() : readDocument('objectives', each))
    await honest.until(() => said(honest.doc) === said(doc), `what is stored (seed ${this.random.seed})`)
    return null
  }
}

function isContent(data: Uint8Array): boolean {
  try {
    return readInbound(data).type === 'content'
  } catch {
    return false // the server closes on it
  }
}
