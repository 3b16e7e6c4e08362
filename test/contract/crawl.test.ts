import { RoundtableError } from '@roundtable/shared/error'
import { REST } from '@roundtable/shared/protocol'
import { DocumentService } from '../../server/src/live/index.js'
import { ABSENT, Trial, attemptsOf } from '../support/crawl/replay.js'
import { type Shown, crawl, send } from '../support/crawl/crawler.js'
import { type CrawlActor, CrawlScene } from '../support/crawl/scene.js'
import { EventsClient } from '../support/events-client.js'
import { EveryRow } from '../support/every-row.js'
import { RawClient } from '../support/raw-client.js'
import { seededRandom } from '../support/random.js'

const AT_ONCE = 12
/** `CRAWL=whole`: each id in each operation by each person to whom it is strange. */
const IS_WHOLE = process.env.CRAWL === 'whole'

/** Every id in every answer, tried by everybody to whom it was not shown, wherever an id can be tried. */
describe('what was shown to somebody else', () => {
  let scene: CrawlScene
  let rows: EveryRow
  const shown = new Map<CrawlActor, Shown>()

  beforeAll(async () => {
    scene = await CrawlScene.open()
    rows = await EveryRow.of(scene.owner)
    for (const actor of scene.actors) shown.set(actor, await crawl(scene, actor))
  }, 300_000)
  afterAll(() => scene?.close())

  /** What others were shown and this person was not, and ids that nobody is shown. */
  function strangeTo(actor: CrawlActor): string[] {
    const own = shown.get(actor)!.ids
    const ofPeople = scene.actors.flatMap(({ personId }) => (personId && personId !== actor.personId ? [personId] : []))
    return [...new Set([...[...shown.values()].flatMap(({ ids }) => [...ids]), ...ofPeople])].filter((id) => !own.has(id))
  }

  it('[ABIL-33] the crawl reaches everything: each member is shown their workspace, its people, documents and open questions', () => {
    for (const workspace of scene.workspaces)
      for (const { role, api } of workspace.members) {
        const actor = scene.actors.find(({ personId }) => personId === api.personId)!
        const { ids } = shown.get(actor)!
        const expected = [workspace.id, ...workspace.documents, ...workspace.members.map(({ seatId }) => seatId)]
        const found = expected.filter((id) => ids.has(id))
        // The secretariat is told of its own seat alone while the registry shows nothing.
        expect([actor.name, found.length]).toEqual([actor.name, role === 'SEC' ? found.length : expected.length])
      }
    const lead = [...shown].find(([{ name }]) => name === 'CSO of workspace one')![1]
    const said = lead.texts.flatMap((text) => scene.canaries.named(text)).join('\n')
    for (const what of [
      'a protocol',
      'why another modality',
      'evidence of NSO',
      'a note of NSO',
      'an invited society',
      'the seat in both',
      'what was filed',
      'a group that NSO names',
      'why it is blocked',
      'why it is not done'
    ])
      expect(said).toContain(what)
    expect([...shown.values()].some(({ secrets }) => secrets.size > 0)).toBe(true)
  })

  it('[ABIL-13] a document of one side is read by all and written by that side alone, at the door as well', async () => {
    for (const { civicDocument, members } of scene.workspaces)
      for (const { role, side, api } of members.filter((member) => member.role !== 'SEC')) {
        const { right } = await api.call('getDocument', { id: civicDocument })
        expect([role, right]).toEqual([role, side === 'civic' ? 'edit' : 'view'])
      }
  })

  it('[ABIL-33] nobody reads a word that is not for them, nor somebody else’s handle, e-mail or account name, nor a secret told once', () => {
    const wrong: string[] = []
    for (const [{ name, personId }, { texts }] of shown)
      for (const text of texts) {
        wrong.push(...scene.canaries.strangeIn(text, personId).map((what) => `${name} reads ${what}`))
        if (scene.told.some((secret) => text.includes(secret))) wrong.push(`${name} reads a secret`)
      }
    expect([...new Set(wrong)]).toEqual([])
  })

  it(`[ABIL-33] every id that somebody else was shown, tried in every operation, changes nothing, tells nothing and is answered like an absent one (${IS_WHOLE ? 'by everybody' : 'by two people each'})`, async () => {
    const random = seededRandom(`crawl ${new Date().toISOString().slice(0, 10)}`)
    const attempts = new Map(scene.actors.map((actor) => [actor, attemptsOf(actor).map((each) => new Trial(scene, actor, each))]))
    const strange = new Map(scene.actors.map((actor) => [actor, new Set(strangeTo(actor))]))
    const ids = [...new Set([...strange.values()].flatMap((each) => [...each]))]
    const count = attempts.get(scene.actors[0]!)!.length
    const wrong: string[] = []
    let tried = 0
    for (const id of ids) {
      const strangers = scene.actors.filter((actor) => strange.get(actor)!.has(id))
      const drawn = Array.from({ length: count }, (_, at) =>
        (IS_WHOLE ? strangers : [random.pick(strangers), random.pick(strangers)]).map((actor) => attempts.get(actor)![at]!)
      ).flat()
      const before = await rows.digests()
      for (let at = 0; at < drawn.length; at += AT_ONCE)
        wrong.push(...(await Promise.all(drawn.slice(at, at + AT_ONCE).map((trial) => trial.run(id)))).flat())
      const changed = await rows.changedSince(before)
      if (changed.length > 0) wrong.push(`${id} changed ${changed.join(', ')}`)
      tried += drawn.length
    }
    process.stdout.write(`${ids.length} ids, ${tried} attempts of ${scene.actors.length} people (seed ${random.seed})\n`)
    expect(wrong.slice(0, 30)).toEqual([])
  }, 1_500_000)

  it('[ABIL-33] secret-looking values of somebody else lead nowhere either: as ids, as secrets of an invitation, as cursors', async () => {
    const wrong: string[] = []
    const before = await rows.digests()
    const secrets = [...new Set([...shown.values()].flatMap((each) => [...each.secrets]))]
    for (const actor of scene.actors) {
      const strange = secrets.filter((secret) => !shown.get(actor)!.secrets.has(secret)).slice(0, 8)
      for (const secret of strange) {
        const seen = await Promise.all([
          send(scene, actor, { name: 'getDocument', id: secret }),
          send(scene, actor, { name: 'getWorkspace', id: secret }),
          send(scene, actor, { name: 'listWorkspaces', query: { cursor: secret } }),
          send(scene, actor, { name: 'previewInvitation', body: { secret } }),
          send(scene, actor, { name: 'acceptInvitation', body: { secret, name: 'Heron' } })
        ])
        for (const { text } of seen)
          wrong.push(...scene.canaries.strangeIn(text, actor.personId).map((what) => `${actor.name} reads ${what}`))
      }
    }
    expect([wrong, await rows.changedSince(before)]).toEqual([[], []])
  })

  it('[ABIL-33] the same ids open neither the socket.io door nor the live one', async () => {
    const wrong: string[] = []
    const documents = scene.workspaces.flatMap((workspace) => [...workspace.documents, workspace.civicDocument])
    for (const actor of scene.actors) {
      if (actor.personId !== null) wrong.push(...(await watchAll(scene, actor, [...strangeTo(actor)])))
      for (const id of documents.filter((each) => !shown.get(actor)!.ids.has(each))) {
        const client = new RawClient(`${scene.server.liveUrl}/live/${id}?schema=1`, {
          headers: { origin: scene.server.url, ...(actor.cookie ? { cookie: actor.cookie } : {}) }
        })
        await client.opened
        client.greet()
        const { code } = await client.closed
        if (code !== (actor.personId === null ? 4401 : 4404)) wrong.push(`${actor.name} was closed with ${code}`)
        wrong.push(
          ...scene.canaries.strangeIn(client.received.toString('latin1'), actor.personId).map((what) => `${actor.name} hears ${what}`)
        )
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('[ABIL-33] a door that forgets to ask is noticed: by what it tells, and by what it changes', async () => {
    const documents = scene.server.app.nest.get(DocumentService)
    const outsider = scene.actors.find(({ name }) => name === 'an outsider')!
    const id = scene.workspaces[0]!.documents[0]!
    const tryAll = async (): Promise<string[]> => {
      const found: string[] = []
      for (const each of attemptsOf(outsider)) found.push(...(await new Trial(scene, outsider, each).run(id)))
      return found
    }
    const lead = scene.workspaces[0]!.members[0]!.api
    const shownToLead = await lead.call('getDocument', { id })
    const before = await rows.digests()
    const spies = [
      jest.spyOn(documents, 'mustExistFor').mockResolvedValue(),
      jest
        .spyOn(documents, 'view')
        .mockImplementation((asked) => (asked === id ? Promise.resolve(shownToLead) : Promise.reject(new RoundtableError('not_found'))))
    ]
    try {
      const found = (await tryAll()).join('\n')
      expect(found).toMatch(/reads (the (objectives|roadmap|principles)|a roadmap with tasks) of workspace one/)
      expect(await rows.changedSince(before)).toEqual(['live_ticket'])
    } finally {
      for (const spy of spies) spy.mockRestore()
      await scene.owner.query('delete from live_ticket')
    }
    expect(await tryAll()).toEqual([])
  })

  it('[ABIL-33] every operation with an id, in its path or in its body, is among the attempts', () => {
    const names = new Set(attemptsOf(scene.actors[0]!).map(({ name }) => name))
    for (const [name, { path }] of Object.entries(REST)) if (path.includes('{id}')) expect(names).toContain(name)
    expect(names).toContain('createTicket')
  })
})

/** As many as one page may ask for; the others on a new line. */
async function watchAll(scene: CrawlScene, actor: CrawlActor, ids: string[]): Promise<string[]> {
  const wrong: string[] = []
  while (ids.length > 0) wrong.push(...(await watchSome(scene, actor, ids.splice(0, 50))))
  return wrong
}

async function watchSome(scene: CrawlScene, actor: CrawlActor, ids: readonly string[]): Promise<string[]> {
  const ear = await new EventsClient(scene.server, actor).opened()
  try {
    if (ear.refusal !== null) return [`${actor.name} was refused at the door: ${ear.refusal}`]
    const absent = JSON.stringify(await ear.watch(ABSENT))
    const answers = await Promise.all(ids.map((id) => ear.watch(id)))
    return answers.filter((answer) => JSON.stringify(answer) !== absent).map((answer) => `${actor.name} watches: ${JSON.stringify(answer)}`)
  } finally {
    ear.close()
  }
}
