import { WorkerHand } from './worker-hand.js'

/** A worker that fills its memory when it is asked to, and otherwise answers. */
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ id, request }) => {
       for (const kept = []; request === 'fill'; ) kept.push({ kept: [kept.length] })
       parentPort.postMessage({ id, result: request })
     })`
  )}`
)

it('[PROJ-24] a worker whose memory is full fails what it held and ends nothing else; the next one has a new one', async () => {
  const hand = new WorkerHand<string, string>(PROGRAM, 60_000, undefined, 32)
  await expect(hand.ask('fill')).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' })
  expect(await hand.ask('again')).toBe('again')
  await hand.close()
})
