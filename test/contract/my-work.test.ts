import { addTask, setSchedule } from '@roundtable/shared/document'
import type { MyWork } from '@roundtable/shared/protocol'
import { v4, v7 } from 'uuid'
import { DocumentService } from '../../server/src/live/index.js'
import { myWork } from '../../server/src/my-work/index.js'
import { ApiClient } from '../support/api-client.js'
import { RoadmapTable } from '../support/roadmap-table.js'
import { TestServer } from '../support/server.js'
import { type Seated, Table, answerOf } from '../support/table.js'
import { until } from '../support/until.js'
import { World } from '../support/world.js'

const mine = ({ api }: Pick<Seated, 'api'>): Promise<MyWork> => api.call('getMyWork')
/** What waits in one workspace, or anywhere, as kinds. */
const kinds = async (person: Pick<Seated, 'api'>): Promise<string[]> => (await mine(person)).waiting.items.map(({ kind }) => kind)
const only = async (person: Pick<Seated, 'api'>, kind: string) => (await mine(person)).waiting.items.filter((item) => item.kind === kind)

describe('my work', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  /** Projected rows come a moment after a commit. */
  async function laid(
    ...more: Parameters<typeof RoadmapTable.with> extends [unknown, ...infer Rest] ? Rest : never
  ): Promise<RoadmapTable> {
    const table = await RoadmapTable.with(server, ...more)
    await until(
      async () => (await server.pool.query('select 1 from projected_task where document_id = $1', [table.documentId])).rowCount === 2,
      'the document is written down as rows'
    )
    return table
  }

  it('[WORK-60] tells what waits with the workspace, the seat, since when and where it is answered', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await table.ask(nso, { seatId: cso.seatId })
    const { workspaces, waiting } = await mine(cso)
    expect(workspaces).toMatchObject([
      { id: table.table.id, title: 'Test', country: 'XS', mySeat: { name: 'The CSO', role: 'CSO', side: 'civic' } }
    ])
    expect(waiting.items.find(({ kind }) => kind === 'task_asked')).toMatchObject({
      workspaceId: table.table.id,
      documentId: table.documentId,
      since: expect.any(String) as string,
      task: {
        taskId: table.taskIds[0],
        title: 'Task 1',
        version: 1,
        asked: { of: 'seat', name: 'The CSO', by: 'The NSO', mayAccept: true }
      }
    })
  })

  it('[WORK-60] the definition test, a change of modality and how the population names itself wait for each voice until it has answered', async () => {
    const table = await Table.with(server, 'M3')
    await server.pool.query(`update workspace set named_partner = 'NSO' where id = $1`, [table.id])
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    expect(await only(cso, 'definition')).toMatchObject([{ count: 5 }])
    await cso.api.call('answerDefinition', { id: table.id, body: answerOf('Q1', 'yes') })
    expect(await only(cso, 'definition')).toMatchObject([{ count: 4 }])
    expect(await only(nso, 'definition')).toMatchObject([{ count: 5 }])
    const { open } = await cso.api.call('proposeModality', {
      id: table.id,
      body: { modality: 'M2', leadKind: null, namedPartner: null, reason: 'We lead' },
      key: v4()
    })
    expect(await only(nso, 'modality')).toMatchObject([{ since: open!.proposedAt, until: open!.expiresAt }])
    const profile = await cso.api.call('getProfile', { id: table.id })
    await server.pool.query(
      `update workspace_profile set population_label = 'River people', identification = 'We say so' where workspace_id = $1`,
      [table.id]
    )
    expect(await only(nso, 'population')).toHaveLength(1)
    await nso.api.call('agreePopulation', { id: table.id, body: { version: profile.version, agrees: true } })
    await nso.api.call('answerModality', { id: open!.id, body: { stance: 'object', reason: 'Not yet' } })
    await table.answerAll(nso, { Q3: 'nso' })
    const left = await kinds(nso)
    expect(left).not.toContain('population')
    expect(left).not.toContain('modality')
    // Their own answer raised Q4, and was answered with the rest.
    expect(left).not.toContain('definition')
    // Q4 arises for the other side as well.
    expect(await only(cso, 'definition')).toMatchObject([{ count: 5 }])
  })

  it('[WORK-60] a programme to accept, and a choice of delegate to confirm, wait for whoever may', async () => {
    const world = await World.create(server.pool)
    await server.pool.query(`update workspace set kind = 'country_programme', status = 'forming' where id = $1`, [world.workspaceId])
    const cso = await seatAt(world, 'CSO')
    const observer = await seatAt(world, 'OBS')
    expect(await kinds(cso)).toEqual(['acceptance'])
    expect(await kinds(observer)).toEqual([])
    await cso.api.call('acceptProgramme', { id: world.workspaceId })
    expect(await kinds(cso)).toEqual([])

    const [one, other] = [await seatAt(world, 'CIT'), await seatAt(world, 'CIT')]
    await one.api.call('recordProtocol', {
      id: world.workspaceId,
      body: { how: 'assembly', decidedOn: '2026-01-01', note: '', candidateSeatId: one.seatId, replacesSeatId: null },
      key: v4()
    })
    expect(await kinds(one)).toEqual([])
    expect(await only(other, 'protocol')).toMatchObject([{ until: expect.any(String) as string }])
    expect(await kinds(cso)).toEqual([])
  })

  it('[WORK-60] a side that has said nothing is told that another has: of its engagement, and of its principles', async () => {
    const table = await Table.with(server, 'M3')
    await server.pool.query(`update workspace set named_partner = 'NSO' where id = $1`, [table.id])
    const [cso, nso, observer] = [await table.seat('CSO'), await table.seat('NSO'), await table.seat('OBS')]
    await cso.api.call('sayStagePart', { id: table.id, body: { stage: 'S1', engagement: 'lead', note: '', seenAt: null } })
    expect(await only(nso, 'engagement')).toMatchObject([{ count: 1, since: expect.any(String) as string }])
    expect(await only(cso, 'engagement')).toEqual([])
    const documentId = await server.app.nest
      .get(DocumentService)
      .create({ workspaceId: table.id, kind: 'principles', title: 'Ours', side: 'civic' })
    await server.pool.query(
      `insert into principles_filing (id, workspace_id, document_id, side, number, seat_id, epoch, seq, content, content_hash)
       values ($1, $2, $3, 'civic', 1, $4, 1, 1, '{}', sha256('x'))`,
      [v7(), table.id, documentId, cso.seatId]
    )
    expect(await only(nso, 'principles')).toMatchObject([{ documentId: null, since: expect.any(String) as string }])
    expect([await only(cso, 'principles'), await only(observer, 'principles'), await only(observer, 'engagement')]).toEqual([[], [], []])
  })

  it('[WORK-60] a mandate that ends within thirty days waits for its holder and for whoever may renew it', async () => {
    const table = await Table.with(server, 'M3')
    const organisationId = await table.world.organisation('River Watch')
    const [lead, colleague, nso] = [
      await table.seat('CSO', { organisationId }),
      await table.seat('CSO', { organisationId, name: 'Colleague' }),
      await table.seat('NSO')
    ]
    const ends = (days: number) =>
      server.pool.query('update seat set mandate_expires_at = now() + make_interval(days => $2) where id = $1', [colleague.seatId, days])
    await ends(31)
    expect(await only(lead, 'mandate_of')).toEqual([])
    await ends(29)
    expect(await only(lead, 'mandate_of')).toMatchObject([{ name: 'Colleague', until: expect.any(String) as string }])
    expect(await only(colleague, 'mandate')).toHaveLength(1)
    expect([await only(nso, 'mandate_of'), await only(nso, 'mandate')]).toEqual([[], []])
  })

  it('[WORK-61] a task asked of an organisation or a side waits for everybody who answers for it, and for nobody else', async () => {
    const table = await laid()
    const organisationId = await table.table.world.organisation('River Watch')
    const [cso, nso] = [await table.seat('CSO', { organisationId }), await table.seat('NSO')]
    const [colleague, com] = [await table.seat('CSO', { organisationId }), await table.seat('COM', { organisationId })]
    const [citizen, observer] = [await table.seat('CIT', { organisationId }), await table.seat('OBS')]
    const id = await table.ask(nso, { organisationId })
    for (const person of [cso, colleague])
      expect(await only(person, 'task_asked')).toMatchObject([
        { task: { asked: { assignmentId: id, of: 'organisation', name: 'River Watch' } } }
      ])
    for (const person of [com, citizen, observer, nso]) expect(await only(person, 'task_asked')).toEqual([])
    await table.ask(nso, { side: 'civic' })
    expect(await only(com, 'task_asked')).toMatchObject([{ task: { asked: { of: 'side', name: '' } } }])
    await table.answer(cso, id, 'accepted')
    expect(await only(colleague, 'task_asked')).toMatchObject([{ task: { asked: { of: 'side' } } }])
    // Whose mandate has run out may decline for others, and not accept.
    await table.table.world.expireMandate(com.seatId)
    expect(await only(com, 'task_asked')).toMatchObject([{ task: { asked: { mayAccept: false } } }])
  })

  it('[WORK-62] a task waits for a side’s word once another calls it done, until it has spoken', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await table.takenOn(nso, cso)
    expect([await only(nso, 'task_done'), await only(cso, 'task_done')]).toEqual([[], []])
    await table.done(cso)
    expect(await only(nso, 'task_done')).toMatchObject([{ since: expect.any(String) as string, task: { title: 'Task 1', asked: null } }])
    expect(await only(cso, 'task_done')).toEqual([])
    await table.done(nso, false, 'the list is missing')
    expect(await only(nso, 'task_done')).toEqual([])
  })

  it('[WORK-63] what was accepted by oneself, one’s organisation or side is due, overdue first, without a day last, until it is done', async () => {
    const table = await Table.with(server, 'M3')
    await server.pool.query(`update workspace set named_partner = 'NSO' where id = $1`, [table.id])
    const days = { late: '2020-01-01', soon: '2999-01-01', later: '2999-06-01', never: null }
    const documentId = await server.app.nest
      .get(DocumentService)
      .create({ workspaceId: table.id, kind: 'roadmap', title: 'Roadmap' }, (doc) => {
        for (const [id, due] of Object.entries(days).reverse()) {
          addTask(doc, { newId: () => id }, { title: id })
          if (due !== null) setSchedule(doc, id, { due })
        }
      })
    await until(
      async () => (await server.pool.query('select 1 from projected_task where document_id = $1', [documentId])).rowCount === 4,
      'the document is written down as rows'
    )
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    for (const taskId of Object.keys(days)) {
      const asked = taskId === 'soon' ? { side: 'civic' } : { seatId: cso.seatId }
      const { tasks } = await nso.api.call('askForTask', { id: documentId, body: { taskId, version: 0, ...asked } })
      const { assignmentId } = tasks.find((task) => task.taskId === taskId)!.assignments[0]!
      await cso.api.call('answerTask', { id: assignmentId, body: { version: 1, answer: 'accepted', reason: '' } })
    }
    const due = async (person: Seated) => (await mine(person)).due.items.map(({ taskId, isOverdue }) => (isOverdue ? `${taskId}!` : taskId))
    expect(await due(cso)).toEqual(['late!', 'soon', 'later', 'never'])
    expect(await due(nso)).toEqual([])
    for (const person of [cso, nso])
      await person.api.call('sayTaskDone', {
        id: documentId,
        body: { taskId: 'late', version: person === cso ? 2 : 3, isDone: true, note: '' }
      })
    await cso.api.call('setTaskStatus', { id: documentId, body: { taskId: 'later', version: 2, status: 'dropped', reason: 'no money' } })
    expect(await due(cso)).toEqual(['soon', 'never'])
  })

  it('[WORK-64] recent are the documents that one may see, the newest change first, and what another side keeps is not among them', async () => {
    const [here, there] = [await laid(), await World.create(server.pool)]
    const cso = await here.seat('CSO')
    await there.pool.query(
      `insert into seat (id, workspace_id, person_id, side, role, name) values ($1, $2, $3, 'civic', 'CSO', 'Another name')`,
      [v4(), there.workspaceId, cso.personId]
    )
    const other = await there.document('agreement')
    const kept = await server.app.nest
      .get(DocumentService)
      .create({ workspaceId: here.table.id, kind: 'plan', stage: 'S1', title: 'Theirs', side: 'state', isKept: true })
    const recent = async () => (await mine(cso)).recent.map(({ documentId }) => documentId)
    expect(await recent()).toEqual([other, here.documentId])
    await server.pool.query('update document_head set changed_at = now() where document_id = $1', [here.documentId])
    expect(await recent()).toEqual([here.documentId, other])
    expect(JSON.stringify(await mine(cso))).not.toContain(kept)
  })

  it('[WORK-65] nothing of a workspace that one has left, may not know of, or of a roadmap another side keeps; no name but the seat’s', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await server.pool.query(`update person set name = 'Real name' where id = any ($1)`, [[cso.personId, nso.personId]])
    await table.ask(nso, { side: 'civic' })
    expect(await kinds(cso)).toContain('task_asked')
    expect(JSON.stringify(await mine(cso))).not.toMatch(/Real name|p-0/)
    expect(JSON.stringify(await mine(cso))).not.toContain(nso.personId)
    await server.pool.query(`update document set side = 'state', private_to = 'state' where id = $1`, [table.documentId])
    expect(await kinds(cso)).not.toContain('task_asked')
    await server.pool.query(`update document set side = null, private_to = null where id = $1`, [table.documentId])
    expect(await kinds(cso)).toContain('task_asked')
    await cso.api.call('endSeat', { id: cso.seatId, body: { reason: '', keepsReading: true } })
    expect(await mine(cso)).toEqual({
      workspaces: [],
      waiting: { items: [], total: 0 },
      due: { items: [], total: 0 },
      recent: [],
      isCut: false
    })

    const hidden = await Table.with(server, 'M1')
    const office = await hidden.seat('NSO')
    expect((await mine(office)).workspaces).toEqual([])
  })

  it('[WORK-66] a list that is cut says how long it is, and what lapses first is not what is cut', async () => {
    const newcomer = await ApiClient.newcomer(server)
    for (let count = 0; count < 51; count++) await seatFor(newcomer.personId, 'CSO')
    const soon = await server.pool.query<{ workspace_id: string }>(
      `update seat set mandate_expires_at = now() + interval '1 day'
       where id = (select id from seat where person_id = $1 order by workspace_id limit 1) returning workspace_id`,
      [newcomer.personId]
    )
    const { waiting, workspaces, isCut } = await newcomer.call('getMyWork')
    expect([waiting.items.length, waiting.total, workspaces.length, isCut]).toEqual([50, 52, 51, false])
    expect(waiting.items[0]).toMatchObject({ kind: 'mandate', workspaceId: soon.rows[0]!.workspace_id })
  })

  it('[WORK-69] of more mandates than are looked through one’s own is not left out, and it is said that there are more', async () => {
    const table = await Table.with(server, 'M3')
    const [lead, citizen] = [await table.seat('CSO'), await table.seat('CIT')]
    await server.pool.query(`update seat set mandate_expires_at = now() + interval '20 days' where id = $1`, [lead.seatId])
    const organisationId = await table.world.organisation('Another one')
    const othersEnd = async (count: number): Promise<void> => {
      const ids = Array.from({ length: count }, () => v7())
      await server.pool.query(
        `insert into person (id, public_id, handle, name) select id, gen_random_uuid(), 'p-' || id, 'Other' from unnest($1::uuid[]) id`,
        [ids]
      )
      await server.pool.query(
        `insert into seat (id, workspace_id, person_id, side, role, name, organisation_id, mandate_expires_at)
         select gen_random_uuid(), $2, id, 'civic', 'CSO', 'Other', $3, now() + interval '1 day' from unnest($1::uuid[]) id`,
        [ids, table.id, organisationId]
      )
    }
    await othersEnd(199)
    expect([(await mine(lead)).isCut, (await only(lead, 'mandate')).length]).toEqual([false, 1])
    await othersEnd(1)
    expect([(await mine(lead)).isCut, (await only(lead, 'mandate')).length]).toEqual([true, 1])
    // Whoever renews nobody's is told of nobody's, and so of no more of them either.
    expect((await mine(citizen)).isCut).toBe(false)
  })

  it('[WORK-67] asks the same number of statements of one workspace and of many, and none that reads a whole table', async () => {
    const person = await ApiClient.newcomer(server)
    const sessionId = await new World(server.pool, '').session(person.personId)
    const counted = async (): Promise<{ sql: string; values: unknown[] }[]> => {
      const statements: { sql: string; values: unknown[] }[] = []
      await myWork(
        async <T>(sql: string, values: unknown[]) => {
          statements.push({ sql, values })
          return (await server.pool.query(sql, values)).rows as T[]
        },
        { personId: person.personId, sessionId }
      )
      return statements
    }
    await busyWorkspace(person.personId)
    const one = await counted()
    for (let count = 0; count < 7; count++) await busyWorkspace(person.personId)
    const many = await counted()
    expect([one.length, many.length]).toEqual([11, 11])
    expect((await person.call('getMyWork')).waiting.total).toBeGreaterThan(8)

    const client = await server.pool.connect()
    try {
      // Then a sequential scan is planned only where no index answers.
      await client.query('begin; set local enable_seqscan = off')
      for (const { sql, values } of many) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values)
        expect([sql, rows.map((row) => row['QUERY PLAN']).filter((row) => row.includes('Seq Scan'))]).toEqual([sql, []])
      }
      await client.query('rollback')
    } finally {
      client.release()
    }
  })

  it('[WORK-71] whoever asks for it more often than pages do waits for a moment, and nobody else does', async () => {
    const [one, other] = [await ApiClient.newcomer(server), await ApiClient.newcomer(server)]
    const asked = await Promise.allSettled(Array.from({ length: 200 }, () => one.call('getMyWork')))
    const refused = asked.filter(({ status }) => status === 'rejected')
    expect([refused.length > 0, refused.length < 200]).toEqual([true, true])
    expect(refused[0]).toMatchObject({ reason: { code: 'too_many_requests' } })
    expect((await other.call('getMyWork')).waiting.total).toBe(0)
  })

  it('[WORK-68] the overview offers to write objectives only while nobody has', async () => {
    const table = await Table.with(server, 'M3')
    await server.pool.query(`update workspace set named_partner = 'NSO' where id = $1`, [table.id])
    const cso = await table.seat('CSO')
    await table.seat('CSO')
    await table.seat('NSO')
    await table.answerAll(cso)
    await server.pool.query('update workspace_profile set version = 1 where workspace_id = $1', [table.id])
    const next = async () => (await cso.api.call('getWorkspace', { id: table.id })).next
    expect(await next()).toContain('write_objectives')
    const { id } = await cso.api.call('createDocument', { id: table.id, body: { kind: 'objectives', title: 'What we want' }, key: v4() })
    await until(
      async () => (await server.pool.query('select 1 from document_projection where document_id = $1', [id])).rowCount === 1,
      'the document is written down as rows'
    )
    expect(await next()).toContain('write_objectives')
    await server.pool.query(`update document_projection set words = 'Clean water' where document_id = $1`, [id])
    expect(await next()).not.toContain('write_objectives')
  })

  async function seatAt(world: World, role: Parameters<World['seat']>[0]): Promise<Seated> {
    const person = await world.seat(role)
    return { ...person, api: await ApiClient.as(server, person.personId) }
  }

  async function seatFor(personId: string, role: 'CSO'): Promise<{ world: World; seatId: string }> {
    const world = await World.create(server.pool)
    const seatId = v4()
    await server.pool.query(`insert into seat (id, workspace_id, person_id, side, role, name) values ($1, $2, $3, 'civic', $4, 'Me')`, [
      seatId,
      world.workspaceId,
      personId,
      role
    ])
    return { world, seatId }
  }

  /** A workspace in which something of every sort waits for a person. */
  async function busyWorkspace(personId: string): Promise<void> {
    const { world, seatId } = await seatFor(personId, 'CSO')
    const office = await seatAt(world, 'NSO')
    const documentId = await world.document('roadmap')
    for (const [taskId, whom] of [
      ['asked', { kind: 'seat', seatId }],
      ['taken', { kind: 'side', seatId: null }]
    ] as const) {
      await server.pool.query(`insert into projected_task (document_id, task_id, place, title, details) values ($1, $2, 0, $2, '{}')`, [
        documentId,
        taskId
      ])
      await server.pool.query(`insert into task_fact (document_id, task_id, version, status) values ($1, $2, 1, 'proposed')`, [
        documentId,
        taskId
      ])
      await server.pool.query(
        `insert into task_assignment (id, document_id, task_id, kind, seat_id, side, answer, asked_by) values ($1, $2, $3, $4, $5, 'civic', $6, $7)`,
        [v4(), documentId, taskId, whom.kind, whom.seatId, taskId === 'asked' ? 'proposed' : 'accepted', office.seatId]
      )
    }
    await server.pool.query(
      `insert into task_done (document_id, task_id, voice, side, is_done, seat_id) values ($1, 'taken', $2, 'state', true, $3)`,
      [documentId, `seat:${office.seatId}`, office.seatId]
    )
    await office.api.call('answerDefinition', { id: world.workspaceId, body: answerOf('Q3', 'nso') })
  }
})
