import type { OperationName } from '@roundtable/shared/protocol'
import { idFieldsOf, plausibleBodies } from '../plausible.js'
import { OPERATIONS, type Request, send } from './crawler.js'
import type { CrawlActor, CrawlScene } from './scene.js'

export const ABSENT = '01999999-9999-7999-8999-999999999999'

/** One way to try an id; the same with an absent one is what it must be answered like. */
export interface Attempt {
  readonly name: OperationName
  readonly with: (id: string) => Request
}

/** Every operation in which an id can be tried: in its path, and in each field of its body that takes one. */
export function attemptsOf({ seats }: CrawlActor): Attempt[] {
  return OPERATIONS.flatMap(([name, { path, body }]) => {
    const takesId = path.includes('{id}')
    const own = seats[0]
    const inPath: Attempt[] = takesId
      ? bodiesFor(body, null, own?.seatId).map((make) => ({ name, with: (id) => ({ name, id, ...make(id) }) }))
      : []
    const inBody = (body ? idFieldsOf(body) : []).flatMap((field) => {
      // In one's own workspace, where one may do most.
      const place = takesId ? { id: own?.workspaceId ?? ABSENT } : {}
      return bodiesFor(body, field, own?.seatId).map((make): Attempt => ({ name, with: (id) => ({ name, ...place, ...make(id) }) }))
    })
    return [...inPath, ...inBody]
  })
}

/** The bodies of an operation as functions of the id at `field`; other fields that take one have a seat of one's own. */
function bodiesFor(
  schema: Parameters<typeof plausibleBodies>[0] | undefined,
  field: string | null,
  ownSeat = ABSENT
): ((id: string) => Pick<Request, 'body'>)[] {
  if (!schema) return [() => ({})]
  const make = (id: string) => plausibleBodies(schema, (path) => (path === field ? id : ownSeat))
  return make(ABSENT).map((_, index) => (id) => ({ body: make(id)[index]! }))
}

/** An attempt of one person: measured by what they read, and by how an absent id is answered. */
export class Trial {
  #absent: Promise<string> | null = null

  constructor(
    private readonly scene: CrawlScene,
    private readonly actor: CrawlActor,
    private readonly attempt: Attempt
  ) {}

  /** What is wrong with the answer. */
  async run(id: string): Promise<string[]> {
    this.#absent ??= send(this.scene, this.actor, this.attempt.with(ABSENT)).then(({ whole }) => whole)
    const [absent, seen] = [await this.#absent, await send(this.scene, this.actor, this.attempt.with(id))]
    const what = `${this.actor.name}, ${this.attempt.name} ${JSON.stringify(this.attempt.with(id))}`
    const read = this.scene.canaries.strangeIn(seen.text, this.actor.personId).map((word) => `${what}: reads ${word}`)
    return seen.whole === absent ? read : [...read, `${what}: ${seen.whole}, absent ${absent}`]
  }
}
