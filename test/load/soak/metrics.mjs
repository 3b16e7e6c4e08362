/** The figures of /metrics that have no labels. */
export async function readMetrics(port) {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`)
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.includes('{'))
  const figures = new Map(lines.map((line) => line.split(' ')).map(([name, value]) => [name, Number(value)]))
  const figure = (name) => {
    if (!figures.has(name)) throw new Error(`/metrics says nothing of ${name}`)
    return figures.get(name)
  }
  return {
    heapMiB: figure('nodejs_heap_size_used_bytes') / 2 ** 20,
    loopP99Ms: figure('nodejs_eventloop_lag_p99_seconds') * 1000,
    connections: figure('roundtable_live_connections'),
    rooms: figure('roundtable_live_rooms'),
    updates: figure('roundtable_live_updates_total')
  }
}
