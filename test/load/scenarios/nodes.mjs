import { typingRun } from '../typing-run.mjs'

export const nodes = {
  name: 'nodes',
  title: 'One node against two with Redis between them: 10 people type at the first, everybody else reads at the last',
  points: () => [{ nodes: 1 }, { nodes: 2 }],
  repetitions: 2,
  only: ['roundtable'],
  shown: ['p50', 'p95', 'p99', 'microsPerDelivery', 'cpuPercent', 'lateP99'],
  compared: [],
  run: (stand) => typingRun(stand, { people: 50, typers: 10, editRate: 5, seconds: stand.isQuick ? 4 : 7 })
}
