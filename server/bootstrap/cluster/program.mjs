/** The machine's own programs that several nodes stand on. Plain JavaScript: `npm run cluster` and the tests start the same. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Debian keeps nginx where an ordinary person's PATH does not look. */
const FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin']

/** The path of a program, or null where this machine has none. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...FOLDERS]
  const folder = folders.find((each) => existsSync(join(each, name)))
  return folder === undefined ? null : join(folder, name)
}

/** A port of the loopback that nobody listens on at present. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** A child process; what it said is kept for whoever asks why it ended. */
export class Program {
  #child
  #said = []

  constructor(command, words, options = {}) {
    this.name = command.split('/').at(-1)
    this.#child = spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.on('data', (data) => (this.#said = [...this.#said, String(data)].slice(-50)))
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => {
        this.#said.push(error.message)
        resolve(error.message)
      })
      this.#child.once('exit', (code, signal) => resolve(signal ?? code))
    })
    void this.ended.then(() => (this.hasEnded = true))
  }

  hasEnded = false

  get pid() {
    return this.#child.pid
  }

  get output() {
    return this.#said.join('')
  }

  /** Resolves when `isReady` answers true. Throws, with what the program said, when it ends before that. */
  async ready(isReady) {
    while (!(await isReady())) {
      if (this.hasEnded) throw new Error(`${this.name} ended with ${await this.ended} while starting: ${this.output}`)
      await pause(20)
    }
  }

  signal(signal) {
    if (!this.hasEnded) this.#child.kill(signal)
  }

  /** Resolves when it is gone. */
  async stop(signal = 'SIGTERM') {
    this.signal(signal)
    return this.ended
  }
}
