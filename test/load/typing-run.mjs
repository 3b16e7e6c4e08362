const SAMPLE_EVERY_MS = 200

/** Rooms nobody has used, as the generator opens them: `people` addresses each, the first `typers` of them at the first node. */
export async function newRooms(nodes, { count, people, typers = 0 }) {
  const rooms = await nodes[0].prepared.rooms(count)
  return rooms.map((room) => ({
    name: room.name,
    addresses: Array.from({ length: people }, (_, index) => nodes[index < typers ? 0 : nodes.length - 1].address(room))
  }))
}

/**
 * People type (and move cursors) for some seconds at a fixed rate. Latencies in ms; `microsPerDelivery`: the servers'
 * processor time, the clearing of what was left included, for each letter or cursor that reached somebody.
 */
export async function typingRun(
  { nodes, generator },
  { count = 1, people, typers, editRate, cursors = 0, seconds, limitMs = 20_000, ...more }
) {
  const { checked, warmUpMs } = more
  const rooms = await newRooms(nodes, { count, people, typers })
  await generator.act('open', { kind: nodes[0].server.kind, rooms, hearsCursors: cursors > 0 })
  const usage = () => nodes.map((node) => node.usage())
  const cpu = () => usage().reduce((sum, each) => sum + each.cpu, 0)
  const before = cpu()
  const since = performance.now()
  let rssPeak = 0
  const sampling = setInterval(() => (rssPeak = Math.max(rssPeak, ...usage().map(({ rss }) => rss))), SAMPLE_EVERY_MS)
  let lateP99, generatorCpu, settled, busySeconds
  try {
    ;({ lateP99, generatorCpu } = await generator.act('type', { seconds, typers, editRate, cursors, warmUpMs }))
    busySeconds = (performance.now() - since) / 1000
    settled = await generator.act('settle', { limitMs, checked })
  } finally {
    clearInterval(sampling)
  }
  // The comparison of texts at the end is the generator's work, during which the servers idle.
  const spent = cpu() - before
  const { deliveries, cursorsSeen, ...figures } = settled
  await generator.act('close')
  return {
    ...figures,
    microsPerDelivery: (spent * 1e6) / Math.max(1, deliveries + cursorsSeen),
    cpuPercent: (spent / busySeconds) * 100,
    rssPeak,
    lateP99,
    generatorPercent: (generatorCpu / busySeconds) * 100
  }
}
