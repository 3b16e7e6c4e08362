import { addTask, entriesOf } from '@roundtable/shared/document'
import { v7 } from 'uuid'
import type { LiveClient } from '../support/live-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

describe('a roadmap on the registry, open on the live line', () => {
  let server: TestServer
  const opened: LiveClient[] = []
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(async () => {
    for (const client of opened) client.close()
    await server.close()
  })

  async function open(document: string, who: Seated): Promise<LiveClient> {
    const client = await (await server.client(document, who)).connect()
    opened.push(client)
    return client
  }

  it('[WORK-81] the secretariat reads the words as they come, and is not told who is there; with full read it is', async () => {
    const room = await Room.open(server)
    const [cso, desk] = [await room.seat('CSO', { name: 'Quiet Otter' }), await room.seat('SEC')]
    const set = (level: string) => server.pool.query('update workspace set registry = $2 where id = $1', [room.id, level])
    const roadmap = await room.world.document('roadmap')
    await set('card_and_roadmap')
    const [writer, reader] = [await open(roadmap, cso), await open(roadmap, desk)]
    const names = (client: LiveClient): string => JSON.stringify([...client.provider.awareness.getStates().values()])
    const seesWriter = (client: LiveClient): boolean => client.provider.awareness.getStates().has(writer.doc.clientID)
    const write = (title: string) => addTask(writer.doc, { newId: v7 }, { title })
    write('Map wells')
    writer.provider.awareness.setLocalState({ cursor: { anchor: 1 } })
    reader.provider.awareness.setLocalState({ cursor: { anchor: 1 } })
    // Who reads along is no secret from those who write.
    await writer.until(() => writer.provider.awareness.getStates().has(reader.doc.clientID), 'the reader is shown')
    const late = await open(roadmap, desk)
    // What is told of presence comes before this on the same line.
    write('Train readers')
    for (const client of [reader, late]) await client.until(() => entriesOf(client.doc, 'roadmap').size === 2, 'read')
    expect([seesWriter(reader), seesWriter(late), names(reader), names(late)].join()).not.toMatch(/true|Quiet Otter/)
    expect(reader.access.every(({ right }) => right === 'view')).toBe(true)
    await set('full_read')
    const whole = await open(roadmap, desk)
    await whole.until(() => seesWriter(whole), 'the writer is shown')
  })
})
