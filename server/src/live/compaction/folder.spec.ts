import { WorkerFolder } from './folder.js'

/** A worker that does `what` with each request; `fail` is a log without rows. */
const worker = (what: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', ({ id, request: { log: { seqs: rows } } }) => { ${what} })`)}`
  )
const ROW = { seq: 1, bytes: new Uint8Array([0, 0]), seatId: null, writtenMs: 0 }

describe('folder', () => {
  it('[LIVE-63] a worker that dies fails what it held, and nothing that its successor holds', async () => {
    const folder = new WorkerFolder(
      worker(
        `if (rows.length === 0) throw new Error('died'); setTimeout(() => parentPort.postMessage({ id, result: { snapshot: rows.length } }), 200)`
      )
    )
    for (let death = 0; death < 3; death++) {
      await expect(folder.fold(null, [])).rejects.toThrow('died')
      expect(await folder.fold(null, [ROW])).toEqual({ snapshot: 1 })
    }
    await folder.close()
  })

  it('[LIVE-63] a fold that does not end is given up, with its worker; the next one has a new one', async () => {
    const folder = new WorkerFolder(
      worker(`if (rows.length === 0) for (;;); parentPort.postMessage({ id, result: { snapshot: 7 } })`),
      3000
    )
    await expect(folder.fold(null, [])).rejects.toThrow('did not answer in')
    expect(await folder.fold(null, [ROW])).toEqual({ snapshot: 7 })
    await folder.close()
  })

  it('[LIVE-58] closing fails what is being folded and does not wait for it', async () => {
    const folder = new WorkerFolder(worker('for (;;);'))
    const folding = folder.fold(null, [])
    const failed = expect(folding).rejects.toThrow('stopped')
    await folder.close()
    await failed
    await expect(folder.fold(null, [])).rejects.toThrow('stopped')
  })
})
