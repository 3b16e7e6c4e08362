import type { DocumentKind } from '@roundtable/shared/framework'
import { ClausePage } from '../support/page/clause-page.js'
import { type DocumentPage, writeTogether } from '../support/page/document-page.js'
import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'
const CLAUSE = 'Small numbers'
const CLAUSE_TEXT = 'Text of the clause'
const TASK = 'What is to be done'

describeInBrowser('a statistician, a CSO lead and a citizen on a phone', () => {
  let stage: Stage
  let statistician: Visitor
  let lead: Visitor
  let citizen: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    // The citizen takes part under a pseudonym: the account is called otherwise.
    await stage.pool.query(`update person set name = 'Aigul Serikova' where sample_key = 'citizen'`)
    ;[statistician, lead, citizen] = await Promise.all([
      stage.signedIn('statistician', { viewport: LAPTOP }),
      stage.signedIn('cso-lead', { viewport: LAPTOP }),
      stage.signedIn('citizen', { viewport: PHONE, hasTouch: true })
    ])
  })
  afterAll(() => stage?.close())

  async function allOpen(kind: DocumentKind): Promise<[DocumentPage, DocumentPage, DocumentPage]> {
    const id = await stage.documentId(kind)
    return Promise.all([statistician.open(id), lead.open(id), citizen.open(id)])
  }

  test('[UI-70] all three write the objectives at once, in the same paragraph, and each sees everything in one piece', async () => {
    const open = await allOpen('objectives')
    const [office, cso, phone] = open
    await writeTogether(GOAL, [
      { document: office, at: 'end', words: ' The office adds this.' },
      { document: cso, at: 'amongTheWords', words: 'River Watch adds that. ' },
      { document: phone, at: 'start', words: 'And we say this. ' }
    ])
    const whole = /^And we say this\. Every family.*River Watch adds that\. .*lower Arin.* The office adds this\.$/
    for (const document of open)
      await until(
        'every word in its place',
        () => document.words(GOAL),
        (seen) => whole.test(seen)
      )
    await Promise.all(open.map((document) => document.saves()))
  })

  test('[UI-71] office and CSO write the agreement; the citizen reads it as it grows and is told why', async () => {
    const open = await allOpen('agreement')
    await Promise.all(open.map((document) => new ClausePage(document).choose(CLAUSE)))
    const [office, cso, phone] = open
    await writeTogether(CLAUSE_TEXT, [
      { document: office, at: 'end', words: ' From the office.' },
      { document: cso, at: 'start', words: 'From the CSO. ' }
    ])
    for (const document of open) for (const sentence of [' From the office.', 'From the CSO. ']) await document.shows(CLAUSE_TEXT, sentence)

    const field = new ClausePage(office).field('Smallest number shown')
    await field.fill('12')
    await field.press('Enter')
    const shownTo = (document: DocumentPage) => document.page.locator('.field', { hasText: 'Smallest number shown' })
    await shownTo(phone).getByText('12', { exact: true }).waitFor()
    await until(
      '12 in the field of the CSO',
      () => new ClausePage(cso).field('Smallest number shown').inputValue(),
      (value) => value === '12'
    )
    await saysWhyReadOnly(phone)
  })

  test('[UI-71] office and CSO write the roadmap; the citizen reads it as it grows and is told why', async () => {
    const open = await allOpen('roadmap')
    const [office, cso, phone] = open
    await writeTogether(TASK, [
      { document: office, at: 'end', words: ' (office)' },
      { document: cso, at: 'start', words: '(River Watch) ' }
    ])
    for (const document of open) for (const words of [' (office)', '(River Watch) ']) await document.shows(TASK, words)
    for (const { page } of open) await page.getByRole('button', { name: 'Show details' }).first().click()
    await office.append('Why', ' So that nobody walks in vain.')
    for (const document of open) await document.shows('Why', ' So that nobody walks in vain.')
    expect(await phone.text(TASK).getAttribute('readonly')).not.toBeNull()
    await saysWhyReadOnly(phone)
  })

  async function saysWhyReadOnly(document: DocumentPage): Promise<void> {
    await document.whyReadOnly.getByRole('button', { name: 'Why?' }).click()
    expect(await document.whyReadOnly.innerText()).toMatch(/You can read this, not change it\..+Rule \S+, Copenhagen Framework ¶\d+/s)
    expect(await document.saveState()).toBe('read_only')
    expect(await document.page.locator('[contenteditable="true"]').count()).toBe(0)
  }

  test.each(['objectives', 'agreement', 'roadmap'] as const)(
    '[UI-72] what was written in the %s is there when it is closed and opened again, and in a browser that never had it',
    async (kind) => {
      const id = await stage.documentId(kind)
      const label = { objectives: GOAL, agreement: CLAUSE_TEXT, roadmap: TASK }[kind]
      const word = `Kept in the ${kind}.`
      const before = await lead.open(id)
      if (kind === 'agreement') await new ClausePage(before).choose(CLAUSE)
      await before.append(label, ` ${word}`)
      await before.saves()
      const address = new URL(before.page.url()).search
      await lead.reopen()
      await (await lead.open(id, address)).shows(label, word)
      const other = await stage.signedIn('delegate')
      await (await other.open(id, address)).shows(label, word)
      await other.close()
    }
  )

  test('[UI-73] what is written without a line stays on the device and is merged when the line is back', async () => {
    const [office, cso, phone] = await allOpen('objectives')
    await citizen.context.setOffline(true)
    await phone.append(GOAL, ' Written on the bus.')
    await office.append(GOAL, ' Written meanwhile.')
    const states = await phone.saveStatesWhile(async () => {
      await until(
        'on this device',
        () => phone.saveState(),
        (state) => state === 'on_device'
      )
      expect(await phone.pill.innerText()).toMatch(/On this device: \d+ changes? waiting/)
      expect(await phone.page.getByText('This device has no network.').count()).toBe(1)
      expect(await cso.words(GOAL)).not.toContain('bus')
      await citizen.context.setOffline(false)
      await phone.saves()
    })
    expect(states.indexOf('saved')).toBe(states.length - 1)
    const seen = await Promise.all(
      [office, cso, phone].map(async (document) => {
        await document.shows(GOAL, ' Written on the bus.')
        await document.shows(GOAL, ' Written meanwhile.')
        return document.words(GOAL)
      })
    )
    expect(new Set(seen).size).toBe(1)
  })

  test('[UI-74] others are shown by the name of their seat, where they write and in the list; the account’s name never leaves', async () => {
    const received: string[] = []
    statistician.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(payload.toString('latin1'))))
    statistician.page.on(
      'response',
      (response) =>
        void response.text().then(
          (text) => received.push(text),
          () => undefined
        )
    )
    const [office, , phone] = await allOpen('objectives')
    await phone.append(GOAL, ' Here I am.')
    await office.shows(GOAL, ' Here I am.')
    await office.page.locator('.caret__name', { hasText: 'Blue Heron' }).waitFor()
    await office.page.getByRole('button', { name: '3 here: show who' }).click()
    const list = office.page.getByRole('dialog', { name: 'Who is here' })
    for (const name of ['Mara Okonjo (you)', 'Tomás Reyes', 'Blue Heron']) await list.getByText(name).first().waitFor()
    expect(received.some((frame) => frame.includes('Blue Heron'))).toBe(true)
    expect(received.filter((frame) => frame.includes('Aigul'))).toEqual([])
  })
})
