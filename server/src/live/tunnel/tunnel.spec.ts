import { EventEmitter } from 'node:events'
import { Tunnel, type TunnelSocket } from './tunnel.js'

it('[LIVE-97] a tunnel that ends leaves nothing on its connection, whichever transport that has come to', () => {
  const [polling, later] = [new EventEmitter(), new EventEmitter()]
  const conn = Object.assign(new EventEmitter(), { transport: polling })
  const attended = (): number[] => [polling.listenerCount('ready'), later.listenerCount('ready'), conn.listenerCount('upgrade')]
  const tunnel = new Tunnel({ conn } as unknown as TunnelSocket, () => true)
  expect(attended()).toEqual([1, 0, 1])
  conn.transport = later
  conn.emit('upgrade')
  expect(attended()).toEqual([0, 1, 1])
  tunnel.end()
  expect(attended()).toEqual([0, 0, 0])
})
