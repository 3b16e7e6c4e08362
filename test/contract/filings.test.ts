import { readDocument, readFiled, setField } from '@roundtable/shared/document'
import { PRINCIPLES, type Modality, type Side } from '@roundtable/shared/framework'
import type { PrinciplesView } from '@roundtable/shared/protocol'
import { DocumentService } from '../../server/src/live/index.js'
import type * as Y from 'yjs'
import { ApiClient } from '../support/api-client.js'
import { EventsClient } from '../support/events-client.js'
import type { LiveClient } from '../support/live-client.js'
import { until } from '../support/page/until.js'
import { answerPrinciples, filingHash, hashOfFiled } from '../support/principles.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

const CANARY = 'canary of one side'

describe('principles that a side files', () => {
  let server: TestServer
  const clients: LiveClient[] = []
  beforeAll(async () => (server = await TestServer.start()))
  afterEach(() => clients.splice(0).forEach((client) => client.close()))
  afterAll(() => server.close())

  /** A side's document with every principle answered, and the hash of what it says. */
  async function answered(room: Room, side: Side, fill: (doc: Y.Doc) => void = answerPrinciples): Promise<{ id: string; hash: string }> {
    let hash = ''
    const document = { workspaceId: room.id, kind: 'principles', title: `Of the ${side} side`, side } as const
    const id = await server.app.nest.get(DocumentService).create(document, (doc) => {
      fill(doc)
      hash = filingHash(doc)
    })
    return { id, hash }
  }
  const file = ({ api }: Pick<Seated, 'api'>, { id, hash }: { id: string; hash: string }, key?: string) =>
    api.call('filePrinciples', { id, body: { contentHash: hash }, ...(key === undefined ? {} : { key }) })
  const refused = ({ api }: Pick<Seated, 'api'>, { id, hash }: { id: string; hash: string }) =>
    api.refusal('filePrinciples', { id, body: { contentHash: hash } })
  const seen = (room: Room, { api }: Pick<Seated, 'api'>) => api.call('getPrinciples', { id: room.id })
  const of = ({ sides }: PrinciplesView, wanted: Side) => sides.find(({ side }) => side === wanted)!
  const rows = async (): Promise<string> => JSON.stringify((await server.pool.query('select * from principles_filing order by id')).rows)

  const waitingForLocks = async (): Promise<number> =>
    (await server.pool.query<{ n: number }>('select count(*)::int as n from pg_locks where not granted')).rows[0]!.n

  async function opened(person: Seated, id: string): Promise<LiveClient> {
    const client = await server.client(id, person)
    clients.push(client)
    return client.connect()
  }

  it('[PRIN-1] a side files its own answers as they stand: whose, by whom, when, and the hash of exactly these words', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO', { name: 'River Watch' })
    const civic = await answered(room, 'civic')
    const view = await file(cso, civic)
    const { filings, content, documentId } = of(view, 'civic')
    expect(filings).toMatchObject([{ number: 1, filedBy: 'River Watch', contentHash: civic.hash }])
    expect(documentId).toBe(civic.id)
    const filed = readFiled(content!)
    expect(hashOfFiled(filed)).toBe(civic.hash)
    expect(filed.answers.map(({ id }) => id)).toEqual([...PRINCIPLES])
    const { rows: kept } = await server.pool.query<{ epoch: number; seq: number; seat: string }>(
      'select epoch, seq, seat_id as seat from principles_filing where document_id = $1',
      [civic.id]
    )
    expect(kept).toEqual([{ epoch: 1, seq: 1, seat: cso.seatId }])
  })

  it('[PRIN-2] before every side that files here has filed, each reads its own filing alone, and all read who has filed; then they stand beside each other', async () => {
    const room = await Room.open(server)
    const [cso, nso, citizen, observer, facilitator] = await room.seats('CSO', 'NSO', 'CIT', 'OBS', 'FAC')
    const civic = await answered(room, 'civic', (doc) => answerPrinciples(doc, CANARY))
    const state = await answered(room, 'state')
    await file(cso, civic)
    for (const own of [cso, citizen]) expect(of(await seen(room, own), 'civic').content).toContain(CANARY)
    for (const other of [nso, observer, facilitator]) {
      const view = await seen(room, other)
      expect(view.isShown).toBe(false)
      expect(of(view, 'civic')).toMatchObject({ filings: [{ number: 1, contentHash: null }], content: null })
      expect(of(view, 'state')).toMatchObject({ files: true, filings: [], content: null })
      expect(of(view, 'other').files).toBe(false)
      expect(JSON.stringify(view)).not.toContain(CANARY)
      expect(JSON.stringify(view)).not.toContain(civic.hash)
    }
    await file(nso, state)
    for (const anybody of [cso, citizen, nso, observer, facilitator]) {
      const view = await seen(room, anybody)
      expect([view.isShown, of(view, 'civic').content === null, of(view, 'state').content === null]).toEqual([true, false, false])
    }
  })

  it.each([
    // Under M1 the partner reads no principles, its own side's neither: for it there is no such document.
    ['M1', ['civic'], ['state not_found', 'other not_found']],
    ['M2', ['civic'], ['state not_allowed', 'other not_allowed']],
    ['M3', ['civic', 'state'], ['other not_allowed']],
    ['M4', ['civic', 'state'], ['other not_allowed']],
    ['M5', ['civic', 'other'], ['state not_allowed']]
  ] as const)(
    '[PRIN-3] under %s the sides that file are %s: those whose people may approve principles',
    async (modality: Modality, sides, others) => {
      const room = await Room.open(server, modality)
      const seats = { civic: await room.seat('CSO'), state: await room.seat('NSO'), other: await room.seat('OTH') }
      const refusals: string[] = []
      for (const side of ['civic', 'state', 'other'] as const) {
        const document = await answered(room, side)
        const files = (sides as readonly Side[]).includes(side)
        const view = files ? await file(seats[side], document) : null
        if (view) expect(view.sides.filter((each) => each.files).map((each) => each.side)).toEqual(sides)
        else refusals.push(`${side} ${(await refused(seats[side], document)).code}`)
      }
      expect(refusals).toEqual(others)
      expect((await seen(room, seats.civic)).isShown).toBe(true)
    }
  )

  it('[PRIN-4] nobody files for another side, nor without the right to approve: with the rule, changing nothing (A-2, R-18)', async () => {
    const room = await Room.open(server)
    await server.pool.query(`update workspace set registry = 'full_read' where id = $1`, [room.id])
    const [cso, nso, citizen, facilitator, observer, secretariat, other] = await room.seats('CSO', 'NSO', 'CIT', 'FAC', 'OBS', 'SEC', 'OTH')
    const expired = await room.seat('COM')
    await room.expireMandate(expired)
    const funder = await room.seat('CSO')
    await server.pool.query('update seat set is_funder = true where id = $1', [funder.seatId])
    const civic = await answered(room, 'civic')
    const before = await rows()
    for (const [who, rule] of [
      [nso, 'A-2'],
      [citizen, 'R-05'],
      [facilitator, 'R-26'],
      [observer, 'INV-2'],
      [secretariat, 'INV-2'],
      [other, 'R-05'],
      [expired, 'R-34'],
      [funder, 'R-17']
    ] as const)
      expect([who.role, await refused(who, civic)]).toMatchObject([who.role, { code: 'not_allowed', rule }])
    const outsider = { api: await ApiClient.newcomer(server) }
    const uninvited = await Room.open(server, 'M1')
    const hidden = await answered(uninvited, 'civic')
    const office = await uninvited.seat('NSO', { isInvited: false })
    const invited = await uninvited.seat('NSO')
    for (const [who, document] of [
      [outsider, civic],
      [office, hidden],
      [invited, hidden]
    ] as const)
      expect(await refused(who, document)).toMatchObject({ code: 'not_found' })
    await server.pool.query(`update document_head set state = 'archived' where document_id = $1`, [civic.id])
    expect(await refused(cso, civic)).toMatchObject({ code: 'not_allowed', rule: 'ABIL-7' })
    expect(await rows()).toBe(before)
    expect((await seen(room, facilitator)).mayFile).toMatchObject({ allowed: false, because: { rule: 'PRIN-1' } })
    expect((await seen(room, citizen)).mayFile).toMatchObject({ allowed: false, because: { rule: 'R-05' } })
  })

  it('[PRIN-4] who may not read the principles of a workspace reads no filing there, though all have filed', async () => {
    const room = await Room.open(server, 'M1')
    const cso = await room.seat('CSO')
    await file(cso, await answered(room, 'civic', (doc) => answerPrinciples(doc, CANARY)))
    expect((await seen(room, cso)).isShown).toBe(true)
    const [office, secretariat] = await room.seats('NSO', 'SEC')
    await server.pool.query(`update workspace set registry = 'card' where id = $1`, [room.id])
    for (const who of [office, secretariat])
      expect(await who.api.refusal('getPrinciples', { id: room.id })).toMatchObject({ code: 'not_allowed', rule: 'ABIL-6' })
    const removed = await room.seat('CSO')
    await server.pool.query(`update seat set ended_at = now(), end_reason = 'removed' where id = $1`, [removed.seatId])
    for (const who of [removed, { api: await ApiClient.newcomer(server) }])
      expect(await who.api.refusal('getPrinciples', { id: room.id })).toMatchObject({ code: 'not_found' })
  })

  it('[PRIN-5] what is filed is what the filer has before them: anything that came between is refused, and nothing is kept', async () => {
    const room = await Room.open(server)
    const [cso, delegate] = await room.seats('CSO', 'COM')
    const civic = await answered(room, 'civic')
    const client = await opened(delegate, civic.id)
    setField(client.doc, 'principles', 'P02', 'nextStep', 'Something that the other has not seen')
    await client.until(() => client.ledger.isSettled, 'saved')
    const before = await rows()
    expect(await refused(cso, civic)).toMatchObject({ code: 'changed_meanwhile' })
    for (const contentHash of ['', 'f'.repeat(63), 'F'.repeat(64), 7])
      expect(await cso.api.refusal('filePrinciples', { id: civic.id, body: { contentHash } })).toMatchObject({
        code: 'bad_input',
        fields: ['contentHash']
      })
    expect(await rows()).toBe(before)
    await file(cso, { id: civic.id, hash: filingHash(client.doc) })
  })

  it('[PRIN-5] a text that is no longer the newest when its turn comes is not filed, nor one older than what was filed last', async () => {
    const room = await Room.open(server)
    const [cso, delegate] = await room.seats('CSO', 'COM')
    const civic = await answered(room, 'civic')
    const client = await opened(delegate, civic.id)
    // Whoever reads the workspace's rights lets appends through and keeps acts on it waiting.
    const reader = await server.pool.connect()
    try {
      await reader.query('begin')
      await reader.query('select 1 from access_scope where scope_id = $1 for share', [room.id])
      const filing = refused(cso, civic)
      await until('the filing at the lock', waitingForLocks, (count) => count > 0)
      setField(client.doc, 'principles', 'P02', 'nextStep', 'Written while the filing waited')
      await client.until(() => client.ledger.isSettled, 'saved')
      await reader.query('commit')
      expect(await filing).toMatchObject({ code: 'changed_meanwhile' })
    } finally {
      reader.release(true)
    }
    const now = { id: civic.id, hash: filingHash(client.doc) }
    await server.pool.query(
      `insert into principles_filing (id, workspace_id, document_id, side, number, seat_id, epoch, seq, content, content_hash)
       select gen_random_uuid(), workspace_id, document_id, 'civic', 1, $2, epoch, seq + 1, '{}', sha256('{}')
       from document_head where document_id = $1`,
      [civic.id, cso.seatId]
    )
    const before = await rows()
    expect(await refused(cso, now)).toMatchObject({ code: 'changed_meanwhile' })
    expect(await rows()).toBe(before)
  })

  it('[PRIN-6] every principle is answered before a side files, "not relevant" with its reason; which are missing is said, and P11 knows no "not relevant" (R-19)', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const empty = await answered(room, 'civic', () => undefined)
    const before = await rows()
    expect(await refused(cso, empty)).toEqual({ code: 'bad_input', rule: undefined, fields: [...PRINCIPLES] })
    const client = await opened(cso, empty.id)
    const { doc } = client
    answerPrinciples(doc)
    setField(doc, 'principles', 'P13', 'howFar', 'not_relevant')
    setField(doc, 'principles', 'P11', 'lawMissing', true)
    expect(() => setField(doc, 'principles', 'P11', 'howFar', 'not_relevant')).toThrow()
    await client.until(() => client.ledger.isSettled, 'saved')
    expect(await refused(cso, { id: empty.id, hash: filingHash(doc) })).toMatchObject({ code: 'bad_input', fields: ['P11', 'P13'] })
    expect(await rows()).toBe(before)
    setField(doc, 'principles', 'P13', 'notRelevantBecause', 'Nothing is published')
    setField(doc, 'principles', 'P11', 'lawRisk', 'Samplers are put under pressure')
    await client.until(() => client.ledger.isSettled, 'saved')
    await file(cso, { id: empty.id, hash: filingHash(doc) })
  })

  it('[PRIN-6] a "not relevant" that somebody forces into P11 is read as no answer', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const forced = await answered(room, 'civic', (doc) => {
      answerPrinciples(doc)
      const entry = doc.getMap<Y.Map<Y.Map<unknown>>>('answers').get('P11')!
      entry.get('fields')!.set('howFar', 'not_relevant')
    })
    expect(await refused(cso, forced)).toMatchObject({ code: 'bad_input', fields: ['P11'] })
  })

  it('[PRIN-7] a side files again as often as it likes: the earlier filings stay, the newest is shown, and the same again makes nothing new', async () => {
    const room = await Room.open(server)
    const [cso, delegate, nso] = await room.seats('CSO', 'COM', 'NSO')
    const civic = await answered(room, 'civic')
    await file(nso, await answered(room, 'state'))
    const key = 'one-filing'
    const both = await Promise.all([file(cso, civic, key), file(cso, civic, key)])
    expect(both.map((view) => of(view, 'civic').filings.length)).toEqual([1, 1])
    await file(delegate, civic)
    expect(of(await seen(room, nso), 'civic').filings).toHaveLength(1)
    const client = await opened(delegate, civic.id)
    setField(client.doc, 'principles', 'P01', 'nextStep', 'Tell the councils')
    await client.until(() => client.ledger.isSettled, 'saved')
    expect(of(await seen(room, nso), 'civic').content).toContain('Ask the fishing families')
    const { filings, content } = of(await file(delegate, { id: civic.id, hash: filingHash(client.doc) }), 'civic')
    expect(filings.map(({ number, contentHash }) => [number, contentHash])).toEqual([
      [2, filingHash(client.doc)],
      [1, civic.hash]
    ])
    expect(content).toContain('Tell the councils')
    // A request that is sent again after a lost answer brings the earlier filing back, and makes none.
    expect(of(await file(cso, civic, key), 'civic').filings).toHaveLength(2)
  })

  it('[PRIN-7] two of a side who file at once make numbers that follow each other', async () => {
    const room = await Room.open(server)
    const [cso, delegate] = await room.seats('CSO', 'COM')
    const civic = await answered(room, 'civic')
    const client = await opened(delegate, civic.id)
    const hashes: string[] = []
    for (const step of ['Ask the councils', 'Ask the schools', 'Ask the harbour']) {
      setField(client.doc, 'principles', 'P01', 'nextStep', step)
      await client.until(() => client.ledger.isSettled, 'saved')
      const hash = filingHash(client.doc)
      hashes.unshift(hash)
      const [, , , earlier] = await Promise.all([
        ...[cso, delegate, cso].map((who) => file(who, { id: civic.id, hash })),
        refused(delegate, civic)
      ])
      expect(earlier).toMatchObject({ code: 'changed_meanwhile' })
    }
    const { filings } = of(await seen(room, cso), 'civic')
    expect(filings.map(({ number, contentHash }) => [number, contentHash])).toEqual(hashes.map((hash, at) => [3 - at, hash]))
  })

  it('[PRIN-8] the filed copy stays as it was filed; it is said when the living document says something else, and not when it says the same', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const civic = await answered(room, 'civic')
    await file(cso, civic)
    const changed = async (): Promise<boolean> => of(await seen(room, cso), 'civic').hasChanged
    expect(await changed()).toBe(false)
    const client = await opened(cso, civic.id)
    setField(client.doc, 'principles', 'P01', 'nextStep', 'Another step')
    await until('the change', changed, (has) => has)
    setField(client.doc, 'principles', 'P01', 'nextStep', 'Ask the fishing families')
    await until('the same again', changed, (has) => !has)
    const { rows: kept } = await server.pool.query<{ content: string }>('select content from principles_filing where document_id = $1', [
      civic.id
    ])
    expect(readFiled(kept[0]!.content)).toEqual(readDocument('principles', client.doc))
  })

  it('[PRIN-9] what is larger than half a megabyte is not filed; a document of another kind, an absent and a foreign one are answered alike', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const evidence = Array.from({ length: 100 }, (_, at) => `${at} ${'x'.repeat(600)}`)
    const large = await answered(room, 'civic', (doc) => {
      answerPrinciples(doc)
      for (const code of PRINCIPLES) setField(doc, 'principles', code, 'evidence', evidence)
    })
    const before = await rows()
    expect(await refused(cso, large)).toMatchObject({ code: 'too_large' })
    const { id: other } = await cso.api.call('createDocument', { id: room.id, body: { kind: 'objectives', title: 'One' } })
    const foreign = await answered(await Room.open(server), 'civic')
    const absent = await refused(cso, { ...large, id: '01999999-9999-7999-8999-999999999999' })
    for (const id of [other, foreign.id]) expect(await refused(cso, { ...large, id })).toEqual(absent)
    expect(await rows()).toBe(before)
  })

  it('[PRIN-10] whoever watches hears that something was filed, and not what', async () => {
    const room = await Room.open(server)
    const [cso, nso] = await room.seats('CSO', 'NSO')
    const civic = await answered(room, 'civic')
    const ear = await new EventsClient(server, nso.api).opened()
    await ear.watch(room.id)
    await file(cso, civic)
    await ear.until(() => ear.changed.length > 0, 'the filing')
    expect(ear.changed).toEqual([{ workspaceId: room.id, part: 'principles' }])
    ear.close()
  })
})
