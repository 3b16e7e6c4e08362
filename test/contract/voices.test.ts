import type { Modality, Role } from '@roundtable/shared/framework'
import type { AcceptInvitation, CreateInvitation, OpenWorkspace } from '@roundtable/shared/protocol'
import { ApiClient } from '../support/api-client.js'
import { secretIn } from '../support/guest.js'
import { TestServer } from '../support/server.js'
import { Table, type Seated, answerOf } from '../support/table.js'

const PROGRAMME: OpenWorkspace = {
  kind: 'country_programme',
  title: 'Citizen data in the country',
  country: 'KG',
  role: 'SEC',
  name: 'The desk',
  organisation: null,
  documents: []
}
const AGREE = { stance: 'agree', reason: '' } as const

/** What follows from who speaks for a side, and from who comes and goes. */
describe('voices', () => {
  let server: TestServer
  beforeAll(async () => (server = await TestServer.start()))
  afterAll(() => server.close())

  const desk = async (): Promise<ApiClient> => {
    const api = await ApiClient.newcomer(server)
    await server.pool.query('update person set is_secretariat = true where id = $1', [api.personId])
    return api
  }
  const invite = async (by: ApiClient, id: string, role: Role, more: Partial<CreateInvitation> = {}): Promise<string> => {
    const body = { role, organisation: null, uses: 1, expiresInDays: 7, ...more }
    return secretIn((await by.call('createInvitation', { id, body })).link)
  }
  const join = async (secret: string, organisation: AcceptInvitation['organisation'] = null): Promise<ApiClient> => {
    const comer = await ApiClient.newcomer(server)
    await comer.call('acceptInvitation', { body: { secret, name: 'Comer', organisation } })
    return comer
  }
  const wish = async ({ id }: { id: string }, who: ApiClient, level: string): Promise<string> =>
    (await who.call('wishRegistry', { id, body: { level } })).registry
  const registryOf = async (id: string): Promise<string> =>
    (await server.pool.query<{ registry: string }>('select registry from workspace where id = $1', [id])).rows[0]!.registry
  const propose = async (table: Table, { api }: Seated, modality: Exclude<Modality, 'M0'>): Promise<string | undefined> => {
    const body = { modality, leadKind: null, namedPartner: modality === 'M3' ? 'NSO' : null, reason: 'we have talked' }
    return (await api.call('proposeModality', { id: table.id, body })).open?.id
  }
  const end = (by: Seated, whom: Seated): Promise<void> =>
    by.api.call('endSeat', { id: whom.seatId, body: { reason: 'so', keepsReading: false } })

  describe('speaking for a side', () => {
    it('[WORK-24] R-31: a side allows the least of what its voices allow, and nothing while one of them is silent', async () => {
      const table = await Table.with(server, 'M1')
      const [cso, com] = [await table.seat('CSO', { name: 'The society' }), await table.seat('COM', { name: 'The village' })]
      expect(await wish(table, cso.api, 'full_read')).toBe('none')
      expect(await wish(table, com.api, 'card')).toBe('card')
      expect(await wish(table, cso.api, 'country')).toBe('country')
      const { voices, silence } = await com.api.call('getProfile', { id: table.id })
      expect(silence).toBe('none')
      expect(voices?.map(({ name, side, isMine, level }) => [name, side, isMine, level]).toSorted()).toEqual([
        ['The society', 'civic', false, 'country'],
        ['The village', 'civic', true, 'card']
      ])
    })

    it('[WORK-24] R-31: a side has accepted a programme when all its voices have; whoever leaves is waited for no more', async () => {
      const office = await ApiClient.newcomer(server)
      const organisation = { name: 'Statistics', kind: 'nso' } as const
      const { id } = await office.call('openWorkspace', { body: { ...PROGRAMME, role: 'NSO', organisation } })
      const first = await join(await invite(office, id, 'CSO'), { name: 'One', kind: 'cso' })
      const second = await join(await invite(first, id, 'CSO'), { name: 'Two', kind: 'cso' })
      const accepted = await first.call('acceptProgramme', { id })
      expect([accepted.acceptedBy, accepted.voices?.map(({ name, hasAccepted }) => [name, hasAccepted]).toSorted()]).toEqual([
        ['state'],
        [
          ['One', true],
          ['Statistics', true],
          ['Two', false]
        ]
      ])
      const view = await second.call('getWorkspace', { id })
      expect([view.status, view.next[0]]).toEqual(['forming', 'accept_programme'])
      await second.call('endSeat', { id: view.mySeat.id, body: { reason: '', keepsReading: true } })
      expect((await first.call('getWorkspace', { id })).status).toBe('active')
      expect((await first.call('getProfile', { id })).acceptedBy).toEqual(['civic', 'state'])
    })

    it('[WORK-21] who decides is read off every living seat, however many there are', async () => {
      const table = await Table.with(server, 'M1')
      const person = await table.world.person('Many')
      await table.seat('CSO', { name: 'Zebra Watch' })
      const delegate = await table.seat('COM', { name: 'Zoya' })
      await server.pool.query(
        `with p as (insert into person (id, public_id, handle, name)
             select gen_random_uuid(), gen_random_uuid(), 'many-' || n || $2::text, 'x' from generate_series(1, 998) n returning id)
         insert into seat (id, workspace_id, person_id, side, role, name) select gen_random_uuid(), $1, id, 'civic', 'CIT', 'A' from p`,
        [table.id, person]
      )
      const open = await propose(table, delegate, 'M2')
      expect(open).toBeDefined()
      expect(await table.held()).toMatchObject({ modality: 'M1' })
      const secret = await invite(delegate.api, table.id, 'CIT', { uses: 2 })
      const comer = await ApiClient.newcomer(server)
      const body = { secret, name: 'One too many' }
      expect(await comer.refusal('acceptInvitation', { body })).toMatchObject({ code: 'workspace_full' })
      await server.pool.query(
        `update seat set ended_at = now() where workspace_id = $1 and id in (select id from seat where workspace_id = $1 and name = 'A' limit 1)`,
        [table.id]
      )
      await comer.call('acceptInvitation', { body })
    })

    it('[MODAL-25] a suspended person speaks for nobody: they are not waited for, and their side can be called anew', async () => {
      const table = await Table.with(server, 'M3')
      const [cso, com, nso] = [await table.seat('CSO'), await table.seat('COM'), await table.seat('NSO')]
      const suspend = ({ personId }: Seated): Promise<unknown> =>
        server.pool.query('update person set is_suspended = true where id = $1', [personId])
      const open = await propose(table, cso, 'M2')
      await suspend(com)
      await nso.api.call('answerModality', { id: open!, body: AGREE })
      expect(await table.held()).toMatchObject({ modality: 'M2' })
      await server.pool.query(`update workspace set modality = 'M3' where id = $1`, [table.id])
      expect(
        await cso.api.refusal('createInvitation', { id: table.id, body: { role: 'NSO', organisation: null, uses: 1, expiresInDays: 7 } })
      ).toMatchObject({ rule: 'R-32' })
      await suspend(nso)
      await invite(cso.api, table.id, 'NSO')
    })

    it('[MODAL-26] what a community has said stays said when another delegate takes the place', async () => {
      const table = await Table.with(server)
      const [delegate, citizen, other] = [await table.seat('COM'), await table.seat('CIT'), await table.seat('CIT')]
      await table.answerAll(delegate)
      expect(await table.held()).toMatchObject({ modality: 'M1', outcome: 'citizen_data' })
      const choose = async (candidate: Seated, replaces: Seated, confirmedBy: readonly Seated[]): Promise<void> => {
        const body = {
          how: 'assembly',
          decidedOn: '2025-03-01',
          note: '',
          candidateSeatId: candidate.seatId,
          replacesSeatId: replaces.seatId
        }
        const { protocols } = await candidate.api.call('recordProtocol', { id: table.id, body })
        for (const { api } of confirmedBy) await api.call('answerProtocol', { id: protocols[0]!.id, body: AGREE })
      }
      await choose(citizen, delegate, [other, delegate])
      expect(await table.held()).toMatchObject({ modality: 'M1', outcome: 'citizen_data' })
      await choose(other, citizen, [delegate, citizen])
      const { voices } = await other.api.call('getDefinition', { id: table.id })
      expect(voices.map(({ isMine, counts, answers }) => [isMine, counts, answers.length])).toEqual([[true, true, 6]])
    })
  })

  describe('a programme', () => {
    it('[WORK-22] the secretariat that opened it invites the first of each side, and nobody after that', async () => {
      const api = await desk()
      const { id } = await api.call('openWorkspace', { body: PROGRAMME })
      expect((await api.call('getWorkspace', { id })).next).toContain('invite_other_side')
      const allowed = (await api.call('listPeople', { id })).invitable
        .filter((role) => role.allowed)
        .map(({ role, because }) => [role, because.rule])
      expect(allowed).toEqual([
        ['CSO', 'WORK-22'],
        ['NSO', 'WORK-22'],
        ['OSA', 'WORK-22']
      ])
      const [civic, late] = [await invite(api, id, 'CSO'), await invite(api, id, 'CSO', { uses: 5 })]
      expect((await api.call('listInvitations', { id })).items.map(({ status }) => status)).toEqual(['open', 'open'])
      const network = await join(civic, { name: 'The network', kind: 'cso' })
      expect(
        await (
          await ApiClient.newcomer(server)
        ).refusal('acceptInvitation', { body: { secret: late, name: 'Late', organisation: { name: 'B', kind: 'cso' } } })
      ).toMatchObject({ code: 'invitation_over' })
      expect(
        await api.refusal('createInvitation', { id, body: { role: 'CSO', organisation: null, uses: 1, expiresInDays: 7 } })
      ).toMatchObject({ code: 'not_allowed', rule: 'R-32' })
      const office = await join(await invite(api, id, 'NSO'), { name: 'Statistics', kind: 'nso' })
      await network.call('acceptProgramme', { id })
      expect((await office.call('acceptProgramme', { id })).acceptedBy).toEqual(['civic', 'state'])
      for (const role of ['CIT', 'OTH', 'OBS', 'SEC', 'COM'] as const)
        expect(await api.refusal('createInvitation', { id, body: { role, organisation: null, uses: 1, expiresInDays: 7 } })).toMatchObject({
          code: 'not_allowed'
        })
    })

    it('[WORK-22] an other actor that opened an initiative calls the civic side in; no other seat of theirs or of the secretariat does', async () => {
      const university = await ApiClient.newcomer(server)
      const organisation = { name: 'University', kind: 'academia' } as const
      const { id } = await university.call('openWorkspace', { body: { ...PROGRAMME, kind: 'initiative', role: 'OTH', organisation } })
      await join(await invite(university, id, 'CSO'), { name: 'The network', kind: 'cso' })
      await server.pool.query(`update workspace set outcome = 'out_of_scope' where id = $1`, [id])
      const body = { role: 'NSO', organisation: null, uses: 1, expiresInDays: 7 }
      expect(await university.refusal('createInvitation', { id, body })).toMatchObject({ code: 'not_allowed', rule: 'R-33' })
      const table = await Table.with(server, 'M0')
      const other = await table.seat('OTH')
      expect(
        await table.refused(other, 'createInvitation', {
          id: table.id,
          body: { role: 'CSO', organisation: null, uses: 1, expiresInDays: 7 }
        })
      ).toMatchObject({ rule: 'R-32' })
    })

    it('[WORK-23] what the secretariat opened stays on its registry until a side says less', async () => {
      const api = await desk()
      const { id } = await api.call('openWorkspace', { body: PROGRAMME })
      const network = await join(await invite(api, id, 'CSO'), { name: 'The network', kind: 'cso' })
      expect((await network.call('getProfile', { id })).silence).toBe('card')
      expect(await wish({ id }, network, 'full_read')).toBe('card')
      expect((await api.call('getWorkspace', { id })).registry).toBe('card')
      expect(await wish({ id }, network, 'country')).toBe('country')
      expect(await api.refusal('getWorkspace', { id })).toMatchObject({ code: 'not_found' })
    })

    it('[WORK-5] works by M3’s rules for good, and is accepted by its two sides alone', async () => {
      const table = await Table.with(server, 'M3')
      await server.pool.query(`update workspace set kind = 'country_programme', status = 'forming' where id = $1`, [table.id])
      const cso = await table.seat('CSO')
      const body = { modality: 'M4', leadKind: null, namedPartner: null, reason: 'so' }
      expect(await table.refused(cso, 'proposeModality', { id: table.id, body })).toMatchObject({ code: 'not_allowed', rule: 'WORK-5' })
      expect((await cso.api.call('getModality', { id: table.id })).mayPropose).toBe(false)
      await server.pool.query(`update workspace set modality = 'M5', lead_kind = 'OTH', named_partner = null where id = $1`, [table.id])
      const oth = await table.seat('OTH')
      expect(await table.refused(oth, 'acceptProgramme', { id: table.id })).toMatchObject({ code: 'not_allowed', rule: 'WORK-5' })
      await cso.api.call('acceptProgramme', { id: table.id })
    })
  })

  describe('whoever comes and goes', () => {
    it('[WORK-25] R-21: what the registry shows follows a change of modality and who is here', async () => {
      const table = await Table.with(server, 'M1')
      const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO', { invitedByCivic: true })]
      expect(await wish(table, cso.api, 'full_read')).toBe('full_read')
      const open = await propose(table, cso, 'M3')
      await nso.api.call('answerModality', { id: open!, body: AGREE })
      expect([await table.held(), await registryOf(table.id)]).toMatchObject([{ modality: 'M3' }, 'none'])
      expect(await wish(table, nso.api, 'card')).toBe('card')
      const second = await join(await invite(cso.api, table.id, 'CSO'), { name: 'Another', kind: 'cso' })
      expect(await registryOf(table.id)).toBe('none')
      await second.call('endSeat', { id: (await second.call('getWorkspace', { id: table.id })).mySeat.id, body: { reason: '' } })
      expect(await registryOf(table.id)).toBe('card')
    })

    it('[WORK-25] it follows the first modality as well', async () => {
      const table = await Table.with(server)
      const com = await table.seat('COM')
      expect(await wish(table, com.api, 'card')).toBe('none')
      await table.answerAll(com)
      expect([await table.held(), await registryOf(table.id)]).toMatchObject([{ modality: 'M1' }, 'card'])
    })

    it('[DEF-40] who comes and has said nothing makes it "not yet", and who leaves or is removed is waited for no more', async () => {
      const table = await Table.with(server)
      const cso = await table.seat('CSO')
      await table.answerAll(cso)
      const outcome = async (): Promise<string | null> => (await table.held()).outcome
      expect(await outcome()).toBe('citizen_data')
      const second = await join(await invite(cso.api, table.id, 'CSO'), { name: 'Another', kind: 'cso' })
      expect(await outcome()).toBe('not_yet')
      await second.call('endSeat', { id: (await second.call('getWorkspace', { id: table.id })).mySeat.id, body: { reason: '' } })
      expect(await outcome()).toBe('citizen_data')
      const third = await table.seat('COM')
      await table.answerAll(third, { Q2: 'no' })
      expect(await outcome()).toBe('not_yet')
      const citizen = await table.seat('CIT')
      const body = { how: 'assembly', decidedOn: '2025-03-01', note: '', candidateSeatId: citizen.seatId, replacesSeatId: null }
      const { protocols } = await citizen.api.call('recordProtocol', { id: table.id, body })
      await third.api.call('answerProtocol', { id: protocols[0]!.id, body: AGREE })
      const missing = (await cso.api.call('getDefinition', { id: table.id })).classification.missing.filter(
        ({ why }) => why === 'unanswered'
      )
      expect(missing).not.toEqual([])
    })

    it('[DEF-40] a mandate that is renewed counts again at once', async () => {
      const table = await Table.with(server)
      const organisationId = await table.world.organisation('Water Watch')
      const [cso, colleague, com] = [await table.seat('CSO', { organisationId }), await table.seat('CSO'), await table.seat('COM')]
      await table.answerAll(cso, { Q2: 'no' })
      await table.world.expireMandate(cso.seatId)
      await table.answerAll(colleague)
      await table.answerAll(com)
      expect(await table.held()).toMatchObject({ outcome: 'citizen_data' })
      const mandate = { givenBy: 'The board', note: '', expiresOn: null }
      await colleague.api.call('changeSeat', { id: cso.seatId, body: { mandate } })
      expect(await table.held()).toMatchObject({ modality: 'M1', outcome: 'not_yet' })
    })

    it('[DEF-41] the result that is read is the one that holds', async () => {
      const table = await Table.with(server, 'M3')
      const [cso, nso] = [await table.seat('CSO'), await table.seat('NSO')]
      for (const person of [cso, nso]) await table.answerAll(person, { Q3: 'nso' })
      const { classification } = await cso.api.call('getDefinition', { id: table.id })
      expect(classification).toMatchObject({ outcome: 'not_yet', paragraph: '¶13, ¶15', candidate: { modality: 'M4' }, missing: [] })
    })

    it('[MODAL-23] when whoever was waited for leaves, what all others have agreed to is decided', async () => {
      const table = await Table.with(server, 'M1')
      const [cso, com, third] = [await table.seat('CSO'), await table.seat('COM'), await table.seat('CSO')]
      await propose(table, cso, 'M2')
      await end(third, third)
      expect(await table.held()).toMatchObject({ modality: 'M1' })
      await end(com, com)
      expect(await table.held()).toMatchObject({ modality: 'M2' })
      expect((await cso.api.call('getModality', { id: table.id })).past).toMatchObject([{ status: 'decided' }])
    })

    it('[MODAL-24] a state side that agreed to civic action stays in sight, and agrees to leave it again', async () => {
      const table = await Table.with(server, 'M3')
      const [cso, nso, osa] = [await table.seat('CSO'), await table.seat('NSO'), await table.seat('OSA')]
      const open = await propose(table, cso, 'M1')
      await nso.api.call('answerModality', { id: open!, body: AGREE })
      expect(await table.held()).toMatchObject({ modality: 'M1' })
      expect(await osa.api.refusal('getWorkspace', { id: table.id })).toMatchObject({ code: 'not_found' })
      const back = await propose(table, cso, 'M3')
      await nso.api.call('answerModality', { id: back!, body: AGREE })
      expect(await table.held()).toMatchObject({ modality: 'M3' })
    })
  })

  describe('a funder', () => {
    const FUND = { name: 'The Fund', kind: 'funder' } as const
    const markOf = async (api: ApiClient, id: string): Promise<boolean | undefined> =>
      (await api.call('listPeople', { id })).members.find(({ isMine }) => isMine)?.isFunder

    it('[WORK-27] R-17: a funding organisation is marked when it opens and when it comes, and its mark stays', async () => {
      const opener = await ApiClient.newcomer(server)
      const { id } = await opener.call('openWorkspace', { body: { ...PROGRAMME, kind: 'initiative', role: 'OTH', organisation: FUND } })
      expect(await markOf(opener, id)).toBe(true)
      const table = await Table.with(server, 'M3')
      const cso = await table.seat('CSO')
      const fund = await join(await invite(cso.api, table.id, 'OBS', { organisation: FUND }))
      expect(await markOf(fund, table.id)).toBe(true)
      const { members } = await cso.api.call('listPeople', { id: table.id })
      const seat = members.find(({ isFunder }) => isFunder)!
      const body = { isFunder: false }
      expect(await cso.api.refusal('changeSeat', { id: seat.id, body })).toMatchObject({ code: 'bad_input', fields: ['isFunder'] })
      expect(await markOf(fund, table.id)).toBe(true)
    })

    it('[WORK-27] R-17: whoever was marked comes back marked, by whatever invitation, and never in another role', async () => {
      const table = await Table.with(server, 'M3')
      const cso = await table.seat('CSO')
      const company = { name: 'The company', kind: 'private_sector' } as const
      const secret = await invite(cso.api, table.id, 'OBS', { organisation: company, isFunder: true })
      const payer = await join(secret)
      const seatId = (await payer.call('getWorkspace', { id: table.id })).mySeat.id
      await payer.call('endSeat', { id: seatId, body: { reason: '' } })
      const again = await invite(cso.api, table.id, 'OBS')
      await payer.call('acceptInvitation', { body: { secret: again, name: 'Back' } })
      expect(await markOf(payer, table.id)).toBe(true)
      const colleague = await join(await invite(cso.api, table.id, 'OBS', { organisation: company }))
      expect(await markOf(colleague, table.id)).toBe(true)
      await payer.call('endSeat', { id: (await payer.call('getWorkspace', { id: table.id })).mySeat.id, body: { reason: '' } })
      const asCitizen = await invite(cso.api, table.id, 'CIT')
      expect(await payer.refusal('acceptInvitation', { body: { secret: asCitizen, name: 'Me' } })).toMatchObject({
        code: 'not_allowed',
        rule: 'R-17'
      })
    })
  })

  it('[DEF-43] whoever has left raises no question', async () => {
    const table = await Table.with(server)
    const [com, nso] = [await table.seat('COM'), await table.seat('NSO')]
    const asked = async (): Promise<boolean> => (await com.api.call('getWorkspace', { id: table.id })).next.includes('answer_definition')
    for (const [question, value] of [
      ['Q1', 'yes'],
      ['Q2', 'yes'],
      ['Q3', 'citizens'],
      ['Q5', 'empowerment'],
      ['Q6', 'no']
    ] as const)
      await com.api.call('answerDefinition', { id: table.id, body: answerOf(question, value) })
    expect(await asked()).toBe(false)
    await nso.api.call('answerDefinition', { id: table.id, body: answerOf('Q3', 'nso') })
    expect(await asked()).toBe(true)
    await end(nso, nso)
    expect(await asked()).toBe(false)
    const { voices } = await com.api.call('getDefinition', { id: table.id })
    expect(voices.map(({ side, hasLeft }) => [side, hasLeft])).toEqual([
      ['civic', false],
      ['state', true]
    ])
  })

  it('[DEF-43] Q4 that does not arise keeps nothing open, and one that was answered for it decides nothing', async () => {
    const table = await Table.with(server)
    const cso = await table.seat('CSO')
    for (const [question, value] of [
      ['Q4', 'no'],
      ['Q1', 'yes'],
      ['Q2', 'yes'],
      ['Q3', 'citizens'],
      ['Q5', 'empowerment']
    ] as const)
      await cso.api.call('answerDefinition', { id: table.id, body: answerOf(question, value) })
    expect(await table.held()).toMatchObject({ modality: 'M1', outcome: 'citizen_data' })
  })

  it('[DEF-42] an official collection gets no modality before the other questions are answered', async () => {
    const table = await Table.with(server)
    const [com, nso] = [await table.seat('COM'), await table.seat('NSO')]
    for (const { api } of [com, nso])
      for (const [question, value] of [
        ['Q3', 'nso'],
        ['Q5', 'official_only']
      ] as const)
        await api.call('answerDefinition', { id: table.id, body: answerOf(question, value) })
    expect(await table.held()).toMatchObject({ modality: 'M0', outcome: 'official_participation' })
    for (const { api } of [com, nso])
      for (const question of ['Q1', 'Q2', 'Q4'] as const)
        await api.call('answerDefinition', { id: table.id, body: answerOf(question, 'yes') })
    expect(await table.held()).toMatchObject({ modality: 'M4', outcome: 'official_participation' })
  })
})
