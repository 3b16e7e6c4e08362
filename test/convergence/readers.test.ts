import * as Y from 'yjs'
import type { LiveClient } from '../support/live-client.js'
import { TestServer } from '../support/server.js'
import type { PersonInWorld, World } from '../support/world.js'

describe('readers of a live document', () => {
  let server: TestServer
  let world: World
  let [one, two, reader]: PersonInWorld[] = []
  const clients: LiveClient[] = []

  beforeAll(async () => {
    server = await TestServer.start()
    world = await server.world()
    ;[one, two, reader] = [await world.seat('NSO'), await world.seat('CSO'), await world.seat('OBS')]
  })
  afterEach(() => clients.splice(0).forEach((client) => client.close()))
  afterAll(() => server.close())

  const open = async (document: string, person: PersonInWorld | undefined): Promise<LiveClient> => {
    if (!person) throw new Error('nobody')
    const client = await server.client(document, person)
    clients.push(client)
    return client.connect()
  }
  const everybodySees = (isMet: (doc: Y.Doc) => boolean, what: string): Promise<unknown> =>
    Promise.all(clients.map((client) => client.until(() => isMet(client.doc), what)))

  /** What a reader's own client deletes by merging is no edit: nobody is refused for it, nothing is stored. */
  async function isWelcomeAgain(watching: LiveClient): Promise<void> {
    const before = (await server.logged(watching.options.documentId)).length
    watching.provider.disconnect()
    watching.provider.connect()
    await watching.until(() => watching.durable >= 1 || watching.closes.some(({ code }) => code >= 4400), 'its step 2 to be judged')
    expect(watching.rejections).toEqual([])
    expect(watching.closes.filter(({ code }) => code >= 4400)).toEqual([])
    expect(await server.logged(watching.options.documentId)).toHaveLength(before)
  }

  it('[LIVE-43] a reader comes back after two people have set the same value at once', async () => {
    const document = await world.document('objectives')
    const [left, right, watching] = [await open(document, one), await open(document, two), await open(document, reader)]
    left.provider.disconnect()
    right.provider.disconnect()
    left.doc.getMap('objectives').set('a', 1)
    right.doc.getMap('objectives').set('a', 2)
    left.provider.connect()
    right.provider.connect()
    await everybodySees((doc) => doc.store.clients.size === 2, 'both values')
    watching.durable = 0
    await isWelcomeAgain(watching)
  })

  it('[LIVE-43] a reader stays when its client tidies up formatting that two people made at once', async () => {
    const document = await world.document('objectives')
    const [left, right, watching] = [await open(document, one), await open(document, two), await open(document, reader)]
    const goal = ({ doc }: { doc: Y.Doc }): Y.XmlText => doc.getXmlFragment('goal').get(0) as Y.XmlText
    const line = new Y.XmlText()
    left.doc.getXmlFragment('goal').insert(0, [line])
    line.insert(0, 'clean water for everybody')
    await everybodySees((doc) => doc.getXmlFragment('goal').length === 1 && goal({ doc }).length === 25, 'the words')
    left.provider.disconnect()
    right.provider.disconnect()
    let tidied = 0
    watching.doc.on('update', (_bytes: Uint8Array, origin: unknown) => (tidied += origin === watching.provider ? 0 : 1))
    goal(left).format(0, 1, { bold: {} })
    goal(right).format(0, 3, { bold: {} })
    goal(right).format(8, 1, { bold: {} })
    goal(right).format(0, 2, { bold: {} })
    left.provider.connect()
    right.provider.connect()
    await everybodySees((doc) => doc.store.clients.size >= 2, 'both formats')
    left.doc.getXmlFragment('goal').insert(1, [new Y.XmlText('the end')])
    await everybodySees((doc) => doc.getXmlFragment('goal').length === 2, 'the end')
    expect(tidied).toBeGreaterThan(0)
    expect(watching.rejections).toEqual([])
    watching.durable = 0
    await isWelcomeAgain(watching)
    expect(goal(watching).toDelta()).toEqual(goal(left).toDelta())
  })

  it('[LIVE-43] a reader who takes words away is refused all the same', async () => {
    const document = await world.document()
    const [left, watching] = [await open(document, one), await open(document, reader)]
    left.text.insert(0, 'We agree.')
    await everybodySees((doc) => doc.getText('content').length === 9, 'the words')
    watching.text.delete(0, 2)
    await watching.until(() => watching.rejections.length > 0, 'the refusal')
    expect(watching.rejections[0]).toMatchObject({ reason: 'not_allowed' })
    expect(left.text.toJSON()).toBe('We agree.')
  })
})
