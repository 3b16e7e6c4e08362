import { AxeBuilder } from '@axe-core/playwright'
import { richTextWords } from '@roundtable/shared/document'
import { ClausePage } from '../support/page/clause-page.js'
import { storedDocument } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, PHONE, Stage } from '../support/page/stage.js'
import type { Visitor } from '../support/page/visitor.js'

const TEXT = 'Text of the clause'

describeInBrowser('the editor of an agreement', () => {
  let stage: Stage
  let visitor: Visitor
  let documentId: string
  let open: DocumentPage

  beforeAll(async () => {
    stage = await Stage.open()
    documentId = await stage.documentId('agreement')
    visitor = await stage.signedIn('cso-lead')
    open = await visitor.open(documentId)
  })
  afterAll(() => stage?.close())

  const stored = async (code: string) => {
    const { clauses } = await storedDocument(stage.pool, documentId, 'agreement')
    return clauses.find((clause) => clause.code === code)!
  }

  test('[UI-300] says what is lacking, [UI-301] and leads by keyboard to the first open clause and from clause to clause, [UI-278] after its answers', async () => {
    const { page } = open
    const keyboard = new Keyboard(page)
    const [answered, total] = (await page.getByText(/^\d+ of \d+ answered/).innerText()).match(/\d+/g)!.map(Number)
    const left = page.getByRole('region', { name: `Before it can be signed (${total! - answered!})` })
    expect(await left.getByRole('listitem').count()).toBe(total! - answered!)
    await keyboard.follow(page.getByRole('link', { name: /^First open clause: / }))
    const heading = page.locator('#clause-title')
    await page.waitForFunction(() => document.activeElement?.id === 'clause-title')
    const first = await heading.innerText()
    // What comes after a clause stands after its answers.
    const order = await page.locator('#fields-title, .agreement__steps').evaluateAll((parts) => parts.map(({ id }) => id))
    expect(order).toEqual(['fields-title', ''])
    await keyboard.follow(page.getByRole('link', { name: /^Next clause: / }))
    await page.waitForFunction(
      (before) => document.activeElement?.textContent !== before && document.activeElement?.id === 'clause-title',
      first
    )
    await keyboard.follow(page.getByRole('link', { name: `Previous clause: ${first}` }))
    await page.locator('#clause-title', { hasText: first }).waitFor()
  })

  test('[UI-316] a day is typed part by part, and stored when the field is left', async () => {
    await new ClausePage(open).choose('Duration and review')
    const { page } = open
    const start = page.getByRole('group', { name: 'Start (needed)' })
    for (const [part, keys] of [
      ['day', '30'],
      ['month', '06'],
      ['year', '2027']
    ] as const) {
      await start.locator(`[data-type=${part}]`).focus()
      await page.keyboard.type(keys)
    }
    await page.getByRole('textbox', { name: TEXT }).focus()
    await open.saves()
    expect((await stored('C41')).fields.start).toBe('2027-06-30')
  })

  test('[UI-311] typing ¶ asks for a paragraph, by its number; [UI-310] a paste from Word says what it left out', async () => {
    const { page } = open
    await open.append(TEXT, 'We rest on ¶')
    await page.getByRole('combobox', { name: /Which paragraph/ }).waitFor()
    await page.keyboard.type('39')
    await page.keyboard.press('Enter')
    await open.text(TEXT).locator('.mention', { hasText: '¶39' }).waitFor()
    await page.keyboard.type(' in this.')
    await open.paste(
      TEXT,
      `<p class=MsoNormal>And so:<img src="file:///a.png"><img src="file:///b.png"></p>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.&nbsp;</span>we <span style='color:#C00000'>start</span></p>
      <div style='mso-element:comment-list'><div style='mso-element:comment'><p>Do we?</p></div></div>`
    )
    const said = page.locator('.document__bar').getByText('Of what was pasted, 2 pictures, 1 comment and 1 colour were left out.')
    await said.waitFor()
    await open.saves()
    const { text } = await stored('C41')
    expect(richTextWords(text)).toContain('We rest on ¶39 in this.')
    expect(richTextWords(text)).not.toContain('Do we?')
    const json = JSON.stringify(text)
    expect(json).toContain('{"type":"text","text":"¶39","marks":[{"type":"frameworkParagraph"}]}')
    expect(json).toContain('"orderedList"')
    await page.locator('.document__bar').getByRole('button', { name: 'Close' }).click()
    await said.waitFor({ state: 'detached' })
  })

  test('[UI-313] a table’s header row and [UI-312] a block’s direction are set by keyboard from the menus', async () => {
    const { page } = open
    const keyboard = new Keyboard(page)
    const chooseInBar = async (menu: string, item: string) => {
      const button = page.getByRole('button', { name: menu, exact: true })
      await keyboard.press('Alt+F10')
      for (let steps = 0; steps < 12 && !(await button.evaluate((one) => one === document.activeElement)); steps++)
        await keyboard.press('ArrowRight')
      await keyboard.choose(button, item)
      await page.waitForFunction(() => document.activeElement?.getAttribute('contenteditable') === 'true')
    }
    await open.putCaret(TEXT, 'end')
    await keyboard.press('Enter', 'Enter')
    await chooseInBar('Table', 'Insert a table')
    await chooseInBar('Table', 'Make the first row an ordinary row')
    await chooseInBar('More formats', 'Text direction: right to left')
    await open.saves()
    const table = (await stored('C41')).text.content.find(({ type }) => type === 'table')
    expect(table).toMatchObject({ attrs: { dir: 'rtl' } })
    expect(JSON.stringify(table)).not.toContain('tableHeader')
  })

  test.each(['en', 'ar-XB'])(
    '[UI-302] [UI-303] the agreement as text (%s): headings in order, no controls, also without a line',
    async (locale) => {
      const reader = await stage.signedIn('statistician', { viewport: PHONE })
      const { page } = reader
      await page.goto(`/documents/${documentId}?locale=${locale}`)
      await page.locator('.agreement__ways').waitFor()
      await page.locator('[data-save-state="saved"]').waitFor()
      await reader.context.setOffline(true)
      await page.locator('.agreement__list a[href$="as=text"]').click()
      const article = page.locator('.as-text')
      await article.waitFor()
      expect(await article.locator('button, input, select, textarea, [contenteditable]').count()).toBe(0)
      expect(await article.locator('h3').count()).toBe(14)
      expect(await article.locator('.mention').count()).toBe(1)
      // Which template it has stands at its end.
      expect(await page.locator('.document > *').last().innerText()).toContain('1.0.0')
      const { violations } = await new AxeBuilder({ page })
        .include('.as-text')
        .withRules(['heading-order', 'list', 'definition-list'])
        .analyze()
      expect(violations).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
      await article.locator('.as-text__clause').nth(1).locator('a').last().click()
      await page.locator('#clause-title').waitFor()
      await reader.close()
    }
  )
})
