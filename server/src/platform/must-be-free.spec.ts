import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { mustBeFree } from './must-be-free.js'

it('[OPS-43] a port that somebody listens on is refused, naming PORT; a free one is free afterwards', async () => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const taken = 'The environment cannot be used: PORT is taken by another program'
  await expect(mustBeFree({ port, host: '127.0.0.1' })).rejects.toThrow(taken)
  await new Promise((resolve) => server.close(resolve))
  for (let times = 0; times < 2; times++) await mustBeFree({ port, host: '127.0.0.1' })
})

it('[OPS-43] an address of another machine is refused, naming HOST', async () => {
  await expect(mustBeFree({ port: 0, host: '192.0.2.1' })).rejects.toThrow('HOST is no address of this machine')
})
