import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const GENERATOR = fileURLToPath(new URL('generator.mjs', import.meta.url))

/** The side of whoever measures: `await generator.act('open', …)`. */
export class GeneratorProcess {
  #child = fork(GENERATOR, { execArgv: ['--max-old-space-size=4096'] })
  #waiting = new Map()
  #number = 0

  constructor() {
    this.#child.on('message', ({ number, result, error }) => {
      const { resolve, reject } = this.#waiting.get(number)
      this.#waiting.delete(number)
      if (error) reject(new Error(error))
      else resolve(result)
    })
    this.#child.on('exit', (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`the load generator ended with ${signal ?? code}`))
    })
  }

  act(act, words = {}) {
    return new Promise((resolve, reject) => {
      const number = ++this.#number
      this.#waiting.set(number, { resolve, reject })
      this.#child.send({ number, act, words })
    })
  }

  end() {
    this.#child.kill('SIGKILL')
  }
}
