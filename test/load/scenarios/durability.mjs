import { setTimeout as pause } from 'node:timers/promises'
import { newRooms } from '../typing-run.mjs'

const PEOPLE = 6
const TYPERS = 5
const SECONDS = 30
/** Whoever stores only now and then has done so by then: Hocuspocus waits ten seconds at most. */
const NOT_BEFORE_MS = 11_000
/** Some answer before they have read their storage, and send the rest after. */
const READ_WITHIN_MS = 5000

export const durability = {
  name: 'durability',
  title: `kill -9 while ${TYPERS} people type: letters that others had seen already and that are gone after the restart`,
  points: (isQuick) => [{ editRate: isQuick ? 5 : 20 }],
  repetitions: 3,
  isStored: true,
  shown: ['seen', 'gone', 'secondsGone'],
  compared: [],
  async run({ nodes, generator, newGenerator, repetition }, { editRate }) {
    const [node] = nodes
    const { kind } = node.server
    const [room] = await newRooms(nodes, { count: 1, people: PEOPLE, typers: TYPERS })
    await generator.act('open', { kind, rooms: [room] })
    const typing = generator.act('type', { seconds: SECONDS, typers: TYPERS, editRate })
    // Another moment each time, and the same ones for every server.
    await pause(NOT_BEFORE_MS + ((repetition * 2749) % 8000))
    await node.end('SIGKILL')
    await pause(300)
    const seen = await generator.act('seenByOthers')
    generator.end()
    await typing.catch(() => undefined) // it was ended in the middle, as meant
    await node.start()
    const reader = newGenerator()
    await reader.act('open', { kind, rooms: [{ ...room, addresses: room.addresses.slice(0, 1) }] })
    await reader.act('hear', { clocks: seen, limitMs: READ_WITHIN_MS })
    const stored = await reader.act('seenByOthers')
    const gone = Object.entries(seen).reduce((sum, [writer, to]) => sum + Math.max(0, to - (stored[writer] ?? 0)), 0)
    const all = Object.values(seen).reduce((sum, to) => sum + to, 0)
    return { seen: all, gone, secondsGone: gone / (TYPERS * editRate) }
  }
}
