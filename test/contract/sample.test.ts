import { SAMPLE_PEOPLE } from '@roundtable/shared/protocol'
import { loadSampleCountry, type SampleDoors, sampleDoors } from '../../server/src/operation/index.js'
import { Projector } from '../../server/src/projection/index.js'
import { EveryRow } from '../support/every-row.js'
import { TestServer } from '../support/server.js'

describe('the sample country', () => {
  let server: TestServer
  let other: TestServer
  beforeAll(async () => {
    server = await TestServer.start()
    const doors = sampleDoors(server.app.nest, server.database.appUrl)
    const { documents } = doors
    let made = 0
    const killed: SampleDoors = {
      ...doors,
      documents: {
        titlesIn: (id, among) => documents.titlesIn(id, among),
        create: (...given) => (++made > 9 ? Promise.reject(new Error('killed half-way')) : documents.create(...given))
      }
    }
    await expect(loadSampleCountry(killed)).rejects.toThrow('killed half-way')
    // Another node on the same database starts at the same moment.
    other = await TestServer.start({}, server.database)
    await Promise.all([loadSampleCountry(doors), loadSampleCountry(sampleDoors(other.app.nest, server.database.appUrl))])
  })
  afterAll(async () => {
    await other.close({ keepsDatabase: true })
    await server.close()
  })

  const rows = async (sql: string): Promise<unknown[][]> => (await server.pool.query<unknown[]>({ text: sql, rowMode: 'array' })).rows

  it('[SAMP-1] has an initiative of each kind of collaboration, tested by those who decide, and an active programme', async () => {
    expect(await rows('select kind, modality, status, outcome from workspace order by id')).toEqual([
      ['initiative', 'M3', 'design', 'citizen_data'],
      ['initiative', 'M2', 'design', 'citizen_data'],
      ['initiative', 'M4', 'design', 'citizen_data'],
      ['country_programme', 'M3', 'active', null]
    ])
  })

  it('[SAMP-2] is believable where it is read: clauses in three states, twelve tasks, two unlike answers to one principle', async () => {
    await server.app.nest.get(Projector).bringUpToDate()
    const states = await rows(
      `select state, count(*)::int from projected_clause join document d on d.id = document_id
       where workspace_id = (select min(id::text)::uuid from workspace) group by state order by state`
    )
    expect(states.length).toBeGreaterThanOrEqual(3)
    expect(states.reduce((sum, [, count]) => sum + Number(count), 0)).toBeGreaterThanOrEqual(10)
    expect(
      await rows(
        `select count(*)::int from projected_task join document d on d.id = document_id join workspace w on w.id = workspace_id
         where w.kind = 'country_programme'`
      )
    ).toEqual([[12]])
    expect(
      await rows(
        `select a.question, array_agg(a.details->>'howFar' order by d.side) from projected_answer a join document d on d.id = a.document_id
         where d.kind = 'principles' and a.question in ('P03', 'P08') group by a.question order by 1`
      )
    ).toEqual([
      ['P03', ['partly', 'mostly']],
      ['P08', ['partly', 'fully']]
    ])
  })

  it('[SAMP-4] is one country, however many nodes start with it at once', async () => {
    expect(
      await rows(
        `select (select count(*)::int from workspace), (select count(*)::int from document), (select count(*)::int from person),
                (select count(*) = count(distinct (workspace_id, person_id)) from seat)`
      )
    ).toEqual([[4, 16, SAMPLE_PEOPLE.length, true]])
  })

  it('[SAMP-3] is loaded once: a later start changes nothing, and one that was killed half-way goes on', async () => {
    const every = await EveryRow.of(server.pool)
    const before = await every.digests()
    await loadSampleCountry(sampleDoors(server.app.nest, server.database.appUrl))
    expect(await every.changedSince(before)).toEqual([])
    expect(await rows('select count(*)::int, count(distinct title)::int from document')).toEqual([[16, 16]])
  })
})
