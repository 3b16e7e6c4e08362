import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { Collaborator } from './collaborator.mjs'
import { CursorRecord } from './cursor-record.mjs'
import { distribution, percentile } from './figures.mjs'
import { RoomRecord } from './room-record.mjs'
import { follow, timetable } from './schedule.mjs'
import { completed, together } from './together.mjs'

const AT_ONCE = 50
const WARM_UP_MS = 2000
const LOOK_EVERY_MS = 10
const now = () => performance.now()

/** Everybody the generator plays, room by room. */
export class Crowd {
  #rooms = []
  #cursors = new CursorRecord()

  get #all() {
    return this.#rooms.flatMap(({ people }) => people)
  }

  /** `rooms`: [{ name, addresses }], a collaborator an address. */
  async open({ kind, rooms, hearsCursors = false }) {
    const before = now()
    const onPresence = hearsCursors ? (client, clock, at) => this.#cursors.heard(client, clock, at) : null
    const opened = rooms.map(({ name, addresses }) => {
      const record = new RoomRecord()
      return { record, people: addresses.map((address) => new Collaborator({ kind, room: name, address, record, onPresence, now })) }
    })
    this.#rooms.push(...opened)
    await together(
      opened.flatMap(({ people }) => people),
      AT_ONCE,
      (person) => person.connect()
    )
    return { openMs: now() - before }
  }

  /** The first `typers` of each room type, the first `cursors` move theirs, both at a fixed rate. */
  async type({ seconds, typers, editRate, cursors = 0, cursorRate = 10, warmUpMs = WARM_UP_MS }) {
    const from = now() + 100
    for (const record of [this.#cursors, ...this.#rooms.map((room) => room.record)]) record.timedFrom = from + warmUpMs
    const typing = this.#first(typers, (person) => ({ act: (due) => person.type(due), perSecond: editRate }))
    const moving = this.#first(cursors, (person) => ({
      act: (due) => this.#cursors.moved(person.own.clientID, person.moveCursor(), due),
      perSecond: cursorRate
    }))
    const before = process.cpuUsage()
    const entries = [...timetable(typing, from, seconds), ...timetable(moving, from, seconds)].sort((a, b) => a.due - b.due)
    const lateness = await follow(entries, { now, pause: () => pause(1) })
    const { user, system } = process.cpuUsage(before)
    return { lateP99: percentile(lateness, 0.99), generatorCpu: (user + system) / 1e6 }
  }

  #first(count, entry) {
    return this.#rooms.flatMap(({ people }) => people.slice(0, count).map(entry))
  }

  /** Everybody writes that many letters in one edit. */
  fill({ letters }) {
    for (const person of this.#all) person.type(now(), letters)
  }

  /** Waits until everybody has everything, `limitMs` at most, and answers what was measured; `checked`: people a room whose text is compared. */
  async settle({ limitMs, checked = Infinity }) {
    const limit = now() + limitMs
    const missing = () => this.#rooms.reduce((sum, { record, people }) => sum + record.missing(readers(people)), 0)
    while (missing() > 0 && now() < limit) await pause(LOOK_EVERY_MS)
    const latencies = this.#rooms.flatMap(({ record }) => record.latencies)
    const deliveries = this.#rooms.reduce((sum, { record }) => sum + record.deliveries, 0)
    return {
      ...distribution(latencies),
      cursorP50: percentile(this.#cursors.ages, 0.5),
      cursorP99: percentile(this.#cursors.ages, 0.99),
      cursorsSeen: this.#cursors.heardOf,
      deliveries,
      missing: missing(),
      isConverged: this.#rooms.every(({ record, people }) => record.isConverged(readers(people.slice(0, checked)))),
      gone: this.#all.filter((person) => !person.isOpen).length
    }
  }

  /** Somebody comes to a new room with a whole document (base64); resolves when somebody else has all of it. */
  async bring({ kind, name, address, update, clocks, limitMs }) {
    const record = new RoomRecord()
    const [author, reader] = [1, 2].map(() => new Collaborator({ kind, room: name, address, record, now }))
    const bytes = Uint8Array.from(Buffer.from(update, 'base64'))
    author.remember(bytes, Y.encodeStateVectorFromUpdate(bytes))
    this.#rooms.push({ record, people: [author, reader] })
    await reader.connect()
    await author.connect()
    return { isComplete: await completed(reader, clocks, limitMs) }
  }

  /** Drops every connection and comes back at once: how long each took to be synced, from the moment of coming back. */
  async reconnect({ pauseMs }) {
    for (const { record, people } of this.#rooms) {
      const state = record.stateOf(people[0].reader)
      const clocks = Y.encodeStateVectorFromUpdate(state)
      for (const person of people) {
        person.drop()
        person.remember(state, clocks)
      }
    }
    await pause(pauseMs)
    const from = now()
    const times = await together(this.#all, Infinity, async (person) => (await person.connect()) - from)
    return distribution(times)
  }

  /** Opens the room for `addresses.length` people at once: from the opening until each has the whole document. */
  async openCold({ kind, name, addresses, clocks, length, limitMs }) {
    const record = new RoomRecord()
    const people = addresses.map((address) => new Collaborator({ kind, room: name, address, record, now }))
    this.#rooms.push({ record, people })
    const from = now()
    const times = await together(people, Infinity, async (person) => {
      await person.connect()
      if (!(await completed(person, clocks, limitMs))) throw new Error('somebody never got the whole document')
      return now() - from
    })
    return { ...distribution(times), isComplete: record.isConverged(readers(people), length) }
  }

  /** By writer: how many letters somebody else has received. */
  seenByOthers() {
    const seen = {}
    for (const { id, seen: theirs } of readers(this.#all))
      for (const [writer, to] of theirs) if (writer !== id) seen[writer] = Math.max(seen[writer] ?? 0, to)
    return seen
  }

  /** Waits until the first person has all that `clocks` names, `limitMs` at most. */
  async hear({ clocks, limitMs }) {
    return { isComplete: await completed(this.#all[0], clocks, limitMs) }
  }

  close() {
    for (const person of this.#all) person.drop()
    this.#rooms = []
  }
}

const readers = (people) => people.map(({ reader }) => reader)
