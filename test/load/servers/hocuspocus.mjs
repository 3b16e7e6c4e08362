import { join } from 'node:path'
import { namedRooms, peerFolder, peerAbsent } from './peers.mjs'

const LOWEST_NODE = 22
const ownNode = join(peerFolder('hocuspocus'), 'node_modules/node/bin/node')
/** Hocuspocus 4 asks for a newer Node than Roundtable does; where this one is too old it brings its own. */
const program = Number(process.versions.node.split('.')[0]) >= LOWEST_NODE ? process.execPath : ownNode

export const hocuspocus = {
  name: 'hocuspocus',
  kind: 'hocuspocus',
  isAbsent: () => peerAbsent('hocuspocus', '@hocuspocus/server/package.json', program),
  async prepare({ postgres }) {
    const { ownerUrl } = await postgres.createDatabase()
    const words = [join(peerFolder('hocuspocus'), 'server.mjs')]
    return {
      command: (port) => ({ program, words, env: { PATH: process.env.PATH, DATABASE_URL: ownerUrl, PORT: String(port) } }),
      // It is told the document's name in each message.
      rooms: (count) => namedRooms(count, () => '/')
    }
  }
}
