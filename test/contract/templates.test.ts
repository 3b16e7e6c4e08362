import { addClause, appendParagraph, canonicalJson, part, readDocument, SHORT_TEMPLATE } from '@roundtable/shared/document'
import type { DocumentKind } from '@roundtable/shared/framework'
import { type TemplateSet, templateSetSchema } from '@roundtable/shared/protocol'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { addTemplate, withdrawTemplate } from '../../server/src/operation/index.js'
import { LIVE_STORE, type LiveStore } from '../../server/src/live/index.js'
import { TemplateService } from '../../server/src/template/index.js'
import type { LiveClient } from '../support/live-client.js'
import { until } from '../support/page/until.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

const ABSENT = '01999999-9999-7999-8999-999999999999'
const ENTRIES = ['C02', 'C04', 'C13', 'C33', 'C03']
const asks = (words: string) => ({ asks: words })

describe('sets of templates', () => {
  let server: TestServer
  const clients: LiveClient[] = []
  beforeEach(async () => (server = await TestServer.start()))
  afterEach(async () => {
    clients.splice(0).forEach((client) => client.close())
    await server.close()
  })

  const service = () => server.app.nest.get(TemplateService)
  const set = (version: string, kinds: TemplateSet['kinds'], more: Partial<TemplateSet> = {}): TemplateSet =>
    templateSetSchema.parse({ id: 'office', version, language: 'en', name: 'Office', kinds, ...more })
  const add = (...args: Parameters<typeof set>) => service().add(set(...args))
  const begin = async (room: Room, { api }: Seated, kind: DocumentKind, more: object = {}) =>
    (await api.call('createDocument', { id: room.id, body: { kind, title: 'One', ...more } })).id
  const named = async ({ api }: Seated, id: string) => {
    const { id: set, version, language } = (await api.call('getTemplate', { id })).template
    return `${set} ${version} ${language}`
  }
  const changesOf = async ({ api }: Seated, id: string) => (await api.call('getTemplate', { id, query: { changes: '1' } })).newer?.changes
  /** What writes documents down as rows has read these, and reads nothing until somebody writes. */
  const writtenDown = (...ids: string[]) =>
    until(
      'the rows',
      async () => (await server.pool.query('select 1 from document_projection where document_id = any ($1)', [ids])).rows.length,
      (count) => count === ids.length
    )
  const opened = async (id: string, person: Seated): Promise<LiveClient> => {
    const client = await server.client(id, person)
    clients.push(client)
    return client.connect()
  }
  const codes = (doc: Y.Doc) => readDocument('agreement', doc).clauses.map(({ code }) => code)
  const sets = async () => (await server.pool.query<{ n: number }>('select count(*)::int as n from template_set')).rows[0]!.n

  it('[TMPL-1] the operator adds a set as a file; what is unknown or too long is refused by field and reason, and nothing is kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-templates-'))
    const file = join(folder, 'set.json')
    const added = async (content: unknown) => {
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
      return addTemplate([file], service())
    }
    const good = {
      id: 'office',
      version: '1.0.0',
      language: 'en',
      name: 'Office',
      kinds: { agreement: { guidance: { C02: asks('Why?') } } }
    }
    const kinds = (agreement: object) => ({ ...good, kinds: { agreement } })
    try {
      for (const [content, field] of [
        [kinds({ guidance: { C99: asks('Why?') } }), 'kinds.agreement.guidance.C99'],
        [kinds({ guidance: { C02: asks('x'.repeat(601)) } }), 'kinds.agreement.guidance.C02.asks'],
        [kinds({ guidance: { C02: { ...asks('Why?'), principles: ['P14'] } } }), 'kinds.agreement.guidance.C02.principles.0'],
        [kinds({ guidance: { C02: { ...asks('Why?'), paragraphs: [46] } } }), 'kinds.agreement.guidance.C02.paragraphs.0'],
        [kinds({ entries: ['C13', 'C33', 'C77'] }), 'kinds.agreement.entries.2'],
        [kinds({ entries: ['C13', 'C33', 'C13'] }), 'kinds.agreement.entries'],
        [kinds({ entries: ['C02'] }), 'kinds.agreement.entries'],
        [{ ...good, kinds: { plan: { entries: ['objectives'] } } }, 'kinds.plan.entries'],
        [{ ...good, kinds: { story: {} } }, 'kinds.story'],
        [{ ...good, kinds: {} }, 'kinds'],
        [{ ...good, version: 'newest' }, 'version'],
        [{ ...good, language: 'English' }, 'language'],
        [{ ...good, id: 'Öffice' }, 'id']
      ] as const)
        await expect(added(content)).rejects.toMatchObject({ code: 'bad_input', args: { field } })
      await expect(added('{')).rejects.toThrow('cannot be read as JSON')
      await expect(addTemplate([], service())).rejects.toThrow('Which file?')
      expect(await sets()).toBe(0)
      expect(await added(good)).toContain('Office, 1.0.0 (en): agreement')
      expect(await sets()).toBe(1)
      const [, example] = /```json\n(.*?)```/s.exec(await readFile('CONTRIBUTING.md', 'utf8'))!
      expect(await added(example)).toContain('Statistics office, 1.0.0 (en): agreement')
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('[TMPL-2] a set is never changed: another version is another set, and only a later one is taken', async () => {
    await add('1.2.0', { plain: {} })
    for (const version of ['1.2.0', '1.1.9', '0.9.0'])
      await expect(add(version, { roadmap: {} })).rejects.toMatchObject({ code: 'bad_input', args: { field: 'version' } })
    await expect(add('1.0.0', { plain: {} }, { id: 'roundtable' })).rejects.toMatchObject({ args: { field: 'version' } })
    await add('1.10.0', { plain: {} })
    await add('1.0.0', { plain: {} }, { language: 'ky' })
    await withdrawTemplate(['--id', 'office', '--version', '1.10.0'], service())
    await expect(add('1.10.0', { plain: {} })).rejects.toMatchObject({ args: { field: 'version' } })
    for (const statement of [`update template_set set kinds = '{}'`, 'delete from template_set'])
      await expect(server.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('[TMPL-3] a new document begins with the newest set for its kind in its maker’s language, else in English, and keeps it', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    await server.pool.query(`update person set locale = 'ky-KG' where id = $1`, [nso.personId])
    const first = await begin(room, cso, 'agreement')
    expect(await named(cso, first)).toBe('roundtable 1.0.0 en')
    await add('1.0.0', { agreement: { entries: ENTRIES } })
    const second = await begin(room, nso, 'agreement')
    await add('1.0.0', { agreement: { entries: ENTRIES.slice(1) } }, { language: 'ky' })
    await add('1.1.0', { plan: { guidance: { method: asks('How?') } } })
    const third = await begin(room, nso, 'agreement')
    const plan = await begin(room, cso, 'plan', { stage: 'S2' })
    expect(await Promise.all([first, second, third, plan].map((id) => named(cso, id)))).toEqual([
      'roundtable 1.0.0 en',
      'office 1.0.0 en',
      'office 1.0.0 ky',
      'office 1.1.0 en'
    ])
    expect(codes((await opened(second, nso)).doc)).toEqual(ENTRIES)
    await service().withdraw({ id: 'office', version: '1.0.0', language: 'en' })
    const fourth = await begin(room, cso, 'agreement')
    expect(await Promise.all([second, fourth].map((id) => named(cso, id)))).toEqual(['office 1.0.0 en', 'roundtable 1.0.0 en'])
    await expect(service().withdraw({ id: 'office', version: '1.0.0', language: 'en' })).rejects.toMatchObject({ code: 'no_longer_open' })
    await expect(service().withdraw({ id: 'office', version: '9.0.0', language: 'en' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('[DOC-38] a part that a side shares begins with the set that a new document of its kind has now', async () => {
    const room = await Room.open(server)
    const [cso] = await room.seats('CSO')
    const id = await begin(room, cso, 'agreement', { isKept: true })
    const client = await opened(id, cso)
    const clause = addClause(client.doc, { newId: () => 'river' }, { code: 'own', heading: 'The river' })
    await client.until(() => client.ledger.isSettled, 'the clause stored')
    await add('1.0.0', { agreement: { entries: ENTRIES } })
    const seen = createHash('sha256')
      .update(canonicalJson(readDocument('agreement', client.doc)))
      .digest('hex')
    const shared = await cso.api.call('releasePassages', { id, body: { title: 'Our wish', passages: [clause], seen } })
    expect(await named(cso, shared.id)).toBe('office 1.0.0 en')
    expect(codes((await opened(shared.id, cso)).doc)).toEqual([...ENTRIES, 'own'])
  })

  it('[TMPL-4] whoever may view the document reads its guidance and what a newer set would bring; for others there is nothing', async () => {
    const room = await Room.open(server)
    const [cso, nso, citizen] = await room.seats('CSO', 'NSO', 'CIT')
    const id = await begin(room, cso, 'agreement')
    const kept = await begin(room, cso, 'agreement', { isKept: true })
    expect(await cso.api.call('getTemplate', { id })).toMatchObject({ guidance: {}, newer: null })
    const guidance = { C02: { asks: 'What do you want together?', principles: ['P03' as const], paragraphs: [39] } }
    await add('2027-01-01', { agreement: { entries: [...SHORT_TEMPLATE, 'C03', 'C05'], guidance } })
    expect(await citizen.api.call('getTemplate', { id })).toEqual({
      template: { id: 'roundtable', version: '1.0.0', language: 'en', name: 'Roundtable' },
      guidance: {},
      newer: { id: 'office', version: '2027-01-01', language: 'en', name: 'Office', changes: null }
    })
    await writtenDown(id, kept)
    const load = jest.spyOn(server.app.nest.get<LiveStore>(LIVE_STORE), 'load')
    await citizen.api.call('getTemplate', { id })
    expect(load).not.toHaveBeenCalled()
    expect(await changesOf(citizen, id)).toEqual({ adds: ['C03', 'C05'], rewords: ['C02'] })
    expect((await cso.api.call('getTemplate', { id: await begin(room, cso, 'agreement') })).guidance).toEqual(guidance)
    const body = { template: 'office', version: '2027-01-01' }
    for (const [operation, input] of [
      ['getTemplate', {}],
      ['getTemplate', { query: { changes: '1' } }],
      ['moveTemplate', { body }]
    ] as const)
      expect(await nso.api.refusal(operation, { id: kept, ...input })).toEqual(await nso.api.refusal(operation, { id: ABSENT, ...input }))
  })

  it('[TMPL-5] moving adds what is lacking and takes nothing out: what people wrote stays, open pages are shown it, and the log says whose act it was', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    const id = await begin(room, cso, 'agreement')
    const client = await opened(id, nso)
    const [clause] = readDocument('agreement', client.doc).clauses
    const fragment = part(client.doc, 'agreement', clause!.id, 'text')!
    appendParagraph(fragment, 'Water is ours', { newId: () => 'b1' })
    await client.until(() => client.ledger.isSettled, 'saved')
    await add('1.0.0', { agreement: { entries: ['C13', 'C33', 'C03'] } })
    expect(await cso.api.call('moveTemplate', { id, body: { template: 'office', version: '1.0.0' } })).toMatchObject({
      template: { id: 'office', version: '1.0.0' },
      newer: null
    })
    await until(
      'the new clause',
      () => Promise.resolve(codes(client.doc)),
      (seen) => seen.includes('C03')
    )
    expect(codes(client.doc)).toEqual([...SHORT_TEMPLATE, 'C03'])
    expect(JSON.stringify(readDocument('agreement', client.doc).clauses[0])).toContain('Water is ours')
    const { rows } = await server.pool.query<{ bytes: Buffer; seat: string }>(
      'select bytes, seat_id as seat from document_update where document_id = $1 order by seq desc limit 1',
      [id]
    )
    const [own] = Y.decodeUpdate(rows[0]!.bytes).structs
    const bound = await server.pool.query<{ person: string | null }>(
      'select person_id as person from client_binding where family_id = $1 and client_id = $2',
      [id, own!.id.client]
    )
    expect([rows[0]!.seat, bound.rows]).toEqual([cso.seatId, [{ person: null }]])
    const merged = new Y.Doc()
    for (const bytes of await server.logged(id)) Y.applyUpdate(merged, bytes)
    expect(readDocument('agreement', merged)).toEqual(readDocument('agreement', client.doc))
    expect(await named(nso, id)).toBe('office 1.0.0 en')
  })

  it('[TMPL-5] is not for those who only read, nor while the text is closed, nor to a set that is not the one that was shown; two at once add once', async () => {
    const room = await Room.open(server)
    const [cso, nso, citizen] = await room.seats('CSO', 'NSO', 'CIT')
    const id = await begin(room, cso, 'agreement')
    const body = { template: 'office', version: '1.0.0' }
    expect(await cso.api.refusal('moveTemplate', { id, body })).toMatchObject({ code: 'changed_meanwhile' })
    await add('1.0.0', { agreement: { entries: ['C13', 'C33', 'C03'] } })
    expect(await citizen.api.refusal('moveTemplate', { id, body })).toMatchObject({ code: 'not_allowed' })
    expect(await cso.api.refusal('moveTemplate', { id, body: { ...body, version: '0.9.0' } })).toMatchObject({ code: 'changed_meanwhile' })
    await server.pool.query(`update document_head set state = 'review' where document_id = $1`, [id])
    expect(await cso.api.refusal('moveTemplate', { id, body })).toMatchObject({ code: 'not_allowed', rule: 'ABIL-7' })
    await server.pool.query(`update document_head set state = 'draft' where document_id = $1`, [id])
    expect(codes((await opened(id, citizen)).doc)).toEqual(SHORT_TEMPLATE)
    const both = await Promise.allSettled([cso, nso].map(({ api }) => api.call('moveTemplate', { id, body })))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const reader = await opened(id, nso)
    await reader.until(() => codes(reader.doc).includes('C03'), 'the clause')
    expect(codes(reader.doc)).toEqual([...SHORT_TEMPLATE, 'C03'])
  })

  it('[TMPL-5] keeps nobody from writing while the document is read; what was written meanwhile is never read past: the move is refused', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    const id = await begin(room, cso, 'agreement')
    const client = await opened(id, nso)
    await add('1.0.0', { agreement: { entries: ['C13', 'C33', 'C03'] } })
    const live = server.app.nest.get<LiveStore>(LIVE_STORE)
    const load = live.load.bind(live)
    const [clause] = readDocument('agreement', client.doc).clauses
    await writtenDown(id)
    jest.spyOn(live, 'load').mockImplementationOnce(async (documentId) => {
      const stored = await load(documentId)
      appendParagraph(part(client.doc, 'agreement', clause!.id, 'text')!, 'Written meanwhile', { newId: () => 'b1' })
      await client.until(() => client.ledger.isSettled, 'saved')
      return stored
    })
    const body = { template: 'office', version: '1.0.0' }
    const logged = (await server.logged(id)).length
    expect(await cso.api.refusal('moveTemplate', { id, body })).toMatchObject({ code: 'changed_meanwhile' })
    expect([await named(cso, id), (await server.logged(id)).length]).toEqual(['roundtable 1.0.0 en', logged + 1])
    await cso.api.call('moveTemplate', { id, body })
    await client.until(() => codes(client.doc).includes('C03'), 'the clause')
    expect(codes(client.doc)).toEqual([...SHORT_TEMPLATE, 'C03'])
  })

  it('[TMPL-6] a plan is given the questions of its own stage that it lacks; kinds that all begin alike are given other words alone', async () => {
    const room = await Room.open(server)
    const [cso] = await room.seats('CSO')
    await add('1.0.0', { plan: { entries: ['method'] } })
    const plan = await begin(room, cso, 'plan', { stage: 'S1' })
    const roadmap = await begin(room, cso, 'roadmap')
    await add('1.1.0', { plan: { entries: ['method', 'partners', 'dataset'] }, roadmap: { guidance: { why: asks('What for?') } } })
    expect(await changesOf(cso, plan)).toEqual({ adds: ['partners'], rewords: [] })
    expect(await changesOf(cso, roadmap)).toEqual({ adds: [], rewords: ['why'] })
    const body = { template: 'office', version: '1.1.0' }
    for (const id of [plan, roadmap]) await cso.api.call('moveTemplate', { id, body })
    expect(readDocument('plan', (await opened(plan, cso)).doc).answers.map(({ id }) => id)).toEqual(['partners', 'method'])
    expect((await cso.api.call('getTemplate', { id: roadmap })).guidance).toEqual({ why: asks('What for?') })
  })
})
