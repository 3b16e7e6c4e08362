import { addClause, canonicalJson, entryOf, readDocument, setField } from '@roundtable/shared/document'
import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type * as Y from 'yjs'
import type { LiveClient } from '../support/live-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

const ABSENT = '01999999-9999-7999-8999-999999999999'
const hashOf = (doc: Y.Doc) =>
  createHash('sha256')
    .update(canonicalJson(readDocument('agreement', doc)))
    .digest('hex')

describe('what the server states of an agreement', () => {
  let server: TestServer
  const clients: LiveClient[] = []
  beforeAll(async () => (server = await TestServer.start()))
  afterEach(() => clients.splice(0).forEach((client) => client.close()))
  afterAll(() => server.close())

  const begin = async (room: Room, { api }: Seated, more: object = {}) =>
    (await api.call('createDocument', { id: room.id, body: { kind: 'agreement', title: 'One', ...more } })).id
  const opened = async (id: string, person: Seated): Promise<LiveClient> => {
    const client = await server.client(id, person)
    clients.push(client)
    return client.connect()
  }
  const facts = ({ api }: Seated, id: string) => api.call('getAgreementFacts', { id })

  it('[DOC-60] its hash is that of the canonical content as it is stored now, and follows what people write', async () => {
    const room = await Room.open(server)
    const [cso, citizen] = await room.seats('CSO', 'CIT')
    const id = await begin(room, cso)
    const client = await opened(id, cso)
    const { doc } = client
    const before = await facts(citizen, id)
    expect(before).toMatchObject({
      content: { hash: hashOf(doc), change: 1 },
      template: { name: 'Roundtable', version: '1.0.0' },
      modality: 'M3',
      whoDecides: 'decides.M3',
      unsignable: { rule: 'R-13' }
    })
    setField(doc, 'agreement', readDocument('agreement', doc).clauses[0]!.id, 'sharedGoal', 'Water')
    await client.until(() => client.ledger.isSettled, 'saved')
    const after = await facts(citizen, id)
    expect(after.content.hash).toBe(hashOf(doc))
    expect([after.content.hash === before.content.hash, after.content.change]).toEqual([false, 2])
    await server.pool.query(`update document_head set state = 'frozen' where document_id = $1`, [id])
    expect((await facts(cso, id)).unsignable).toBeNull()
  })

  it('[DOC-60] is for whoever may view it; for others, and of other kinds, there is nothing', async () => {
    const room = await Room.open(server)
    const [cso, nso, observer] = await room.seats('CSO', 'NSO', 'OBS')
    const absent = await nso.api.refusal('getAgreementFacts', { id: ABSENT })
    const kept = await begin(room, cso, { isKept: true })
    const shared = await begin(room, cso)
    const roadmap = (await cso.api.call('createDocument', { id: room.id, body: { kind: 'roadmap', title: 'Tasks' } })).id
    expect(await nso.api.refusal('getAgreementFacts', { id: kept })).toEqual(absent)
    expect(await observer.api.refusal('getAgreementFacts', { id: shared })).toEqual(absent)
    expect(await cso.api.refusal('getAgreementFacts', { id: roadmap })).toEqual(absent)
    expect((await facts(nso, shared)).modality).toBe('M3')
  })

  it('[DOC-61] cannot be written at the live door: another root is refused, and a field of such a name is read by nobody', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    const id = await begin(room, cso)
    const writer = await opened(id, cso)
    const clause = addClause(writer.doc, { newId: () => v7() }, { code: 'C01' })
    await writer.until(() => writer.ledger.isSettled, 'the clause')
    const before = await facts(nso, id)
    const entry = entryOf(writer.doc, 'agreement', clause)!
    const stored = entry.get('fields') as Y.Map<unknown>
    for (const name of ['hash', 'contentHash', 'version', 'template', 'modality', 'decisionRule', 'signatures', 'consent', 'labels']) {
      stored.set(name, 'forged')
      entry.set(name, 'forged')
    }
    await writer.until(() => writer.ledger.isSettled, 'the forged fields')
    const { content, ...rest } = await facts(nso, id)
    expect({ ...rest, hash: content.hash }).toEqual({ ...before, content: undefined, hash: before.content.hash })
    expect(JSON.stringify(readDocument('agreement', writer.doc))).not.toContain('forged')
    writer.doc.getMap('facts').set('hash', 'forged')
    await writer.until(() => writer.rejections.length > 0, 'the refusal')
    expect((await facts(nso, id)).content).toMatchObject({ hash: before.content.hash, change: content.change })
  })
})
