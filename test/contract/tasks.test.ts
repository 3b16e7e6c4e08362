import type { Modality } from '@roundtable/shared/framework'
import { ApiClient } from '../support/api-client.js'
import { RoadmapTable } from '../support/roadmap-table.js'
import { TestServer } from '../support/server.js'
import type { Seated } from '../support/table.js'

const ABSENT = '01999999-9999-7999-8999-999999999999'
const ACCEPT = { answer: 'accepted', reason: '' }

describe('the tasks of a roadmap', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const laid = (modality: Modality = 'M3'): Promise<RoadmapTable> => RoadmapTable.with(server, modality)

  it('[TASK-1] whoever may write the roadmap asks a person, an organisation or a side; it is proposed until they accept', async () => {
    const table = await laid()
    const organisationId = await table.table.world.organisation('Statistics office', 'nso')
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO', { organisationId })]
    expect(await table.view(cso)).toMatchObject({ mayAsk: { allowed: true }, tasks: [] })
    for (const asked of [{ seatId: nso.seatId }, { organisationId }, { side: 'state' as const }]) await table.ask(cso, asked)
    const { status, assignments, version } = await table.facts(nso)
    expect([status, version]).toEqual(['proposed', 3])
    expect(assignments.map(({ kind, name, side, answer, askedBy }) => [kind, name, side, answer, askedBy])).toEqual([
      ['seat', 'The NSO', 'state', 'proposed', 'The CSO'],
      ['organisation', 'Statistics office', 'state', 'proposed', 'The CSO'],
      ['side', '', 'state', 'proposed', 'The CSO']
    ])
    await table.answer(nso, assignments[0]!.assignmentId, 'accepted')
    expect(await table.facts(cso)).toMatchObject({
      status: 'accepted',
      assignments: [{ answer: 'accepted', answeredBy: 'The NSO' }, {}, {}]
    })
  })

  it('[TASK-2] who may not write the roadmap asks nobody: citizens, partners under M2, observers, the facilitator', async () => {
    const table = await laid('M2')
    const cso = await table.seat('CSO')
    for (const role of ['CIT', 'NSO', 'OSA', 'OTH', 'FAC', 'OBS'] as const) {
      const person = await table.seat(role)
      const body = { taskId: table.taskIds[0], version: 0, seatId: cso.seatId }
      expect([role, await table.refused(person, 'askForTask', body)]).toMatchObject([role, { code: 'not_allowed' }])
      expect((await table.view(person)).assignees).toEqual([])
    }
  })

  it('[TASK-3] nobody accepts for another, whoever they are (R-25)', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const id = await table.ask(cso, { seatId: nso.seatId })
    const others = [cso, await table.seat('COM'), await table.seat('NSO'), await table.seat('OSA'), await table.seat('OTH')]
    const without = [await table.seat('FAC'), await table.seat('OBS'), await table.seat('CIT')]
    for (const person of [...others, ...without])
      for (const answer of [ACCEPT, { answer: 'declined', reason: 'for them' }])
        expect([person.role, await table.refused(person, 'answerTask', { version: 1, ...answer }, id)]).toEqual([
          person.role,
          { code: 'not_allowed', rule: 'R-25', fields: [] }
        ])
    expect((await table.facts(cso)).assignments[0]).toMatchObject({
      answer: 'proposed',
      mayAnswer: { allowed: false, because: { rule: 'R-25' } }
    })
    expect((await table.facts(nso)).assignments[0]).toMatchObject({ mayAnswer: { allowed: true } })
  })

  it('[TASK-4] for an organisation or a side answers whoever decides for it, not its citizens, nor a funder, nor the other side', async () => {
    const table = await laid()
    const organisationId = await table.table.world.organisation('River Watch')
    const [cso, nso] = [await table.seat('CSO', { organisationId }), await table.seat('NSO')]
    const [com, citizen] = [await table.seat('COM', { organisationId }), await table.seat('CIT', { organisationId })]
    const funder = await table.seat('CSO', { organisationId })
    await server.pool.query('update seat set is_funder = true where id = $1', [funder.seatId])
    const [forOrganisation, forSide] = [await table.ask(nso, { organisationId }), await table.ask(nso, { side: 'civic' })]
    const refusals = async (person: Seated): Promise<unknown[]> => [
      (await table.refused(person, 'answerTask', { version: 2, ...ACCEPT }, forOrganisation)).rule,
      (await table.refused(person, 'answerTask', { version: 2, ...ACCEPT }, forSide)).rule
    ]
    expect(await refusals(nso)).toEqual(['R-25', 'R-25'])
    expect(await refusals(citizen)).toEqual(['R-05', 'R-05'])
    expect(await refusals(funder)).toEqual(['R-17', 'R-17'])
    // A community's delegate is a voice apart, also from the organisation it belongs to.
    expect((await table.refused(com, 'answerTask', { version: 2, ...ACCEPT }, forOrganisation)).rule).toBe('R-25')
    await table.answer(com, forSide, 'accepted')
    await table.answer(cso, forOrganisation, 'accepted')
    expect(await table.facts(nso)).toMatchObject({
      status: 'accepted',
      assignments: [{ answeredBy: 'The CSO' }, { answeredBy: 'The COM' }]
    })
  })

  it.each(['M1', 'M2'] as const)(
    '[TASK-5] under %s the office decides about its own obligations by accepting or declining (A-3)',
    async (modality) => {
      const table = await laid(modality)
      const [cso, nso, osa] = [await table.seat('CSO'), await table.seat('NSO'), await table.seat('OSA')]
      const id = await table.ask(cso, { side: 'state' })
      expect(await table.refused(cso, 'answerTask', { version: 1, ...ACCEPT }, id)).toMatchObject({ rule: 'R-25' })
      await table.answer(osa, id, 'declined', 'not ours')
      const [assignment] = (await table.facts(cso)).assignments
      expect(assignment).toMatchObject({ answer: 'declined', reason: 'not ours', answeredBy: 'The OSA' })
      const again = await table.ask(cso, { seatId: nso.seatId })
      await table.answer(nso, again, 'accepted')
      expect(await table.facts(cso)).toMatchObject({ status: 'accepted', sides: [{ side: 'civic' }, { side: 'state' }] })
    }
  )

  it('[TASK-6] a mandate that has run out binds nobody else: it declines, and accepts for itself alone (R-34)', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const [forSide, forSelf] = [await table.ask(cso, { side: 'state' }), await table.ask(cso, { seatId: nso.seatId })]
    await table.table.world.expireMandate(nso.seatId)
    expect(await table.refused(nso, 'answerTask', { version: 2, ...ACCEPT }, forSide)).toMatchObject({ rule: 'R-34' })
    await table.answer(nso, forSelf, 'accepted')
    const done = { taskId: table.taskIds[0], version: 3, isDone: true, note: '' }
    expect(await table.refused(nso, 'sayTaskDone', done)).toMatchObject({ rule: 'R-34' })
    await table.answer(nso, forSide, 'declined', 'nobody speaks for us now')
    expect((await table.facts(cso)).assignments.map(({ answer }) => answer)).toEqual(['declined', 'accepted'])
  })

  it('[TASK-6] under M2 too: where a side decides nothing here, an expired mandate does not accept for it', async () => {
    const table = await laid('M2')
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const id = await table.ask(cso, { side: 'state' })
    await table.table.world.expireMandate(nso.seatId)
    expect(await table.refused(nso, 'answerTask', { version: 1, ...ACCEPT }, id)).toMatchObject({ rule: 'R-34' })
  })

  it('[TASK-7] whom nobody can ask: somebody of elsewhere, an observer, a side without people, whoever left; once asked is asked', async () => {
    const [table, elsewhere] = [await laid(), await laid()]
    const [cso, observer, left] = [await table.seat('CSO'), await table.seat('OBS'), await table.seat('NSO')]
    const stranger = await elsewhere.seat('NSO')
    await table.table.world.endSeat(left.seatId)
    const ask = (asked: object) => table.refused(cso, 'askForTask', { taskId: table.taskIds[0], version: 0, ...asked })
    for (const seatId of [stranger.seatId, observer.seatId, left.seatId, ABSENT])
      expect(await ask({ seatId })).toEqual({ code: 'bad_input', rule: undefined, fields: ['seatId'] })
    expect(await ask({ organisationId: ABSENT })).toMatchObject({ code: 'bad_input', fields: ['organisationId'] })
    expect(await ask({ side: 'state' })).toMatchObject({ code: 'bad_input', fields: ['side'] })
    expect(await ask({})).toMatchObject({ code: 'bad_input', fields: ['assignee'] })
    expect(await ask({ seatId: cso.seatId, side: 'civic' })).toMatchObject({ code: 'bad_input', fields: ['assignee'] })
    await table.ask(cso, { seatId: cso.seatId })
    const again = { taskId: table.taskIds[0], version: 1, seatId: cso.seatId }
    expect(await table.refused(cso, 'askForTask', again)).toMatchObject({ code: 'already_open' })
  })

  it('[TASK-7] the same request makes one assignment, and at most fifty are made for a task', async () => {
    const table = await laid()
    const cso = await table.seat('CSO')
    const input = { id: table.documentId, key: 'once', body: { taskId: table.taskIds[0], version: 0, seatId: cso.seatId } }
    const [first, second] = [await cso.api.call('askForTask', input), await cso.api.call('askForTask', input)]
    expect(second).toEqual(first)
    expect((await table.facts(cso)).assignments).toHaveLength(1)
    await server.pool.query(
      `insert into task_assignment (id, document_id, task_id, kind, seat_id, side, answer, asked_by)
       select gen_random_uuid(), $1, $2, 'seat', $3, 'civic', 'withdrawn', $3 from generate_series(1, 49)`,
      [table.documentId, table.taskIds[0], cso.seatId]
    )
    const body = { taskId: table.taskIds[0], version: 1, side: 'civic' }
    expect(await table.refused(cso, 'askForTask', body)).toMatchObject({ code: 'bad_input', fields: ['assignee'] })
  })

  it('[TASK-7] a request that comes again is answered with what stands now, and not to whoever has lost the right to ask', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const input = { id: table.documentId, key: 'again', body: { taskId: table.taskIds[0], version: 0, seatId: nso.seatId } }
    const first = await nso.api.call('askForTask', input)
    await table.answer(nso, first.tasks[0]!.assignments[0]!.assignmentId, 'accepted')
    expect((await nso.api.call('askForTask', input)).tasks).toMatchObject([{ version: 2, status: 'accepted' }])
    const { rows } = await server.pool.query<{ answer: unknown }>('select answer from idempotent_create where person_id = $1', [
      nso.personId
    ])
    expect(rows).toEqual([{ answer: { assignmentId: first.tasks[0]!.assignments[0]!.assignmentId } }])
    await server.pool.query(`update workspace set modality = 'M2', named_partner = null where id = $1`, [table.table.id])
    expect(await nso.api.refusal('askForTask', input)).toMatchObject({ code: 'not_allowed' })
    await table.table.world.endSeat(nso.seatId)
    expect(await nso.api.refusal('askForTask', input)).toMatchObject({ code: 'not_found' })
    expect((await table.facts(cso)).assignments).toHaveLength(1)
  })

  it('[TASK-8] declining needs a reason, also after accepting; what nobody has accepted is taken back by whoever may ask', async () => {
    const table = await laid()
    const [cso, nso, citizen] = [await table.seat('CSO'), await table.seat('NSO'), await table.seat('CIT')]
    const id = await table.takenOn(cso, nso)
    const declined = { version: 2, answer: 'declined', reason: ' ' }
    expect(await table.refused(nso, 'answerTask', declined, id)).toMatchObject({ code: 'bad_input', fields: ['reason'] })
    await table.answer(nso, id, 'declined', 'our budget was cut')
    expect(await table.facts(cso)).toMatchObject({ status: 'idea', assignments: [{ answer: 'declined', reason: 'our budget was cut' }] })
    expect(await table.refused(nso, 'answerTask', { version: 3, ...ACCEPT }, id)).toMatchObject({ code: 'no_longer_open' })
    const next = await table.ask(cso, { seatId: nso.seatId })
    expect(await table.refused(citizen, 'withdrawAssignment', undefined, next)).toMatchObject({ code: 'not_allowed' })
    await cso.api.call('withdrawAssignment', { id: next })
    expect(await table.refused(nso, 'answerTask', { version: 5, ...ACCEPT }, next)).toMatchObject({ code: 'no_longer_open' })
    expect((await table.facts(cso)).status).toBe('idea')
    const accepted = await table.takenOn(cso, nso)
    expect(await table.refused(cso, 'withdrawAssignment', undefined, accepted)).toMatchObject({ code: 'no_longer_open' })
    // Whoever accepted and has left holds nobody up.
    await table.table.world.endSeat(nso.seatId)
    expect((await table.facts(cso)).assignments.at(-1)).toMatchObject({ hasLeft: true, mayWithdraw: true })
    await cso.api.call('withdrawAssignment', { id: accepted })
    expect((await table.facts(cso)).status).toBe('idea')
  })

  it('[TASK-9] nobody drops a task that another side has accepted too; who steps back takes along what they said', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await table.ask(cso, { side: 'state' })
    await table.answer(nso, (await table.facts(nso)).assignments[0]!.assignmentId, 'accepted')
    await table.ask(cso, { seatId: cso.seatId })
    const own = (await table.facts(cso)).assignments.find(({ kind }) => kind === 'seat')!.assignmentId
    await table.answer(cso, own, 'accepted')
    const { version } = await table.facts(cso)
    const dropped = { taskId: table.taskIds[0], version, status: 'dropped', reason: 'we say so' }
    expect(await table.refused(cso, 'setTaskStatus', dropped)).toMatchObject({ code: 'not_allowed', rule: 'R-25' })
    await table.status(cso, 'blocked', 'no fuel')
    await table.answer(cso, own, 'declined', 'no time')
    expect(await table.facts(nso)).toMatchObject({ status: 'accepted', reason: '' })
  })

  it('[TASK-9] how far it is says whoever accepted it; blocked and dropped need a reason', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const body = (more: object) => ({ taskId: table.taskIds[0], ...more })
    expect(await table.refused(nso, 'setTaskStatus', body({ version: 0, status: 'in_progress', reason: '' }))).toMatchObject({
      rule: 'R-25'
    })
    await table.ask(cso, { side: 'state' })
    expect(await table.refused(nso, 'setTaskStatus', body({ version: 1, status: 'in_progress', reason: '' }))).toMatchObject({
      rule: 'R-25'
    })
    await table.answer(nso, (await table.facts(nso)).assignments[0]!.assignmentId, 'accepted')
    for (const person of [cso, await table.seat('COM'), await table.seat('OBS'), await table.seat('FAC')])
      expect(await table.refused(person, 'setTaskStatus', body({ version: 2, status: 'dropped', reason: 'enough' }))).toMatchObject({
        code: 'not_allowed',
        rule: 'R-25'
      })
    for (const status of ['blocked', 'dropped'])
      expect(await table.refused(nso, 'setTaskStatus', body({ version: 2, status, reason: '' }))).toMatchObject({ fields: ['reason'] })
    for (const status of ['done', 'idea', 'proposed'])
      expect(await table.refused(nso, 'setTaskStatus', body({ version: 2, status, reason: 'so' }))).toMatchObject({ fields: ['status'] })
    await table.status(nso, 'in_progress')
    await table.status(nso, 'blocked', 'no fuel')
    expect(await table.facts(cso)).toMatchObject({ status: 'blocked', reason: 'no fuel', maySetStatus: { allowed: false } })
    await table.status(nso, 'in_progress')
    expect(await table.facts(cso)).toMatchObject({ status: 'in_progress', reason: '' })
  })

  it('[TASK-10] a task is done when each side that it concerns says so, and is not while one voice says not yet', async () => {
    const table = await laid()
    const [cso, com, nso] = [await table.seat('CSO'), await table.seat('COM'), await table.seat('NSO')]
    const say = (version: number, isDone: boolean, note = '') => ({ taskId: table.taskIds[0], version, isDone, note })
    expect(await table.refused(cso, 'sayTaskDone', say(0, true))).toMatchObject({ rule: 'R-25' })
    await table.takenOn(cso, nso)
    await table.done(nso, true, 'the list is on the wall')
    expect(await table.facts(cso)).toMatchObject({
      status: 'accepted',
      sides: [
        { side: 'civic', isDone: null, voices: [] },
        { side: 'state', isDone: true, voices: [{ name: 'The NSO', note: 'the list is on the wall' }] }
      ]
    })
    expect(await table.refused(com, 'sayTaskDone', say(3, false))).toMatchObject({ code: 'bad_input', fields: ['note'] })
    await table.done(com, false, 'two wells are missing')
    await table.done(cso)
    expect(await table.facts(nso)).toMatchObject({ status: 'accepted', sides: [{ isDone: false }, { isDone: true }] })
    await table.done(com)
    expect((await table.facts(nso)).status).toBe('done')
    expect(
      await table.refused(nso, 'setTaskStatus', { taskId: table.taskIds[0], version: 6, status: 'in_progress', reason: '' })
    ).toMatchObject({
      code: 'no_longer_open'
    })
    await table.done(cso, false, 'the list has gone')
    expect((await table.facts(nso)).status).toBe('accepted')
  })

  it('[TASK-10] the "not yet" of a voice that has left holds nothing up; whoever takes its place has it again', async () => {
    const table = await laid()
    const organisationId = await table.table.world.organisation('River Watch')
    const [cso, left, nso] = [await table.seat('CSO'), await table.seat('CSO', { organisationId }), await table.seat('NSO')]
    await table.takenOn(cso, nso)
    await table.done(left, false, 'two wells are missing')
    await table.done(cso)
    expect((await table.facts(nso)).sides[0]).toMatchObject({ isDone: false, voices: [{ isDone: false }, { isDone: true }] })
    await table.table.world.endSeat(left.seatId)
    expect((await table.facts(nso)).sides[0]).toMatchObject({ isDone: true, voices: [{ name: 'The CSO', isDone: true }] })
    await table.done(nso)
    expect((await table.facts(nso)).status).toBe('done')
    await table.seat('CSO', { organisationId })
    expect((await table.facts(nso)).sides[0]).toMatchObject({ isDone: false })
  })

  it('[TASK-10] no side says it for another, nor do those who decide for none; a side it does not concern says nothing', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await table.takenOn(cso, cso)
    const said = { taskId: table.taskIds[0], version: 2, isDone: true, note: '' }
    for (const [role, rule] of [
      ['CIT', 'R-05'],
      ['OTH', 'R-25'],
      ['FAC', 'R-25'],
      ['OBS', 'R-25']
    ] as const)
      expect([role, await table.refused(await table.seat(role), 'sayTaskDone', said)]).toMatchObject([role, { code: 'not_allowed', rule }])
    for (const extra of [{ side: 'state' }, { voice: `seat:${nso.seatId}` }, { seatId: nso.seatId }])
      expect(await table.refused(cso, 'sayTaskDone', { ...said, ...extra })).toMatchObject({ code: 'bad_input' })
    await table.done(cso)
    expect((await table.facts(nso)).status).toBe('accepted')
    expect((await table.facts(nso)).sides).toMatchObject([
      { side: 'civic', isDone: true },
      { side: 'state', isDone: null }
    ])
  })

  it('[TASK-10] under M2 the office says it of what it has accepted, and of nothing else', async () => {
    const table = await laid('M2')
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await table.takenOn(cso, cso)
    const said = { taskId: table.taskIds[0], version: 2, isDone: true, note: '' }
    expect(await table.refused(nso, 'sayTaskDone', said)).toMatchObject({ rule: 'R-25' })
    await table.takenOn(cso, nso)
    await table.done(cso)
    expect((await table.facts(cso)).status).toBe('accepted')
    await table.done(nso)
    expect((await table.facts(cso)).status).toBe('done')
  })

  it('[TASK-19] a task that one side called done is not when another comes to decide: the status is read off the rows each time', async () => {
    const table = await laid('M1')
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await table.takenOn(cso, cso)
    await table.done(cso)
    expect(await table.facts(nso)).toMatchObject({ status: 'done', sides: [{ side: 'civic', isDone: true }] })
    await server.pool.query(`update workspace set modality = 'M3', named_partner = 'NSO' where id = $1`, [table.table.id])
    expect(await table.facts(nso)).toMatchObject({ status: 'accepted', sides: [{ side: 'civic' }, { side: 'state', isDone: null }] })
    // What acts look at is what is shown, and the history goes on from there.
    await table.status(cso, 'in_progress')
    await table.done(nso)
    expect((await table.facts(cso)).status).toBe('done')
    const { items } = await cso.api.call('getTaskHistory', { id: table.documentId, query: {} })
    expect(items.slice(0, 2).map(({ from, to }) => [from, to])).toEqual([
      ['in_progress', 'done'],
      ['accepted', 'in_progress']
    ])
  })

  it('[TASK-11] what was said of an earlier state is refused and changes nothing', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const id = await table.takenOn(cso, nso)
    const [taskId] = table.taskIds
    const stale = { code: 'changed_meanwhile' }
    for (const version of [0, 1, 3]) {
      expect(await table.refused(cso, 'askForTask', { taskId, version, seatId: cso.seatId })).toMatchObject(stale)
      expect(await table.refused(nso, 'answerTask', { version, answer: 'declined', reason: 'no' }, id)).toMatchObject(stale)
      expect(await table.refused(nso, 'setTaskStatus', { taskId, version, status: 'in_progress', reason: '' })).toMatchObject(stale)
      expect(await table.refused(nso, 'sayTaskDone', { taskId, version, isDone: true, note: '' })).toMatchObject(stale)
    }
    const say = (isDone: boolean) => ({ id: table.documentId, body: { taskId, version: 2, isDone, note: 'at once' } })
    const both = await Promise.allSettled([nso.api.call('sayTaskDone', say(true)), nso.api.call('sayTaskDone', say(false))])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('[TASK-12] the history keeps who said what when, from what to what, newest first, for good', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    await table.takenOn(cso, nso)
    await table.status(nso, 'blocked', 'no fuel')
    await table.ask(cso, { seatId: cso.seatId }, table.taskIds[1])
    const { items } = await nso.api.call('getTaskHistory', { id: table.documentId, query: { task: table.taskIds[0] } })
    expect(items.map(({ act, by, from, to, reason }) => [act, by, from, to, reason])).toEqual([
      ['status', 'The NSO', 'accepted', 'blocked', 'no fuel'],
      ['accepted', 'The NSO', 'proposed', 'accepted', ''],
      ['asked', 'The CSO', 'idea', 'proposed', '']
    ])
    expect((await nso.api.call('getTaskHistory', { id: table.documentId })).items).toHaveLength(4)
    for (const statement of [
      `update task_event set reason = ''`,
      'delete from task_event',
      'delete from task_assignment',
      'delete from task_fact'
    ])
      await expect(server.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('[TASK-13] another workspace’s roadmap, task and assignment, a kept roadmap and an absent one are one answer', async () => {
    const table = await laid()
    const kept = await RoadmapTable.with(server, 'M3', { side: 'civic', isKept: true })
    const [cso, keeper, otherSide] = [await table.seat('CSO'), await kept.seat('CSO'), await kept.seat('NSO')]
    const assignment = await table.ask(cso, { seatId: cso.seatId })
    const keptAssignment = await kept.ask(keeper, { seatId: keeper.seatId })
    const [taskId] = table.taskIds
    const outsider = { api: await ApiClient.newcomer(server) }
    const tries = async (person: Pick<Seated, 'api'>, id: string, assignmentId: string, asked: string): Promise<string[]> => {
      const about = { taskId: asked, version: 1 }
      const codes = [
        await person.api.refusal('getTasks', { id }),
        await person.api.refusal('getTaskHistory', { id }),
        await table.refused(person, 'askForTask', { ...about, side: 'civic' }, id),
        await table.refused(person, 'setTaskStatus', { ...about, status: 'accepted', reason: '' }, id),
        await table.refused(person, 'sayTaskDone', { ...about, isDone: true, note: '' }, id),
        await table.refused(person, 'answerTask', { version: 1, ...ACCEPT }, assignmentId),
        await table.refused(person, 'withdrawAssignment', undefined, assignmentId)
      ]
      return [...new Set(codes.map((code) => JSON.stringify(code)))]
    }
    const absent = await tries(outsider, ABSENT, ABSENT, taskId)
    expect(absent).toHaveLength(1)
    expect(await tries(outsider, table.documentId, assignment, taskId)).toEqual(absent)
    expect(await tries(keeper, table.documentId, assignment, taskId)).toEqual(absent)
    expect(await tries(otherSide, kept.documentId, keptAssignment, kept.taskIds[0])).toEqual(absent)
    // A task of another roadmap, named in one's own.
    for (const strange of [kept.taskIds[0], 'none'])
      expect(await table.refused(cso, 'askForTask', { taskId: strange, version: 0, side: 'civic' })).toMatchObject({ code: 'not_found' })
  })

  it('[TASK-14] a frozen text closes nothing of it, the archive and being out of scope do', async () => {
    const table = await laid()
    const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
    const state = (name: string) =>
      server.pool.query('update document_head set state = $2 where document_id = $1', [table.documentId, name])
    await state('in_force')
    const id = await table.takenOn(cso, nso)
    await table.status(nso, 'in_progress')
    await state('archived')
    const [taskId] = table.taskIds
    const tries = async (): Promise<unknown[]> => [
      (await table.refused(cso, 'askForTask', { taskId, version: 3, side: 'civic' })).rule,
      (await table.refused(nso, 'answerTask', { version: 3, answer: 'declined', reason: 'no' }, id)).rule,
      (await table.refused(nso, 'setTaskStatus', { taskId, version: 3, status: 'accepted', reason: '' })).rule,
      (await table.refused(nso, 'sayTaskDone', { taskId, version: 3, isDone: true, note: '' })).rule
    ]
    expect(await tries()).toEqual(['ABIL-7', 'ABIL-7', 'ABIL-7', 'ABIL-7'])
    await state('draft')
    await server.pool.query(`update workspace set outcome = 'out_of_scope' where id = $1`, [table.table.id])
    expect(await tries()).toEqual(['R-33', 'R-33', 'R-33', 'R-33'])
  })
})
