import { typingRun } from '../typing-run.mjs'

export const cursors = {
  name: 'cursors',
  title: 'One document, everybody moves their cursor ten times a second, 5 people type 5 letters a second each',
  points: (isQuick) => [{ people: isQuick ? 50 : 200 }],
  repetitions: 2,
  shown: ['p50', 'p99', 'cursorP50', 'cursorP99', 'microsPerDelivery', 'cpuPercent', 'lateP99'],
  compared: ['p50', 'p99', 'cursorP50', 'cpuPercent'],
  run: (stand, { people }) => typingRun(stand, { people, typers: 5, editRate: 5, cursors: people, seconds: stand.isQuick ? 4 : 7 })
}
