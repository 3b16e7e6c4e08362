import { RoundtableError } from '@roundtable/shared/error'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'
import { until } from '../support/until.js'

describe('acts of one person', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const rename = ({ api, seatId }: Seated, name: string) => api.call('changeSeat', { id: seatId, body: { name } })

  it('[HTTP-26] are done a few at a time: whoever sends a flood is told to wait, reads on, and is nobody else’s wait', async () => {
    const [room, elsewhere] = [await Room.open(server), await Room.open(server)]
    const [flooder, other] = [await room.seat('CIT'), await elsewhere.seat('CSO')]
    // What is under way stays under way until this lets go.
    const holder = await server.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from access_scope where scope_id = $1 for update', [room.id])
    const refusals: unknown[] = []
    const acts = Array.from({ length: 40 }, (_, nth) => rename(flooder, `Heron ${nth}`).catch((error: unknown) => refusals.push(error)))
    await until(() => refusals.length >= 16, 'sixteen to be told to wait')
    expect(refusals.every((error) => error instanceof RoundtableError && error.code === 'too_many_requests')).toBe(true)
    await rename(other, 'Stork')
    expect((await flooder.api.call('getWorkspace', { id: room.id })).mySeat.id).toBe(flooder.seatId)
    await holder.query('rollback')
    holder.release()
    await Promise.all(acts)
    expect(refusals).toHaveLength(16)
    await rename(flooder, 'Heron')
    expect((await room.seatRow(flooder)).name).toBe('Heron')
  })
})
