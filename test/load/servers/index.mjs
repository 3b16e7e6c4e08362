import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hocuspocus } from './hocuspocus.mjs'
import { installPeer, peerFolder } from './peers.mjs'
import { roundtable } from './roundtable.mjs'
import { yWebsocket } from './y-websocket.mjs'

export const servers = [roundtable, hocuspocus, yWebsocket]

/** Installs the peers that are not there yet. Who still cannot be started is left out, by name and reason. */
export async function available(wanted, tell) {
  const found = []
  for (const server of servers.filter(({ name }) => wanted.includes(name))) {
    let reason = server.isAbsent()
    if (reason && existsSync(join(peerFolder(server.name), 'package.json'))) {
      tell(`Installing ${server.name} into test/load/peers/${server.name} …`)
      reason = (await installPeer(server.name)) ?? server.isAbsent()
    }
    if (reason) tell(`SKIPPED: ${server.name}: ${reason}`)
    else found.push(server)
  }
  return found
}
