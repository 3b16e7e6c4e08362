import { newRooms } from '../typing-run.mjs'

const LETTERS_EACH = 2000

export const reconnect = {
  name: 'reconnect',
  title: 'Everybody loses the connection and comes back at once, to documents of 20,000 letters: until each is synced again',
  points: (isQuick) => [isQuick ? { rooms: 10, people: 10 } : { rooms: 50, people: 10 }],
  repetitions: 2,
  shown: ['p50', 'max', 'cpuSeconds'],
  compared: ['p50', 'max', 'cpuSeconds'],
  async run({ nodes, generator }, { rooms: count, people }) {
    const [node] = nodes
    await generator.act('open', { kind: node.server.kind, rooms: await newRooms(nodes, { count, people }) })
    await generator.act('fill', { letters: LETTERS_EACH })
    await generator.act('settle', { limitMs: 30_000 })
    const before = node.usage().cpu
    const { p50, max } = await generator.act('reconnect', { pauseMs: 1000 })
    const cpuSeconds = node.usage().cpu - before
    // Whoever is back is heard by everybody.
    await generator.act('type', { seconds: 1, typers: 1, editRate: 2 })
    const { missing, isConverged, gone } = await generator.act('settle', { limitMs: 20_000 })
    await generator.act('close')
    return { p50, max, cpuSeconds, missing, isConverged, gone }
  }
}
