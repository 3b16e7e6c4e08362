import { setTimeout as pause } from 'node:timers/promises'
import { longDocument } from '../long-document.mjs'

/** Servers that store a moment later than they send are given that moment. */
const STORED_WITHIN_MS = 4000
const LIMIT_MS = 60_000

export const coldOpen = {
  name: 'cold-open',
  title: 'A long document out of storage, after a restart: until everybody has all of it',
  points: (isQuick) => (isQuick ? [1, 20] : [1, 50]).map((people) => ({ people })),
  repetitions: 2,
  isStored: true,
  shown: ['p50', 'max', 'cpuSeconds', 'kilobytes', 'isComplete', 'document'],
  compared: ['p50', 'max', 'cpuSeconds'],
  async run({ nodes: [node], generator, isQuick }, { people }) {
    const { update, clocks, length, title } = longDocument(isQuick)
    const [room] = await node.prepared.rooms(1)
    const { kind } = node.server
    const brought = await generator.act('bring', { kind, name: room.name, address: node.address(room), update, clocks, limitMs: LIMIT_MS })
    if (!brought.isComplete) throw new Error(`${node.server.name} did not pass the document on`)
    await pause(STORED_WITHIN_MS)
    await generator.act('close')
    await pause(500)
    await node.restart()
    const addresses = Array.from({ length: people }, () => node.address(room))
    const before = node.usage().cpu
    const figures = await generator.act('openCold', { kind, name: room.name, addresses, clocks, length, limitMs: LIMIT_MS })
    await generator.act('close')
    return { ...figures, cpuSeconds: node.usage().cpu - before, kilobytes: Buffer.from(update, 'base64').length / 1024, document: title }
  }
}
