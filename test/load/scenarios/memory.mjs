import { setTimeout as pause } from 'node:timers/promises'
import { newRooms } from '../typing-run.mjs'

const LETTERS = 2048
const QUIET_MS = 4000

export const memory = {
  name: 'memory',
  title: `Resident memory, garbage collected: rooms with ${LETTERS} letters and one connection each, and connections to one room`,
  points: (isQuick) => [
    { rooms: isQuick ? 200 : 1000, connections: 1 },
    { rooms: 1, connections: isQuick ? 200 : 1000 }
  ],
  repetitions: 1,
  shown: ['kibEach', 'rssBefore', 'rssAfter', 'openMs'],
  compared: ['kibEach', 'rssAfter'],
  async run({ nodes, generator }, { rooms: count, connections: people }) {
    const [node] = nodes
    const { kind } = node.server
    // What is loaded and compiled with the first connection belongs to the process, not to a room.
    await generator.act('open', { kind, rooms: await newRooms(nodes, { count: 20, people: 2 }) })
    await generator.act('fill', { letters: LETTERS })
    await generator.act('settle', { limitMs: 10_000 })
    await generator.act('close')
    await pause(QUIET_MS)
    const rssBefore = await node.settledRss()
    const { openMs } = await generator.act('open', { kind, rooms: await newRooms(nodes, { count, people }) })
    if (people === 1) await generator.act('fill', { letters: LETTERS })
    const { missing, isConverged, gone } = await generator.act('settle', { limitMs: 20_000 })
    await pause(QUIET_MS)
    const rssAfter = await node.settledRss()
    await generator.act('close')
    return { rssBefore, rssAfter, kibEach: ((rssAfter - rssBefore) * 1024) / (count * people), openMs, missing, isConverged, gone }
  }
}
