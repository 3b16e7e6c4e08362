import { get } from 'node:http'
import { PAGE_HEADER, TUNNEL_NAMESPACE } from '@roundtable/shared/protocol'
import { AccessWatch, Intents } from '../../server/src/ability/index.js'
import { ApiClient } from '../support/api-client.js'
import { EventsClient } from '../support/events-client.js'
import { RawPoll } from '../support/raw-poll.js'
import { TestServer } from '../support/server.js'
import { until } from '../support/until.js'
import { type PersonInWorld, World } from '../support/world.js'

describe('the socket.io door', () => {
  let server: TestServer
  let world: World
  let seats: Record<'CSO' | 'NSO' | 'OBS', PersonInWorld>
  let people: Record<'CSO' | 'NSO' | 'OBS', ApiClient>
  const ears: EventsClient[] = []

  beforeAll(async () => (server = await TestServer.start()))
  beforeEach(async () => {
    world = await World.create(server.pool)
    seats = { CSO: await world.seat('CSO'), NSO: await world.seat('NSO'), OBS: await world.seat('OBS') }
    people = {
      CSO: await ApiClient.as(server, seats.CSO.personId),
      NSO: await ApiClient.as(server, seats.NSO.personId),
      OBS: await ApiClient.as(server, seats.OBS.personId)
    }
  })
  afterEach(() => ears.splice(0).forEach((ear) => ear.close()))
  afterAll(() => server.close())

  const listen = async (
    ...args: ConstructorParameters<typeof EventsClient> extends [unknown, ...infer Rest] ? Rest : never
  ): Promise<EventsClient> => {
    const ear = new EventsClient(server, ...args)
    ears.push(ear)
    return ear.opened()
  }
  const watching = async (person: ApiClient): Promise<EventsClient> => {
    const ear = await listen(person)
    expect(await ear.watch(world.workspaceId)).toEqual({ ok: true })
    return ear
  }
  const say = async (who: ApiClient, engagement: string): Promise<void> => {
    const id = world.workspaceId
    const [first] = (await who.call('getStages', { id })).stages
    const seenAt = first?.parts.find(({ isMine }) => isMine)?.answer?.answeredAt ?? null
    await who.call('sayStagePart', { id, body: { stage: 'S1', engagement, note: 'a secret of the room', seenAt } })
  }

  it('[EVENT-1] tells those who watch a workspace that a part of it changed, and never what it says', async () => {
    const [one, other, elsewhere] = [await watching(people.NSO), await watching(people.OBS), await listen(people.CSO)]
    await say(people.CSO, 'lead')
    const told = [{ workspaceId: world.workspaceId, part: 'stages' }]
    await one.until(() => one.changed.length > 0, 'the change')
    await other.until(() => other.changed.length > 0, 'the change')
    expect([one.changed, other.changed]).toEqual([told, told])
    await elsewhere.watch(world.workspaceId)
    await say(people.CSO, 'co_decide')
    await elsewhere.until(() => elsewhere.changed.length > 0, 'a later change')
    expect(elsewhere.changed).toEqual(told)
  })

  it.each([['websocket'], ['polling']])(
    '[EVENT-2] nobody comes in by %s without a living session, and no page of another site',
    async (transport) => {
      const transports = [transport]
      expect((await listen(null, { transports })).refusal).not.toBeNull()
      for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`])
        expect((await listen(people.CSO, { origin, transports })).refusal).not.toBeNull()
      expect((await listen(people.CSO, { transports })).refusal).toBeNull()
    }
  )

  it('[EVENT-3] an absent workspace, a foreign one and one that is hidden are answered alike; what is no id is bad input', async () => {
    const foreign = await World.create(server.pool)
    const hidden = await World.create(server.pool, 'M1')
    await server.pool.query(
      `insert into seat (id, workspace_id, person_id, side, role, name) values (gen_random_uuid(), $1, $2, 'state', 'NSO', 'Me')`,
      [hidden.workspaceId, seats.NSO.personId]
    )
    const ear = await listen(people.NSO)
    const problems = []
    for (const id of [foreign.workspaceId, hidden.workspaceId, '01999999-9999-7999-8999-999999999999']) problems.push(await ear.watch(id))
    for (const problem of problems) expect(problem).toMatchObject({ ok: false, problem: { code: 'not_found' } })
    expect(new Set(problems.map((problem) => JSON.stringify(problem))).size).toBe(1)
    expect(await ear.watch('nonsense')).toMatchObject({ ok: false, problem: { code: 'bad_input', fields: [{ field: 'workspaceId' }] } })
  })

  it('[EVENT-4] whose right changes is told what it is now and why; who may no longer see the workspace hears nothing more of it', async () => {
    const [leaving, staying] = [await watching(people.NSO), await watching(people.OBS)]
    await world.changeRole(seats.OBS.seatId, 'CSO')
    await staying.until(() => staying.rights.length > 0, 'the promotion')
    expect(staying.rights[0]).toMatchObject({
      workspaceId: world.workspaceId,
      seat: { role: 'CSO', side: 'civic' },
      because: { rule: 'A11' }
    })
    expect(leaving.rights).toEqual([])
    await world.endSeat(seats.NSO.seatId)
    await say(people.CSO, 'lead')
    await staying.until(() => staying.changed.length > 0, 'the change')
    await leaving.until(() => leaving.rights.length > 0, 'the loss')
    expect(leaving.rights[0]).toMatchObject({ seat: null })
    await say(people.CSO, 'co_decide')
    await staying.until(() => staying.changed.length > 1, 'another change')
    expect(leaving.changed).toEqual([])
  })

  it('[EVENT-5] an ended session is cut off', async () => {
    const ear = await watching(people.NSO)
    await people.NSO.call('signOut')
    await ear.until(() => ear.isEnded, 'the end')
  })

  it('[EVENT-6] whoever stops watching hears nothing more', async () => {
    const [one, other] = [await watching(people.NSO), await watching(people.OBS)]
    await one.unwatch(world.workspaceId)
    await say(people.CSO, 'lead')
    await other.until(() => other.changed.length > 0, 'the change')
    expect(one.changed).toEqual([])
  })

  it('[EVENT-8] a right that is lost while somebody begins to watch is noticed: they hear of nothing', async () => {
    const [ear, other] = [await listen(people.NSO), await watching(people.OBS)]
    const intents = server.app.nest.get(Intents)
    const member = intents.member.bind(intents)
    const isRead = new Promise<void>((resolve) =>
      server.app.nest.get(AccessWatch).onTick((changed) => changed.has(world.workspaceId) && isEnded && resolve())
    )
    let isEnded = false
    jest.spyOn(intents, 'member').mockImplementationOnce(async (...asked) => {
      const seen = await member(...asked)
      isEnded = true
      await world.endSeat(seats.NSO.seatId)
      await isRead
      return seen
    })
    expect(await ear.watch(world.workspaceId)).toMatchObject({ ok: false, problem: { code: 'not_found' } })
    await say(people.CSO, 'lead')
    await other.until(() => other.changed.length > 0, 'the change')
    expect(ear.changed).toEqual([])
  })

  it('[EVENT-10] whoever floods the door with watches is sent away, and others go on hearing', async () => {
    const other = await watching(people.OBS)
    const flood = await listen(people.CSO)
    for (let ask = 0; ask < 500; ask++) void flood.watch(world.workspaceId)
    await flood.until(() => flood.isEnded, 'to be sent away')
    await say(people.CSO, 'lead')
    await other.until(() => other.changed.length > 0, 'the change')
  })

  it('[EVENT-11] whoever opens the door again and again without saying who they are finds it closed, and nobody else does', async () => {
    const open = (localAddress: string) =>
      new Promise<number>((resolve, reject) => {
        const { hostname, port } = new URL(server.url)
        const headers = { origin: server.url }
        get({ hostname, port, localAddress, path: '/events/?EIO=4&transport=polling', headers, agent: false }, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        }).on('error', reject)
      })
    const statuses: number[] = []
    for (let tries = 0; tries < 250; tries++) statuses.push(await open('127.0.0.77'))
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([200, 403])
    expect(await open('127.0.0.78')).toBe(200)
    expect((await listen(people.CSO, { transports: ['polling'] })).refusal).toBeNull()
  })

  it('[EVENT-17] one person holds a hundred connections at most; the next is told to wait until one is gone, and nobody else is', async () => {
    const crowd = await Promise.all(Array.from({ length: 101 }, () => listen(people.OBS)))
    const refused = crowd.filter(({ refusal }) => refusal !== null)
    expect(refused.map(({ refusal }) => refusal)).toEqual([expect.stringMatching(/Too many requests/)])
    expect((await listen(people.CSO)).refusal).toBeNull()
    for (const each of crowd) each.close()
    await until(async () => (await listen(people.OBS)).refusal === null, 'the crowd to be gone')
  })

  it('[EVENT-12] long polling by script elements is refused', async () => {
    expect((await RawPoll.handshake(server.url, '&j=0')).status).toBe(403)
    expect((await RawPoll.handshake(server.url)).status).toBe(200)
  })

  it('[EVENT-13] a page on plain http polls, and no page of another site', async () => {
    const status = async (headers: Record<string, string>) => (await RawPoll.handshake(server.url, '', headers)).status
    // A browser adds `sec-fetch-…` where pages are secure; node's own requests name a mode, and nothing of the site.
    expect(await status({})).toBe(403)
    expect(await status({ [PAGE_HEADER]: '1' })).toBe(200)
    expect(await status({ [PAGE_HEADER]: '1', 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await status({ [PAGE_HEADER]: '1', origin: 'http://evil.example' })).toBe(403)
    // It asks the browser before it is added elsewhere, and nobody says yes.
    const asked = await fetch(`${server.url}/events/?EIO=4&transport=polling`, {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example' }
    })
    expect(asked.headers.get('access-control-allow-headers')).toBeNull()
  })

  it('[EVENT-14] what waits is given to nobody but the session that opened the connection, while it lasts', async () => {
    const watchingByPolls = async (who: ApiClient): Promise<RawPoll> => {
      const raw = await RawPoll.open(server.url, who.cookie)
      await raw.post('40')
      await raw.poll()
      await raw.post(`420${JSON.stringify(['watch', { workspaceId: world.workspaceId }])}`)
      expect((await raw.poll()).text).toContain('"ok":true')
      return raw
    }
    const [taken, ended] = [await watchingByPolls(people.NSO), await watchingByPolls(people.OBS)]
    const [other, beside] = [await watching(people.CSO), await watching(people.OBS)]
    await say(people.CSO, 'lead')
    await other.until(() => other.changed.length > 0, 'the change')
    expect(await taken.poll({ cookie: people.CSO.cookie })).toMatchObject({ status: 400 })
    expect(await taken.poll()).toMatchObject({ status: 400 })
    await people.OBS.call('signOut')
    await beside.until(() => beside.isEnded, 'the session to be cut off')
    expect(await ended.poll()).toMatchObject({ status: 400 })
  })

  it('[EVENT-16] a connection that asks again and again to be let in is ended, and nobody is asked who it is', async () => {
    for (const cookie of [null, people.CSO.cookie]) {
      const raw = await RawPoll.open(server.url, cookie)
      await raw.post(Array.from({ length: 40 }, () => `40${TUNNEL_NAMESPACE},`).join('\u001e'))
      await until(async () => (await raw.poll()).status === 400, 'the connection to be ended')
    }
  })

  it('[EVENT-15] a request is small before somebody has said who they are, and bounded after', async () => {
    const [nobody, somebody] = [await RawPoll.open(server.url, people.CSO.cookie), await RawPoll.open(server.url, people.CSO.cookie)]
    expect((await nobody.post(`40${' '.repeat(5000)}`)).status).toBe(400)
    await somebody.post('40')
    await somebody.poll()
    const long = (length: number) => `42${JSON.stringify(['watch', 'x'.repeat(length)])}`
    expect((await somebody.post(long(50_000))).status).toBe(200)
    expect((await somebody.post(long(70_000))).status).toBe(413)
  })

  it('[EVENT-9] a mandate that runs out is told like any other change of rights', async () => {
    const ear = await watching(people.CSO)
    await server.pool.query(`update seat set mandate_expires_at = now() + interval '2 seconds' where id = $1`, [seats.CSO.seatId])
    await ear.until(() => ear.rights.length > 0, 'the end of the mandate')
    expect(ear.rights).toMatchObject([{ workspaceId: world.workspaceId, seat: { id: seats.CSO.seatId } }])
    await say(people.CSO, 'lead')
    await ear.until(() => ear.changed.length > 0, 'a later change')
    expect(ear.rights.length).toBe(1)
  })
})
