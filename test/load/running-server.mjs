import { spawn } from 'node:child_process'
import { openSync, readFileSync, closeSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../server/bootstrap/cluster/program.mjs'

const COLLECT = new URL('collect.mjs', import.meta.url).href
const STARTS_WITHIN_MS = 60_000
const STOPS_WITHIN_MS = 15_000
const LOOK_EVERY_MS = 25
const TICKS_A_SECOND = 100
const PAGE = 4096

/** A measured server in a process of its own. */
export class RunningServer {
  #child = null

  constructor(server, prepared, directory, { environment = {}, words = [] } = {}) {
    Object.assign(this, { server, prepared, environment, words, log: join(directory, `${server.name}.log`) })
  }

  async start() {
    this.port ??= await freePort()
    const { program, words, env } = this.prepared.command(this.port, this.environment)
    const log = openSync(this.log, 'a')
    const child = spawn(program, ['--expose-gc', '--import', COLLECT, ...this.words, ...words], { env, stdio: ['ignore', log, log] })
    closeSync(log)
    this.#child = child
    const limit = performance.now() + STARTS_WITHIN_MS
    while (!(await answers(this.port))) {
      const isGone = child.exitCode !== null || child.signalCode !== null
      if (isGone || performance.now() > limit)
        throw new Error(`${this.server.name} did not start: ${readFileSync(this.log, 'utf8').slice(-2000)}`)
      await pause(LOOK_EVERY_MS)
    }
    return this
  }

  address({ path }) {
    return `ws://127.0.0.1:${this.port}${path}`
  }

  /** Processor seconds since it started, all threads, and resident MiB. */
  usage() {
    const afterName = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const [user, system, pages] = [11, 12, 21].map((index) => Number(afterName[index]))
    return { cpu: (user + system) / TICKS_A_SECOND, rss: (pages * PAGE) / 2 ** 20 }
  }

  /** Resident MiB when everything that can be freed is. */
  async settledRss() {
    for (let round = 0; round < 3; round++) {
      this.#child.kill('SIGUSR2')
      await pause(500)
    }
    return this.usage().rss
  }

  async end(signal) {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS)
    await gone
    clearTimeout(timer)
  }

  async restart(signal = 'SIGTERM') {
    await this.end(signal)
    await this.start()
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (isThere) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => done(true)).once('error', () => done(false))
  })
}
