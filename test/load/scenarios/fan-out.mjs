import { typingRun } from '../typing-run.mjs'

export const fanOut = {
  name: 'fan-out',
  title: 'One document, 10 people type 5 letters a second each: until everybody else has them',
  points: (isQuick) => (isQuick ? [10, 50] : [10, 50, 200]).map((people) => ({ people })),
  repetitions: 3,
  shown: ['p50', 'p95', 'p99', 'microsPerDelivery', 'cpuPercent', 'rssPeak', 'lateP99'],
  compared: ['p50', 'p99', 'microsPerDelivery', 'rssPeak'],
  run: (stand, { people }) => typingRun(stand, { people, typers: 10, editRate: 5, seconds: stand.isQuick ? 4 : 7 })
}
