import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, freePort } from '../../server/bootstrap/cluster/program.mjs'
import { startRedis } from '../../server/bootstrap/cluster/redis.mjs'
import { GeneratorProcess } from './generator-process.mjs'
import { RunningServer } from './running-server.mjs'

/** Why a scenario's point cannot be measured here; null when it can. */
export function impossible(point) {
  return point.nodes > 1 && !findProgram('redis-server') ? 'there is no redis-server on this machine' : null
}

/** What lives as long as the whole run: PostgreSQL, and each server's storage, made when it is first asked for. */
export class Ground {
  #prepared = new Map()

  constructor(postgres) {
    this.postgres = postgres
    this.directory = mkdtempSync(join(tmpdir(), 'roundtable-bench-'))
  }

  /** Measurements share it, and each opens documents that nobody has opened before. */
  prepared(server, isStored) {
    const key = `${server.name} ${isStored}`
    const prepared = this.#prepared.get(key) ?? server.prepare({ postgres: this.postgres, directory: this.directory, isStored })
    this.#prepared.set(key, prepared)
    return prepared
  }

  async close() {
    await this.postgres.stop()
    rmSync(this.directory, { recursive: true, force: true })
  }
}

/** One measurement on servers and a generator of its own, everything put away afterwards, however it ends. */
export async function measure({ server, scenario, point, repetition, ground, isQuick, tell }) {
  const { directory } = ground
  const putAway = []
  const newGenerator = () => {
    const generator = new GeneratorProcess()
    putAway.push(() => generator.end())
    return generator
  }
  try {
    const prepared = await ground.prepared(server, scenario.isStored ?? false)
    const environment = {}
    if (point.nodes > 1) {
      const port = await freePort()
      const redis = await startRedis({ port, directory })
      putAway.push(() => redis.stop('SIGKILL'))
      environment.REDIS_URL = `redis://127.0.0.1:${port}`
    }
    const nodes = Array.from({ length: point.nodes ?? 1 }, () => new RunningServer(server, prepared, directory, { environment }))
    for (const node of nodes) {
      putAway.push(() => node.end('SIGTERM'))
      await node.start()
    }
    return await scenario.run({ nodes, generator: newGenerator(), newGenerator, repetition, isQuick, tell }, point)
  } finally {
    for (const put of putAway.reverse()) await put()
  }
}
