import { LIVE_SUBPROTOCOL } from '@roundtable/shared/protocol'
import { Collaborator } from '../collaborator.mjs'
import { together } from '../together.mjs'
import { RecentRecord } from './recent-record.mjs'
import { Writer } from './writer.mjs'

const WARM_UP_MS = 60_000
const AT_ONCE = 50
const now = () => performance.now()

/** Who is where: a workshop of 120 in four documents, 50 in one, the rest in groups of ten that read. 500 in all. */
const ROOMS = [
  ...Array.from({ length: 4 }, () => ({ people: 30, writers: 5, perSecond: 3 })),
  { people: 50, writers: 10, perSecond: 1 },
  ...Array.from({ length: 33 }, () => ({ people: 10, writers: 0, perSecond: 0 }))
]

export class People {
  /** Actors for `timetable`: who writes, who moves a cursor now and then, and who leaves and comes back. */
  static async gather(server) {
    const places = await server.prepared.rooms(ROOMS.length)
    const timedFrom = now() + WARM_UP_MS
    const rooms = ROOMS.map((shape, index) => {
      const place = places[index]
      const record = new RecentRecord(timedFrom)
      const come = () =>
        new Collaborator({ kind: 'plain', room: place.name, address: server.address(place), record, protocols: [LIVE_SUBPROTOCOL], now })
      return { ...shape, id: place.name, record, come, all: Array.from({ length: shape.people }, come) }
    })
    await together(
      rooms.flatMap(({ all }) => all),
      AT_ONCE,
      (person) => person.connect()
    )
    return new People(rooms)
  }

  constructor(rooms) {
    this.rooms = rooms
    this.writers = rooms.flatMap((room, at) =>
      room.all.slice(0, room.writers).map((person, index) => new Writer(`w${at}-${index}`, room, person))
    )
    this.failures = []
    this.moves = 0
  }

  get all() {
    return this.rooms.flatMap(({ all }) => all)
  }

  /** Those who only read. */
  #reader(number) {
    const room = this.rooms[number % this.rooms.length]
    return { room, index: room.writers + (Math.floor(number / this.rooms.length) % (room.people - room.writers)) }
  }

  /** Who writes does so at their pace; 50 times a second some reader's cursor moves. */
  actors() {
    const writing = this.writers.map((writer) => ({ act: (due) => writer.write(due), perSecond: writer.room.perSecond }))
    const moving = () => {
      const { room, index } = this.#reader(this.moves++)
      room.all[index].moveCursor()
    }
    return [...writing, { act: moving, perSecond: 50 }, { act: () => this.#change(), perSecond: 1 }]
  }

  /** One reader leaves, another comes in their place. */
  #change() {
    const { room, index } = this.#reader(this.moves)
    room.all[index].drop()
    const next = room.come()
    room.all[index] = next
    next.connect().catch((error) => this.failures.push(error.message))
  }

  takeLatencies() {
    return this.rooms.flatMap(({ record }) => record.takeLatencies())
  }

  leave() {
    for (const person of this.all) person.drop()
  }
}
