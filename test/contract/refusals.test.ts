import { REST, type Operation, type OperationName } from '@roundtable/shared/protocol'
import type pg from 'pg'
import * as Y from 'yjs'
import { createPool } from '../../server/src/database/database.js'
import { ApiClient } from '../support/api-client.js'
import { EventsClient } from '../support/events-client.js'
import { EveryRow } from '../support/every-row.js'
import { Guest, secretIn } from '../support/guest.js'
import { writeInto } from '../support/matrix/stage.js'
import { silent } from '../support/migrated-database.js'
import { plausibleBodies } from '../support/plausible.js'
import { RawClient, updateOf } from '../support/raw-client.js'
import { Room, type Seated } from '../support/seated.js'
import { TestServer } from '../support/server.js'

const OPERATIONS = Object.entries(REST) as [OperationName, Operation][]

let server: TestServer
let owner: pg.Pool
let rows: EveryRow
beforeAll(async () => {
  server = await TestServer.start()
  owner = createPool(server.database.ownerUrl, silent)
  rows = await EveryRow.of(owner)
})
afterAll(async () => {
  await owner?.end()
  await server?.close()
})

/** What REST refuses, and that it has changed nothing. */
async function refused(who: ApiClient, name: OperationName, input: Parameters<ApiClient['refusal']>[1]) {
  const before = await rows.digests()
  const refusal = await who.refusal(name, input)
  expect([name, await rows.changedSince(before)]).toEqual([name, []])
  return refusal
}

async function enter(who: ApiClient, documentId: string): Promise<RawClient> {
  const client = new RawClient(`${server.liveUrl}/live/${documentId}?schema=1`, { headers: { cookie: who.cookie, origin: server.url } })
  await client.opened
  client.greet()
  return client
}

/** Writes into the objectives at the live door: stored, or refused by a rule, or shut out. */
async function write(who: ApiClient, documentId: string): Promise<{ stored: boolean; rule: string | undefined; code: number | null }> {
  const client = await enter(who, documentId)
  try {
    const doc = new Y.Doc()
    client.update(updateOf(doc, () => writeInto(doc, 'objectives', 'words of somebody')))
    await client.until(() => client.durable >= 2 || client.rejection !== null)
    const stored = client.durable >= 2
    return { stored, rule: client.rejection?.because?.rule, code: stored ? null : (await client.closed).code }
  } finally {
    client.end()
  }
}

async function watches(who: ApiClient, workspaceId: string): Promise<boolean> {
  const ear = await new EventsClient(server, who).opened()
  try {
    return (await ear.watch(workspaceId)).ok
  } finally {
    ear.close()
  }
}

async function objectivesOf(who: Seated, room: Room): Promise<string> {
  return (await who.api.call('createDocument', { id: room.id, body: { kind: 'objectives', title: 'Objectives' } })).id
}

describe('refused at every door', () => {
  it('[ABIL-34] a society removes the community’s delegate: by ending, marking, bounding, replacing or inviting', async () => {
    const room = await Room.open(server)
    const [cso, delegate, citizen] = [await room.seat('CSO'), await room.seat('COM'), await room.seat('CIT')]
    const documentId = await objectivesOf(cso, room)
    const ear = await new EventsClient(server, delegate.api).opened()
    await ear.watch(room.id)
    const mandate = { givenBy: 'The society', note: '', expiresOn: '2025-01-01' }
    const protocol = {
      how: 'assembly',
      decidedOn: '2025-03-01',
      note: '',
      candidateSeatId: citizen.seatId,
      replacesSeatId: delegate.seatId
    }
    const tries: [OperationName, Parameters<ApiClient['refusal']>[1], string][] = [
      ['endSeat', { id: delegate.seatId, body: { reason: 'We think so' } }, 'R-30'],
      ['changeSeat', { id: delegate.seatId, body: { mandate } }, 'R-30'],
      ['changeSeat', { id: delegate.seatId, body: { isFunder: true } }, 'R-30'],
      ['changeSeat', { id: delegate.seatId, body: { name: 'Nobody' } }, 'R-24'],
      ['recordProtocol', { id: room.id, body: protocol }, 'R-30'],
      ['createInvitation', { id: room.id, body: { role: 'COM', organisation: null, uses: 1, expiresInDays: 1 } }, 'R-30']
    ]
    for (const [name, input, rule] of tries)
      expect([name, await refused(cso.api, name, input)]).toMatchObject([name, { code: 'not_allowed', rule }])
    // The community's own protocol is not the society's to confirm.
    await citizen.api.call('recordProtocol', { id: room.id, body: protocol })
    const { protocols } = await cso.api.call('listPeople', { id: room.id })
    expect(await refused(cso.api, 'answerProtocol', { id: protocols[0]!.id, body: { stance: 'agree', reason: '' } })).toMatchObject({
      code: 'not_allowed',
      rule: 'R-30'
    })
    expect(await watches(delegate.api, room.id)).toBe(true)
    expect(ear.rights).toEqual([])
    ear.close()
    expect(await write(delegate.api, documentId)).toMatchObject({ stored: true })
  })

  it('[ABIL-34] the office moves an initiative out of M3 alone: nothing it says decides, and nobody’s right changes', async () => {
    const room = await Room.open(server)
    const [office, colleague, ministry, cso] = [
      await room.seat('NSO', { organisation: 'Statistics' }),
      await room.seat('NSO', { organisation: 'Statistics' }),
      await room.seat('NSO', { organisation: 'Health' }),
      await room.seat('CSO')
    ]
    const documentId = await objectivesOf(cso, room)
    const ear = await new EventsClient(server, cso.api).opened()
    await ear.watch(room.id)
    const body = { modality: 'M4', leadKind: null, namedPartner: null, reason: 'We lead' }
    const { open } = await office.api.call('proposeModality', { id: room.id, body })
    const agree = { id: open!.id, body: { stance: 'agree', reason: '' } }
    expect(await refused(office.api, 'answerModality', agree)).toMatchObject({ code: 'not_allowed', rule: 'R-16' })
    expect(await refused(colleague.api, 'answerModality', agree)).toMatchObject({ code: 'not_allowed', rule: 'R-16' })
    await ministry.api.call('answerModality', agree)
    expect(await refused(office.api, 'proposeModality', { id: room.id, body: { ...body, modality: 'M2' } })).toMatchObject({
      code: 'already_open'
    })
    const profile = plausibleBodies(REST.updateProfile.body, () => null)[0]!
    expect(await refused(office.api, 'updateProfile', { id: room.id, body: { ...profile, modality: 'M4' } })).toMatchObject({
      fields: expect.arrayContaining(['modality']) as string[]
    })
    expect(await refused(office.api, 'changeSeat', { id: cso.seatId, body: { isFunder: true } })).toMatchObject({ rule: 'R-32' })
    expect(await office.api.call('getModality', { id: room.id })).toMatchObject({ present: { modality: 'M3' }, open: { status: 'open' } })
    expect(await write(cso.api, documentId)).toMatchObject({ stored: true })
    expect(ear.rights).toEqual([])
    ear.close()
  })

  it.each([
    ['an operator with the secretariat’s mark', true],
    ['somebody with nothing at all', false]
  ])('[ABIL-34] %s and no seat acts for a side: finds nothing, by any operation', async (_, isSecretariat) => {
    const room = await Room.open(server)
    const [cso, nso] = [await room.seat('CSO'), await room.seat('NSO')]
    const documentId = await objectivesOf(cso, room)
    const somebody = await ApiClient.newcomer(server)
    await owner.query('update person set is_secretariat = $2 where id = $1', [somebody.personId, isSecretariat])
    const before = await rows.digests()
    for (const [name, { path, body }] of OPERATIONS.filter(([, each]) => each.path.includes('{id}')))
      for (const sent of body ? plausibleBodies(body, () => nso.seatId) : [undefined]) {
        const id = path.includes('/seats/') ? nso.seatId : path.includes('/documents/{id}') ? documentId : room.id
        expect([name, await somebody.refusal(name, { id, body: sent })]).toMatchObject([name, { code: 'not_found' }])
      }
    expect(await rows.changedSince(before)).toEqual([])
    expect(await watches(somebody, room.id)).toBe(false)
    expect(await write(somebody, documentId)).toEqual({ stored: false, rule: undefined, code: 4404 })
  })

  it('[ABIL-34] the secretariat, reading all there is to read, acts for no side', async () => {
    const room = await Room.open(server)
    const [cso, desk, citizen] = [await room.seat('CSO'), await room.seat('SEC'), await room.seat('CIT')]
    const documentId = await objectivesOf(cso, room)
    await owner.query(`update workspace set registry = 'full_read' where id = $1`, [room.id])
    await owner.query('update person set is_secretariat = true where id = $1', [desk.personId])
    const acts: [OperationName, string][] = OPERATIONS.flatMap(([name, { method, path }]) =>
      method !== 'get' && path.startsWith('/api/workspaces/{id}/') ? [[name, room.id]] : []
    )
    for (const [name, id] of [...acts, ['changeSeat', citizen.seatId], ['endSeat', citizen.seatId]] as [OperationName, string][]) {
      const { body }: Operation = REST[name]
      for (const sent of body ? plausibleBodies(body, () => citizen.seatId) : [undefined])
        expect([name, await refused(desk.api, name, { id, body: sent })]).toMatchObject([
          name,
          { code: 'not_allowed', rule: expect.any(String) as string }
        ])
    }
    expect(await watches(desk.api, room.id)).toBe(true)
    expect(await write(desk.api, documentId)).toEqual({ stored: false, rule: 'INV-2', code: 4403 })
  })

  it.each([
    ['observer', 'OBS', 'M3', 'INV-2'],
    ['other actor', 'OTH', 'M2', 'A11'],
    ['other actor, the lead,', 'OTH', 'M5', 'R-17']
  ] as const)('[ABIL-34] an %s who funds it edits the objectives', async (_, role, modality, rule) => {
    const room = await Room.open(server, modality)
    if (modality === 'M5') await owner.query(`update workspace set lead_kind = 'OTH', named_partner = null where id = $1`, [room.id])
    const [cso, funder] = [await room.seat('CSO'), await room.seat(role)]
    const documentId = await objectivesOf(cso, room)
    if (modality === 'M5') expect((await funder.api.call('getDocument', { id: documentId })).right).toBe('edit')
    await owner.query('update seat set is_funder = true where id = $1', [funder.seatId])
    const body = { kind: 'objectives', title: 'Ours' }
    expect(await refused(funder.api, 'createDocument', { id: room.id, body })).toMatchObject({ code: 'not_allowed', rule })
    expect(await funder.api.call('getDocument', { id: documentId })).toMatchObject({ right: 'view' })
    expect(await refused(funder.api, 'changeSeat', { id: funder.seatId, body: { isFunder: false } })).toMatchObject({ code: 'not_allowed' })
    expect(await watches(funder.api, room.id)).toBe(true)
    expect(await write(funder.api, documentId)).toMatchObject({ stored: false, rule, code: 4403 })
  })

  it('[ABIL-34] an invitation for one is taken by many at once: one comes in, by all doors, and the others find nothing', async () => {
    const room = await Room.open(server)
    const cso = await room.seat('CSO')
    const documentId = await objectivesOf(cso, room)
    const { link, code } = await cso.api.call('createInvitation', {
      id: room.id,
      body: { role: 'CIT', organisation: null, uses: 1, expiresInDays: 1 }
    })
    const members = await Promise.all(Array.from({ length: 4 }, () => ApiClient.newcomer(server)))
    const guests = Array.from({ length: 4 }, () => new Guest(server))
    const secrets = [secretIn(link), code]
    const taken = await Promise.all([
      // Each person twice, by the link and by the code.
      ...members.flatMap((member) =>
        secrets.map(async (secret) => (await member.send('acceptInvitation', { body: { secret, name: 'Quiet River' } })).status)
      ),
      ...guests.map(async (guest, index) => ('code' in (await guest.accept(secrets[index % 2]!)) ? 404 : 200))
    ])
    expect(taken.filter((status) => status === 200)).toHaveLength(1)
    expect((await cso.api.call('listPeople', { id: room.id })).members).toHaveLength(2)
    const { rows: seats } = await owner.query<{ personId: string }>(
      `select person_id as "personId" from seat where workspace_id = $1 and role = 'CIT'`,
      [room.id]
    )
    for (const member of members.filter(({ personId }) => personId !== seats[0]!.personId)) {
      expect(await member.refusal('getWorkspace', { id: room.id })).toMatchObject({ code: 'not_found' })
      expect(await member.refusal('acceptInvitation', { body: { secret: secrets[0], name: 'Again' } })).toMatchObject({
        code: 'invitation_over'
      })
      expect(await watches(member, room.id)).toBe(false)
      expect(await write(member, documentId)).toMatchObject({ stored: false, code: 4404 })
    }
  })
})
