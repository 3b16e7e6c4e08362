import { typingRun } from '../typing-run.mjs'

const MOST_P99_MS = 200
const CHECKED = 3
const shapes = {
  'one room of 50': { count: 1, people: 50, startRate: 400 },
  '100 rooms of 5': { count: 100, people: 5, startRate: 1000 }
}

/**
 * Doubles the rate until the 99th percentile is too late or something is missing, then halves the step twice. A rate that
 * fails is tried once more on a fresh server: one hiccup of the machine is not the server's limit.
 */
export const saturation = {
  name: 'saturation',
  title: `The most letters a second of which 99 % reach everybody within ${MOST_P99_MS} ms, with nothing missing`,
  points: () => Object.keys(shapes).map((shape) => ({ shape })),
  repetitions: 1,
  shown: ['editsPerSecond', 'p99', 'microsPerDelivery', 'cpuPercent', 'generatorPercent', 'limit'],
  compared: ['editsPerSecond', 'microsPerDelivery'],
  async run(stand, { shape }) {
    const { startRate, ...room } = shapes[shape]
    const seconds = stand.isQuick ? 1.5 : 3
    const attempt = async (rate) => {
      const editRate = rate / (room.count * room.people)
      const figures = await typingRun(stand, {
        ...room,
        typers: room.people,
        editRate,
        seconds,
        warmUpMs: 500,
        limitMs: 5000,
        checked: CHECKED
      })
      return { ...figures, editsPerSecond: rate, isPassed: figures.p99 < MOST_P99_MS && figures.missing === 0 && figures.isConverged }
    }
    const startOver = async () => {
      await stand.nodes[0].restart('SIGKILL')
      await attempt(startRate) // a cold process is no measure
    }
    const measured = async (rate) => {
      const first = await attempt(rate)
      if (first.isPassed) return first
      await startOver()
      const second = await attempt(rate)
      if (!second.isPassed) await startOver()
      return second
    }
    await attempt(startRate)
    let best = null
    let failed = null
    for (let rate = startRate; !failed; rate *= 2) {
      const result = await measured(rate)
      stand.tell(`${rate}/s: p99 ${Math.round(result.p99)} ms${result.isPassed ? '' : ', too much'}`)
      if (result.isPassed) best = result
      else failed = result
    }
    for (let step = 0; best && step < (stand.isQuick ? 1 : 2); step++) {
      const result = await measured(Math.round((best.editsPerSecond + failed.editsPerSecond) / 2))
      if (result.isPassed) best = result
      else failed = result
    }
    // What this machine could not even send in time says nothing of the server.
    const isOurs = failed.lateP99 > MOST_P99_MS / 2
    return { ...(best ?? { ...failed, editsPerSecond: isOurs ? null : 0 }), limit: isOurs ? 'generator or server' : 'server' }
  }
}
