import { addTask } from '@roundtable/shared/document'
import type { Role, Side } from '@roundtable/shared/framework'
import { createPool } from '../../../server/src/database/database.js'
import { DocumentService } from '../../../server/src/live/index.js'
import type pg from 'pg'
import { v7 } from 'uuid'
import { ApiClient } from '../api-client.js'
import { Canaries, type Readers } from '../canaries.js'
import { writeInto } from '../matrix/stage.js'
import { silent } from '../migrated-database.js'
import { answerPrinciples, filingHash } from '../principles.js'
import { TestServer } from '../server.js'
import { answerOf } from '../table.js'
import { World } from '../world.js'

export interface CrawlActor {
  readonly name: string
  /** Null: signed out. */
  readonly personId: string | null
  readonly cookie: string
  /** Where they hold a living seat, and which. */
  readonly seats: readonly { readonly workspaceId: string; readonly seatId: string }[]
}

interface Member {
  readonly role: Role
  readonly side: Side | null
  readonly seatId: string
  readonly api: ApiClient
}

/** One workspace with something of everything in it. */
export interface CrawlWorkspace {
  readonly id: string
  readonly documents: readonly string[]
  readonly civicDocument: string
  readonly members: readonly Member[]
}

const ROLES = ['COM', 'CIT', 'NSO', 'OTH', 'OBS', 'FAC', 'SEC'] as const

/** Two workspaces that have nothing to do with each other, a person who sits in both, and people who sit in none. */
export class CrawlScene {
  readonly canaries = new Canaries()
  readonly actors: CrawlActor[] = []
  readonly workspaces: CrawlWorkspace[] = []
  /** Secrets that were told once, to whom they were for. */
  readonly told: string[] = []
  readonly #readers = new Map<string, Map<string, Side | null>>()

  private constructor(
    readonly server: TestServer,
    readonly owner: pg.Pool
  ) {}

  static async open(): Promise<CrawlScene> {
    const server = await TestServer.start()
    const scene = new CrawlScene(server, createPool(server.database.ownerUrl, silent))
    for (const which of ['one', 'two']) await scene.#fill(which)
    await scene.#seatInBoth()
    const outsider = await ApiClient.newcomer(server)
    await scene.#mark('an outsider', outsider, [])
    scene.actors.push({ name: 'somebody signed out', personId: null, cookie: '', seats: [] })
    return scene
  }

  async close(): Promise<void> {
    await this.owner.end()
    await this.server.close()
  }

  /** Whoever sits in the workspace and may know of it; with `side`, of that side alone. */
  #membersOf(workspaceId: string, side?: Side): Readers {
    return (personId) => {
      const seat = personId === null ? undefined : this.#readers.get(workspaceId)?.get(personId)
      return seat !== undefined && (side === undefined || seat === side)
    }
  }

  /** Gives an account words of its own, and notes who this is. */
  async #mark(name: string, api: ApiClient, seats: CrawlActor['seats']): Promise<void> {
    const only: Readers = (personId) => personId === api.personId
    const word = (what: string, readers: Readers): string => this.canaries.add(`the ${what} of ${name}`, readers)
    await this.owner.query(`update person set name = $2, handle = $3, email = $4 || '@example.org' where id = $1`, [
      api.personId,
      word('account name', only),
      word('handle', only),
      word('e-mail address', () => false)
    ])
    await this.owner.query('update session set device = $2 where person_id = $1', [api.personId, word('device', only)])
    this.told.push(api.cookie.slice(api.cookie.indexOf('=') + 1))
    this.actors.push({ name, personId: api.personId, cookie: api.cookie, seats })
  }

  async #fill(which: string): Promise<void> {
    let id = ''
    const members: Member[] = []
    const seen: Readers = (personId) => this.#membersOf(id)(personId)
    const word = (what: string, readers = seen): string => this.canaries.add(`${what} of workspace ${which}`, readers)
    const ofSide = (what: string, side: Side): string => word(what, (personId) => this.#membersOf(id, side)(personId))

    const lead = await ApiClient.newcomer(this.server)
    const card = await lead.call('openWorkspace', {
      body: {
        kind: 'initiative',
        title: word('the title'),
        country: 'KG',
        role: 'CSO',
        name: word('the name of the lead'),
        organisation: { name: word('the organisation'), kind: 'cso' },
        documents: [
          { kind: 'objectives', title: word('the objectives') },
          { kind: 'roadmap', title: word('the roadmap') }
        ]
      }
    })
    id = card.id
    const readers = new Map<string, Side | null>([[lead.personId, 'civic']])
    this.#readers.set(id, readers)
    members.push({ role: 'CSO', side: 'civic', seatId: card.mySeat.id, api: lead })
    await this.#mark(`CSO of workspace ${which}`, lead, [{ workspaceId: id, seatId: card.mySeat.id }])
    await this.owner.query(
      `update workspace set modality = 'M3', named_partner = 'NSO', outcome = 'citizen_data', status = 'design' where id = $1`,
      [id]
    )
    const world = new World(this.owner, id)
    const join = async (role: Role, called: string = role): Promise<Member> => {
      let own: string | null = null
      // One's own seat is told to oneself wherever one sits.
      const name = word(`the seat ${called}`, (personId) => seen(personId) || (personId !== null && personId === own))
      const { personId, seatId } = await world.seat(role, { name, invitedByCivic: true })
      own = personId
      const api = await ApiClient.as(this.server, personId)
      const side = { CSO: 'civic', COM: 'civic', CIT: 'civic', NSO: 'state', OTH: 'other' }[role as string] as Side | undefined
      // Without a registry the secretariat's seat does not let it know of the workspace.
      if (role !== 'SEC') readers.set(personId, side ?? null)
      await this.#mark(`${called} of workspace ${which}`, api, [{ workspaceId: id, seatId }])
      return { role, side: side ?? null, seatId, api }
    }
    for (const role of ROLES) members.push(await join(role))
    const by = (role: Role): Member => members.find((member) => member.role === role)!
    await this.#say(id, by, word)
    await this.#takeOn(id, by, word)
    await this.#invite(id, by, ofSide)
    await this.#file(id, by, word, ofSide)
    const documents = (await lead.call('getWorkspace', { id })).documentList.map((document) => document.id)
    const civicDocument = await this.#writeByOneSide(id, word)
    // Whoever manages the seats of a side reads how one of them ended.
    const managing = new Set(members.filter(({ role }) => role === 'CSO' || role === 'COM').map(({ api }) => api.personId))
    const note = word('why somebody was removed', (personId) => personId !== null && managing.has(personId))
    await this.#remove(await join('CSO', 'a removed CSO'), members[0]!, note, readers)
    this.workspaces.push({ id, documents, civicDocument, members })
  }

  /** Words of every kind that people write into a workspace. */
  async #say(id: string, by: (role: Role) => Member, word: (what: string) => string): Promise<void> {
    const { version, title, ...profile } = await by('CSO').api.call('getProfile', { id })
    const {
      country: _country,
      registry: _registry,
      voices: _voices,
      silence: _silence,
      acceptedBy: _accepted,
      selfDefinition: _self,
      ...rest
    } = profile
    const interests = [{ name: word('a funder'), kind: 'funder', note: word('a note on a funder') }]
    await by('CSO').api.call('updateProfile', { id, body: { ...rest, version, title, summary: word('the summary'), interests } })
    for (const role of ['CSO', 'NSO', 'COM'] as const) {
      const evidence = [word(`evidence of ${role}`)]
      await by(role).api.call('answerDefinition', { id, body: { ...answerOf('Q1', 'yes'), reason: word(`a reason of ${role}`), evidence } })
    }
    for (const role of ['CSO', 'NSO'] as const)
      await by(role).api.call('sayStagePart', {
        id,
        body: { stage: 'S1', engagement: 'lead', note: word(`a note of ${role}`), seenAt: null }
      })
    for (const role of ['CSO', 'NSO'] as const)
      await by(role).api.call('sayEngagement', {
        id,
        body: {
          stage: 'S1',
          seenAt: null,
          degree: { extent: 'some', durationDays: 3, effortHours: null, groups: [word(`a group that ${role} names`)], intensity: null },
          quality: { needsFit: 'partly', impact: null, influence: null },
          evidence: [word(`what ${role} shows of engagement`)],
          note: word(`how ${role} sees engagement`)
        }
      })
    const citizen = by('CIT')
    const protocol = { how: 'assembly', decidedOn: '2025-03-01', note: word('a protocol'), replacesSeatId: by('COM').seatId }
    await citizen.api.call('recordProtocol', { id, body: { ...protocol, candidateSeatId: citizen.seatId } })
    const change = { modality: 'M2', leadKind: null, namedPartner: null, reason: word('why another modality') }
    await by('CSO').api.call('proposeModality', { id, body: change })
    const mandate = { givenBy: word('who gave a mandate'), note: word('the note on a mandate'), expiresOn: null }
    await by('CSO').api.call('changeSeat', { id: by('CSO').seatId, body: { mandate } })
  }

  /** A roadmap with a task that was declined by one, accepted by another, and that the sides are not of one mind about. */
  async #takeOn(workspaceId: string, by: (role: Role) => Member, word: (what: string) => string): Promise<void> {
    const taskId = v7()
    const document = { workspaceId, kind: 'roadmap', title: word('a roadmap with tasks') } as const
    const id = await this.server.app.nest
      .get(DocumentService)
      .create(document, (doc) => addTask(doc, { newId: () => taskId }, { title: word('a task') }))
    const [cso, nso] = [by('CSO').api, by('NSO').api]
    const ask = async (version: number, asked: object): Promise<string> =>
      (await cso.call('askForTask', { id, body: { taskId, version, ...asked } })).tasks[0]!.assignments.at(-1)!.assignmentId
    const [first, second] = [await ask(0, { side: 'state' }), await ask(1, { seatId: by('NSO').seatId })]
    await nso.call('answerTask', { id: first, body: { version: 2, answer: 'declined', reason: word('why it was declined') } })
    await nso.call('answerTask', { id: second, body: { version: 3, answer: 'accepted', reason: '' } })
    await nso.call('setTaskStatus', { id, body: { taskId, version: 4, status: 'blocked', reason: word('why it is blocked') } })
    await cso.call('sayTaskDone', { id, body: { taskId, version: 5, isDone: false, note: word('why it is not done') } })
  }

  async #invite(id: string, by: (role: Role) => Member, ofSide: (what: string, side: Side) => string): Promise<void> {
    const made = [
      await by('CSO').api.call('createInvitation', {
        id,
        body: {
          role: 'CSO',
          organisation: { name: ofSide('an invited society', 'civic'), kind: 'cso' },
          uses: 1,
          expiresInDays: 3,
          email: `${this.canaries.add('an invited address', () => false)}@example.org`
        }
      }),
      await by('NSO').api.call('createInvitation', {
        id,
        body: { role: 'NSO', organisation: { name: ofSide('an invited office', 'state'), kind: 'nso' }, uses: 2, expiresInDays: 3 }
      })
    ]
    for (const { link, code } of made) this.told.push(link.slice(link.lastIndexOf('/') + 1), code)
  }

  /** The civic side has filed and the state side has not: what was filed is the civic side's own to read (PRIN-2). */
  async #file(
    id: string,
    by: (role: Role) => Member,
    word: (what: string) => string,
    ofSide: (what: string, side: Side) => string
  ): Promise<void> {
    let contentHash = ''
    const document = { workspaceId: id, kind: 'principles', title: word('the principles'), side: 'civic' } as const
    const documentId = await this.server.app.nest.get(DocumentService).create(document, (doc) => {
      answerPrinciples(doc, ofSide('what was filed', 'civic'))
      contentHash = filingHash(doc)
    })
    await by('CSO').api.call('filePrinciples', { id: documentId, body: { contentHash } })
  }

  /** Read by all, written by the civic side alone. */
  async #writeByOneSide(workspaceId: string, word: (what: string) => string): Promise<string> {
    const text = word('the text of a civic document')
    const document = { workspaceId, kind: 'objectives', title: word('a civic document'), side: 'civic' } as const
    return this.server.app.nest.get(DocumentService).create(document, (doc) => writeInto(doc, 'objectives', text))
  }

  /** By their own organisation: nobody else takes its voice away. */
  async #remove(removed: Member, by: Member, reason: string, readers: Map<string, unknown>) {
    await this.owner.query('update seat set organisation_id = (select organisation_id from seat where id = $2) where id = $1', [
      removed.seatId,
      by.seatId
    ])
    await by.api.call('endSeat', { id: removed.seatId, body: { reason } })
    readers.delete(removed.api.personId)
  }

  /** An observer of both: what they may read of the one does not open the other to anybody. */
  async #seatInBoth(): Promise<void> {
    const [one, two] = this.workspaces as [CrawlWorkspace, CrawlWorkspace]
    const name = this.canaries.add('the seat in both', (id) => this.#membersOf(one.id)(id) || this.#membersOf(two.id)(id))
    const first = await new World(this.owner, one.id).seat('OBS', { name, invitedByCivic: true })
    const { rows } = await this.owner.query<{ id: string }>(
      `insert into seat (id, workspace_id, person_id, role, name, invited_by_civic) values (gen_random_uuid(), $1, $2, 'OBS', $3, true) returning id`,
      [two.id, first.personId, name]
    )
    for (const { id } of [one, two]) this.#readers.get(id)!.set(first.personId, null)
    const api = await ApiClient.as(this.server, first.personId)
    await this.#mark('an observer of both', api, [
      { workspaceId: one.id, seatId: first.seatId },
      { workspaceId: two.id, seatId: rows[0]!.id }
    ])
  }
}
