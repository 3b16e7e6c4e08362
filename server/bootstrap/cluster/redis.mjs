import { connect } from 'node:net'
import { findProgram, Program } from './program.mjs'

/**
 * The machine's redis-server on a port of the loopback. It keeps nothing on disk: what it carries are hints, and the truth
 * is in PostgreSQL. Throws where there is no redis-server, or when it does not start.
 */
export async function startRedis({ port, directory, detached = false }) {
  const words = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', directory, '--loglevel', 'warning']
  const redis = new Program(findProgram('redis-server') ?? 'redis-server', words.map(String), { detached })
  await redis.ready(() => answers(port))
  return redis
}

/** Whether it answers PING. */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const done = (isThere) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.setTimeout(1000, () => done(false))
    socket.once('data', (data) => done(String(data).startsWith('+PONG')))
    socket.once('error', () => done(false))
  })
}
