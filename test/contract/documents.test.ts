import { addTask, canonicalJson, readDocument, removeTask } from '@roundtable/shared/document'
import type { DocumentKind } from '@roundtable/shared/framework'
import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { applyUpdate, Doc, XmlElement, XmlText } from 'yjs'
import { EventsClient } from '../support/events-client.js'
import { RawClient } from '../support/raw-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'
import { until } from '../support/page/until.js'
import { answerOf } from '../support/table.js'

/** What a screen says it shows. */
const hashOf = (doc: Doc): string =>
  createHash('sha256')
    .update(canonicalJson(readDocument('roadmap', doc)))
    .digest('hex')

const ABSENT = '01999999-9999-7999-8999-999999999999'

describe('documents of a workspace', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const add = (room: Room, { api }: Seated, body: object) => api.call('createDocument', { id: room.id, body: { title: 'One', ...body } })
  const refused = (room: Room, { api }: Seated, body: object) =>
    api.refusal('createDocument', { id: room.id, body: { title: 'One', ...body } })
  const listed = async (room: Room, { api }: Seated) =>
    (await api.call('getWorkspace', { id: room.id })).documentList.map(({ kind, stage, side, isKept, right }) => ({
      kind,
      stage,
      side,
      isKept,
      right
    }))
  const rows = async () => (await server.pool.query<{ n: number }>('select count(*)::int as n from document')).rows[0]!.n

  it('[DOC-34] a plan is for one stage and there is one a stage; a document of another kind has no stage', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    await add(room, cso, { kind: 'plan', stage: 'S1' })
    await add(room, nso, { kind: 'plan', stage: 'S2' })
    const before = await rows()
    expect(await refused(room, nso, { kind: 'plan', stage: 'S1' })).toMatchObject({ code: 'already_open' })
    expect(await refused(room, nso, { kind: 'plan' })).toMatchObject({ code: 'bad_input', fields: ['stage'] })
    expect(await refused(room, nso, { kind: 'plan', stage: 'S7' })).toMatchObject({ code: 'bad_input', fields: ['stage'] })
    expect(await refused(room, nso, { kind: 'roadmap', stage: 'S1' })).toMatchObject({ code: 'bad_input', fields: ['stage'] })
    expect(await rows()).toBe(before)
    const found = await listed(room, cso)
    expect(found.filter(({ kind }) => kind === 'plan').map(({ stage, right }) => [stage, right])).toEqual([
      ['S2', 'edit'],
      ['S1', 'edit']
    ])
  })

  it('[DOC-34] two people who begin the plan of a stage at once: one makes it, the other is told', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    const both = await Promise.allSettled([cso, nso].map((person) => add(room, person, { kind: 'plan', stage: 'S3' })))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await listed(room, cso)).filter(({ stage }) => stage === 'S3')).toHaveLength(1)
  })

  it('[DOC-34] each side has one principles document of its own, which its people edit and the other side reads (A-2)', async () => {
    const room = await Room.open(server)
    const [cso, nso, com] = await room.seats('CSO', 'NSO', 'COM')
    await add(room, cso, { kind: 'principles' })
    await add(room, nso, { kind: 'principles' })
    expect(await refused(room, com, { kind: 'principles' })).toMatchObject({ code: 'already_open' })
    const rights = async (person: Seated): Promise<Record<string, string>> =>
      Object.fromEntries(
        (await listed(room, person)).flatMap(({ kind, side, right }) => (kind === 'principles' ? [[String(side), right]] : []))
      )
    expect(await rights(com)).toEqual({ civic: 'edit', state: 'view' })
    expect(await rights(nso)).toEqual({ civic: 'view', state: 'edit' })
    expect(await refused(room, nso, { kind: 'principles', isKept: true })).toMatchObject({ code: 'bad_input', fields: ['isKept'] })
  })

  it('[SAVE-24] its stored text is to be had by whoever may open it, and is what the live line sends', async () => {
    const room = await Room.open(server)
    const [cso, observer] = await room.seats('CSO', 'OBS')
    const { id } = await add(room, cso, { kind: 'roadmap' })
    const client = await (await server.client(id, cso)).connect()
    addTask(client.doc, { newId: () => v7() }, { title: 'Map the wells' })
    await client.until(() => client.ledger.isSettled, 'the task stored')
    for (const reader of [cso, observer]) {
      const { updates } = await reader.api.call('getDocumentText', { id })
      const stored = new Doc()
      for (const update of updates) applyUpdate(stored, Buffer.from(update, 'base64'))
      expect(hashOf(stored)).toBe(hashOf(client.doc))
      stored.destroy()
    }
    client.close()
  })

  it('[SAVE-24] whoever asks for stored texts more often than pages do waits for a moment, and nobody else does', async () => {
    const room = await Room.open(server)
    const [cso, observer] = await room.seats('CSO', 'OBS')
    const { id } = await add(room, cso, { kind: 'roadmap' })
    const asked = await Promise.allSettled(Array.from({ length: 200 }, () => observer.api.call('getDocumentText', { id })))
    const refused = asked.filter(({ status }) => status === 'rejected')
    expect([refused.length > 0, refused.length < 200]).toEqual([true, true])
    expect(refused[0]).toMatchObject({ reason: { code: 'too_many_requests' } })
    expect(await cso.api.call('getDocumentText', { id })).toEqual({ updates: [] })
  })

  describe('a document that a side keeps to itself', () => {
    const kinds: readonly DocumentKind[] = ['objectives', 'agreement', 'roadmap']

    it.each(kinds)(
      '[DOC-35] %s: its side writes in it; for everybody else it is as if it were not there, in lists, by id and at the live door',
      async (kind) => {
        const room = await Room.open(server)
        const [cso, com, nso, observer, facilitator] = await room.seats('CSO', 'COM', 'NSO', 'OBS', 'FAC')
        await server.pool.query(`update workspace set registry = 'full_read' where id = $1`, [room.id])
        const secretariat = await room.seat('SEC')
        const { id } = await add(room, cso, { kind, isKept: true })
        expect(await listed(room, com)).toEqual([{ kind, stage: null, side: 'civic', isKept: true, right: 'edit' }])
        for (const other of [nso, observer, facilitator, secretariat]) {
          expect(await listed(room, other)).toEqual([])
          for (const [operation, input] of [
            ['getDocument', { id }],
            ['getDocumentText', { id }],
            ['releaseDocument', { id }],
            ['createTicket', { body: { documentId: id } }]
          ] as const) {
            const absent = 'body' in input ? { body: { documentId: ABSENT } } : { id: ABSENT }
            expect(await other.api.refusal(operation, input)).toEqual(await other.api.refusal(operation, absent))
          }
        }
      }
    )

    it('[DOC-35] is not told of by events either: who watches hears of the next shared document, and of nothing before', async () => {
      const room = await Room.open(server)
      const [cso, nso] = await room.seats('CSO', 'NSO')
      const watcher = await new EventsClient(server, nso.api).opened()
      await watcher.watch(room.id)
      await add(room, cso, { kind: 'roadmap', isKept: true })
      await add(room, cso, { kind: 'roadmap' })
      await watcher.until(() => watcher.changed.length > 0, 'the shared one')
      // One more change goes round after it: had the kept one been told, it would have come before.
      await cso.api.call('answerDefinition', { id: room.id, body: answerOf('Q6', 'no') })
      await watcher.until(() => watcher.changed.some(({ part }) => part === 'definition'), 'the answer')
      expect(watcher.changed.filter(({ part }) => part === 'documents')).toHaveLength(1)
      expect((await listed(room, nso)).length).toBe(1)
      watcher.close()
    })

    it('[DOC-35] is shared by whoever decides for its side, once; from then on the others have their right', async () => {
      const room = await Room.open(server)
      const [cso, citizen, nso] = await room.seats('CSO', 'CIT', 'NSO')
      const { id } = await add(room, citizen, { kind: 'objectives', isKept: true })
      expect(await citizen.api.refusal('releaseDocument', { id })).toMatchObject({ code: 'not_allowed' })
      expect(await cso.api.call('releaseDocument', { id })).toMatchObject({ isKept: false, side: null })
      expect(await listed(room, nso)).toEqual([{ kind: 'objectives', stage: null, side: null, isKept: false, right: 'edit' }])
      expect(await cso.api.refusal('releaseDocument', { id })).toMatchObject({ code: 'no_longer_open' })
    })

    it('[DOC-70] what its side has deleted before stays with it: neither the stored text nor the live line of the others holds it', async () => {
      const room = await Room.open(server)
      const [cso, com, nso] = await room.seats('CSO', 'COM', 'NSO')
      const { id } = await add(room, cso, { kind: 'objectives', isKept: true })
      const writer = await (await server.client(id, cso)).connect()
      const goal = ({ doc }: { doc: Doc }) => doc.getXmlFragment('goal')
      const [paragraph, words] = [new XmlElement('paragraph'), new XmlText('Our source is Jane Roe. We ask for data.')]
      paragraph.insert(0, [words])
      goal(writer).insert(0, [paragraph])
      words.delete(0, 'Our source is Jane Roe. '.length)
      await writer.until(() => writer.ledger.isSettled, 'the words stored')
      const colleague = await (await server.client(id, com)).connect()

      const { epoch } = await cso.api.call('releaseDocument', { id })
      const { updates } = await nso.api.call('getDocumentText', { id })
      const stored = Buffer.concat(updates.map((update) => Buffer.from(update, 'base64')))
      const reader = new RawClient(`${server.liveUrl}/live/${id}?ticket=${await server.ticket(id, nso)}&schema=1&epoch=${epoch}`)
      await reader.opened
      reader.greet()
      await reader.until(() => reader.received.includes('We ask'))
      for (const bytes of [stored, reader.received]) expect([bytes.includes('We ask'), bytes.includes('Jane')]).toEqual([true, false])
      // Whoever has it open reads it anew, and what they write from then on is stored.
      for (const open of [writer, colleague]) await open.until(() => open.closes[0]?.code === 4409, 'to be sent away')
      const again = await (await server.client(id, com, { epoch })).connect()
      goal(again).insert(1, [new XmlElement('paragraph')])
      await again.until(() => again.ledger.isSettled, 'what is written then')
      for (const each of [writer, colleague, again]) each.close()
      reader.end()
    })

    it('[DOC-38] parts of it are shared as a document of their own; the rest, and that there is a rest, stays with the side', async () => {
      const room = await Room.open(server)
      const [cso, citizen, nso] = await room.seats('CSO', 'CIT', 'NSO')
      const { id } = await add(room, cso, { kind: 'roadmap', isKept: true })
      const client = await (await server.client(id, cso)).connect()
      const ids = { newId: () => v7() }
      const [told] = [addTask(client.doc, ids, { title: 'Map the wells', schedule: { due: '2027-03-01' } })]
      addTask(client.doc, ids, { title: 'Ask who pays' })
      await client.until(() => client.ledger.isSettled, 'both tasks stored')
      const seen = hashOf(client.doc)
      const body = { title: 'What we propose', passages: [told], seen }
      const refusedTo = ({ api }: Seated, more: object = {}) => api.refusal('releasePassages', { id, body: { ...body, ...more } })
      expect(await refusedTo(nso)).toMatchObject({ code: 'not_found' })
      expect(await refusedTo(citizen)).toMatchObject({ code: 'not_allowed' })
      expect(await refusedTo(cso, { passages: [told, 'elsewhere'] })).toMatchObject({ code: 'bad_input', fields: ['passages.1'] })
      expect(await refusedTo(cso, { seen: '0'.repeat(64) })).toMatchObject({ code: 'changed_meanwhile' })
      expect(await refusedTo(cso, { seen: 'AA==' })).toMatchObject({ code: 'bad_input', fields: ['seen'] })
      expect(await listed(room, nso)).toEqual([])

      const released = await cso.api.call('releasePassages', { id, body })
      expect(await listed(room, nso)).toEqual([{ kind: 'roadmap', stage: null, side: null, isKept: false, right: 'edit' }])
      const reader = await (await server.client(released.id, nso)).connect()
      expect(readDocument('roadmap', reader.doc).tasks.map(({ title, schedule }) => [title, schedule])).toEqual([
        ['Map the wells', { due: '2027-03-01' }]
      ])
      for (const each of [client, reader]) each.close()
    })

    it('[DOC-38] what somebody takes out meanwhile is not released: it is changed_meanwhile, and nothing is made', async () => {
      const room = await Room.open(server)
      const [cso, com, nso] = await room.seats('CSO', 'COM', 'NSO')
      const { id } = await add(room, cso, { kind: 'roadmap', isKept: true })
      const [client, other] = [await (await server.client(id, cso)).connect(), await (await server.client(id, com)).connect()]
      const ids = { newId: () => v7() }
      const [kept, told] = ['Map the wells', 'Name our sources'].map((title) => addTask(client.doc, ids, { title }))
      await client.until(() => client.ledger.isSettled, 'both tasks stored')
      const seen = hashOf(client.doc)
      await other.until(() => readDocument('roadmap', other.doc).tasks.length === 2, 'both tasks on the other screen')
      removeTask(other.doc, told!)
      await other.until(() => other.ledger.isSettled, 'the deletion stored')
      const body = { title: 'What we propose', passages: [kept, told], seen }
      expect(await cso.api.refusal('releasePassages', { id, body })).toMatchObject({ code: 'changed_meanwhile' })
      expect(await listed(room, nso)).toEqual([])
      const again = { ...body, passages: [kept], seen: hashOf(other.doc) }
      const released = await cso.api.call('releasePassages', { id, body: again, key: 'one-intention' })
      expect(await cso.api.call('releasePassages', { id, body: again, key: 'one-intention' })).toEqual(released)
      expect(await listed(room, nso)).toHaveLength(1)
      for (const each of [client, other]) each.close()
    })

    it('[WORK-82] however much a side keeps to itself, the others have their list, and it is not cut', async () => {
      const room = await Room.open(server)
      const [cso, nso] = await room.seats('CSO', 'NSO')
      await add(room, nso, { kind: 'roadmap' })
      const kept = Array.from({ length: 201 }, () => v7())
      await server.pool.query(
        `insert into document (id, workspace_id, family_id, kind, title, side, private_to)
         select id, $2, id, 'roadmap', 'Ours', 'civic', 'civic' from unnest($1::uuid[]) id`,
        [kept, room.id]
      )
      await server.pool.query(
        `insert into document_head (document_id, workspace_id, family_id) select id, $2, id from unnest($1::uuid[]) id`,
        [kept, room.id]
      )
      expect(await listed(room, nso)).toEqual([{ kind: 'roadmap', stage: null, side: null, isKept: false, right: 'edit' }])
      expect(await listed(room, cso)).toHaveLength(200)
    })

    it('[DOC-35] can be kept by sides only', async () => {
      const room = await Room.open(server)
      const [facilitator] = await room.seats('FAC')
      expect(await refused(room, facilitator, { kind: 'objectives', isKept: true })).toMatchObject({ code: 'not_allowed' })
    })

    it('[DOC-36] objectives begin with the civic side alone where official data is questioned (O4), unless it says otherwise', async () => {
      const room = await Room.open(server)
      const [cso, nso] = await room.seats('CSO', 'NSO')
      await server.pool.query(`update workspace_profile set objectives = '{O1,O4}' where workspace_id = $1`, [room.id])
      await add(room, cso, { kind: 'objectives' })
      await add(room, cso, { kind: 'roadmap' })
      expect((await listed(room, cso)).map(({ kind, isKept }) => [kind, isKept])).toEqual([
        ['roadmap', false],
        ['objectives', true]
      ])
      expect((await listed(room, nso)).map(({ kind }) => kind)).toEqual(['roadmap'])
      await add(room, cso, { kind: 'objectives', isKept: false })
      expect((await listed(room, nso)).map(({ kind }) => kind)).toEqual(['objectives', 'roadmap'])
    })
  })

  it('[PROJ-4] what is open is told by clause and question, of the documents one may know of and of no other; [UI-273] with who may answer', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    const { id } = await add(room, cso, { kind: 'agreement' })
    await add(room, cso, { kind: 'agreement', title: 'Ours alone', isKept: true })
    await add(room, cso, { kind: 'roadmap' })
    const openTo = async ({ api }: Seated) => (await api.call('getOpenAnswers', { id: room.id })).documents
    const shared = await until(
      'the rows of both',
      () => openTo(cso),
      (documents) => documents.length === 2
    )
    const told = shared.find((document) => document.id === id)!
    expect(told).toMatchObject({ kind: 'agreement', side: null, answered: 0, total: 32 })
    expect(told.open).toHaveLength(32)
    expect(told.open.map(({ code }) => code)).toContain('C33')
    // A full agreement answers it, and nobody has added it yet.
    expect(told.open.find(({ code }) => code === 'C10')).toEqual({ key: 'C10', code: 'C10', heading: '', state: 'missing' })
    expect((await openTo(nso)).map(({ title }) => title)).toEqual(['One'])
    // Who may write it is who may answer: what a side keeps is not the other's.
    const kept = (await openTo(cso)).find(({ title }) => title === 'Ours alone')
    expect([new Set(told.writers), kept?.writers]).toEqual([new Set([cso.seatId, nso.seatId]), [cso.seatId]])
    const stranger = await (await Room.open(server)).seat('CSO')
    expect(await stranger.api.refusal('getOpenAnswers', { id: room.id })).toMatchObject({ code: 'not_found' })
    expect(await stranger.api.refusal('getOpenAnswers', { id: ABSENT })).toMatchObject({ code: 'not_found' })
  })
})
