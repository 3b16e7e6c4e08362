import { ClausePage } from '../support/page/clause-page.js'
import { storedDocument } from '../support/page/document-log.js'
import { type DocumentPage, writeTogether } from '../support/page/document-page.js'
import { describeInBrowser, PHONE, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const IN_WORDS = 'In your words'
const SAMPLERS = 'How many people take part'
const FRAME = 'From whom or where (frame and sample)'

describeInBrowser('several people in one document at once', () => {
  let stage: Stage
  let statistician: Visitor
  let lead: Visitor
  let delegate: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    ;[statistician, lead, delegate] = await Promise.all([
      stage.signedIn('statistician'),
      stage.signedIn('cso-lead'),
      stage.signedIn('delegate', { viewport: PHONE, hasTouch: true })
    ])
  })
  afterAll(() => stage?.close())

  const everybodySees = async (documents: readonly DocumentPage[], label: string, ...sentences: readonly string[]) => {
    for (const document of documents) for (const sentence of sentences) await document.shows(label, sentence)
  }

  test('[UI-70][UI-72] three write the plan of a stage; the server is killed in the middle, and nothing is missing for anybody', async () => {
    const id = await stage.documentId('plan')
    const open = await Promise.all([statistician, lead, delegate].map((visitor) => visitor.open(id, '?question=method')))
    const [office, cso, community] = open as [DocumentPage, DocumentPage, DocumentPage]
    await writeTogether(IN_WORDS, [
      { document: office, at: 'end', words: ' From the office.' },
      { document: cso, at: 'start', words: 'From the CSO. ' },
      { document: community, at: 'amongTheWords', words: 'From the community. ' }
    ])
    // A sentence that has not come to somebody yet can be parted by what they write at its end.
    await everybodySees(open, IN_WORDS, ' From the office.', 'From the CSO. ', 'From the community. ')
    await stage.server.kill()
    await Promise.all(open.map((document, index) => document.append(IN_WORDS, ` Without a server ${index}.`)))
    expect(await office.saveState()).not.toBe('saved')
    await stage.server.start()
    await Promise.all(open.map((document) => document.saves()))
    const sentences = [' From the office.', 'From the CSO. ', 'From the community. ', 'server 0.', 'server 1.', 'server 2.']
    await everybodySees(open, IN_WORDS, ...sentences)
    await lead.reopen()
    await everybodySees([await lead.open(id, '?question=method')], IN_WORDS, ...sentences)
  })

  test('[UI-71] a side’s people write its principles together; the other side reads them as they grow', async () => {
    const { rows } = await stage.pool.query<{ id: string }>(`select id from document where kind = 'principles' and side = 'civic'`)
    const address = '?question=P08'
    const [cso, community, office] = await Promise.all([lead, delegate, statistician].map((visitor) => visitor.open(rows[0]!.id, address)))
    await writeTogether('What we do', [
      { document: cso!, at: 'end', words: ' From the CSO.' },
      { document: community!, at: 'start', words: 'From the community. ' }
    ])
    await everybodySees([cso!, community!, office!], 'What we do', ' From the CSO.', 'From the community. ')
    expect(await office!.saveState()).toBe('read_only')
  })

  test('[DOC-23] one field, two answers at once: everybody ends with the same one of the two', async () => {
    const id = await stage.documentId('plan')
    const [office, cso, community] = await Promise.all(
      [statistician, lead, delegate].map((visitor) => visitor.open(id, '?question=method'))
    )
    for (const [visitor, document, answer] of [
      [statistician, office, '120'],
      [lead, cso, '240']
    ] as const) {
      await visitor.context.setOffline(true)
      const field = document!.page.getByLabel(SAMPLERS)
      await field.fill(answer)
      await field.press('Enter')
    }
    for (const visitor of [statistician, lead]) await visitor.context.setOffline(false)
    await office!.saves()
    await cso!.saves()
    const answers = () => Promise.all([office, cso, community].map((document) => document!.page.getByLabel(SAMPLERS).inputValue()))
    const [one] = await until('one answer everywhere', answers, (seen) => new Set(seen).size === 1 && seen[0] !== '60')
    expect(['120', '240']).toContain(one)
    const stored = await storedDocument(stage.pool, id, 'plan')
    expect(stored.answers.find((answer) => answer.id === 'method')?.fields.people).toBe(Number(one))
  })

  test('[SAVE-40] one field, two who write in it: who leaves it second is told what came, and either takes its place or takes it', async () => {
    const id = await stage.documentId('plan')
    const [office, cso] = await Promise.all([statistician, lead].map((visitor) => visitor.open(id, '?question=method')))
    const field = ({ page }: DocumentPage) => page.getByRole('textbox', { name: FRAME })
    const both = () => Promise.all([office!, cso!].map((document) => field(document).inputValue()))
    const stored = async () => (await storedDocument(stage.pool, id, 'plan')).answers.find((answer) => answer.id === 'method')?.fields.frame
    const writeBoth = async (first: string, second: string) => {
      await field(office!).fill(first)
      await field(cso!).fill(second)
      await office!.page.keyboard.press('Tab')
      await office!.saves()
      await until('the first is stored', stored, (words) => words === first)
      await cso!.page.keyboard.press('Tab')
      await cso!.page.getByText(`While you wrote, this became “${first}”. What you wrote is not saved yet.`).waitFor()
      expect([await both(), await stored(), await cso!.saveState()]).toEqual([[first, second], first, 'unfinished'])
    }
    await writeBoth('Every village', 'Every well')
    await cso!.page.getByRole('button', { name: `Put mine in its place ${FRAME}` }).click()
    await until('the second everywhere', both, (words) => words.every((one) => one === 'Every well'))
    await cso!.saves()
    await writeBoth('Every house', 'Every school')
    await field(cso!).press('Escape')
    expect(await both()).toEqual(['Every house', 'Every house'])
    await cso!.saves()
    expect(await stored()).toBe('Every house')
  })

  test('[DOC-22][SAVE-13] a clause is removed while somebody writes in it: it is gone for both, and the writer gets the words back', async () => {
    const id = await stage.documentId('agreement')
    const [office, cso] = await Promise.all([statistician, lead].map((visitor) => visitor.open(id)))
    for (const document of [office!, cso!]) await new ClausePage(document).choose('Purposes')
    await office!.page.getByRole('button', { name: 'Move or remove: Purposes' }).click()
    await office!.page.getByRole('menuitem', { name: 'Remove…' }).click()
    await cso!.append('Text of the clause', ' And to teach it in schools.')
    await office!.page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await cso!.page.getByRole('link', { name: 'Purposes' }).waitFor({ state: 'detached' })
    await cso!.recovered.waitFor()
    expect((await cso!.recovered.innerText()).trim()).toBe('And to teach it in schools.')
    await cso!.page.getByText('was removed by somebody else while you were here').waitFor()
    expect(await office!.recovered.count()).toBe(0)
    const { clauses } = await storedDocument(stage.pool, id, 'agreement')
    expect(clauses.filter(({ code }) => code === 'C07')).toEqual([])
  })

  test('[DOC-21] two people move one task to two places: it stands once, at one of them, for everybody', async () => {
    const id = await stage.documentId('roadmap')
    const [office, cso, community] = await Promise.all([statistician, lead, delegate].map((visitor) => visitor.open(id)))
    const order = async () => (await storedDocument(stage.pool, id, 'roadmap')).tasks.map((task) => task.title)
    const before = await order()
    const [, , moved = ''] = before
    const move = async (visitor: Visitor, document: DocumentPage, place: string | RegExp) => {
      await visitor.context.setOffline(true)
      await document.page.getByRole('button', { name: `Move or remove: ${moved}` }).click()
      await document.page.getByRole('menuitem', { name: 'Move to…' }).click()
      const dialog = document.page.getByRole('dialog')
      const choice = await dialog.locator('option', { hasText: place }).textContent()
      await dialog.getByLabel('Place').selectOption({ label: choice ?? '' })
      await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    }
    await move(statistician, office!, /^At the beginning/)
    await move(lead, cso!, before.at(-1) ?? '')
    for (const visitor of [statistician, lead]) await visitor.context.setOffline(false)
    await Promise.all([office!.saves(), cso!.saves()])
    const others = before.filter((title) => title !== moved)
    const after = await order()
    expect([
      [moved, ...others],
      [...others, moved]
    ]).toContainEqual(after)
    for (const { page } of [office!, cso!, community!]) {
      const titles = page.getByRole('textbox', { name: /^What is to be done: Task \d+$/ })
      await until(
        'the same order on every screen',
        () => titles.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value)),
        (seen) => seen.join() === after.join()
      )
    }
  })
})
