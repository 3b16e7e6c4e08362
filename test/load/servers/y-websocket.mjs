import { join } from 'node:path'
import { namedRooms, peerFolder, peerAbsent } from './peers.mjs'

const SERVER = '@y/websocket-server/src/server.js'

/** In memory, as it ships; with the LevelDB it brings where the scenario is about what is stored. */
export const yWebsocket = {
  name: 'y-websocket',
  kind: 'plain',
  isAbsent: () => peerAbsent('y-websocket', SERVER),
  async prepare({ directory, isStored }) {
    const words = [join(peerFolder('y-websocket'), 'node_modules', SERVER)]
    const storage = isStored ? { YPERSISTENCE: join(directory, 'leveldb') } : {}
    return {
      command: (port) => ({
        program: process.execPath,
        words,
        env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), ...storage }
      }),
      rooms: (count) => namedRooms(count, (name) => `/${name}`)
    }
  }
}
