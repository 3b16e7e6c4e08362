import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ClausePage } from '../support/page/clause-page.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const TEXT = 'Text of the clause'

describeInBrowser('three people in one agreement', () => {
  let stage: Stage
  let office: Visitor
  let lead: Visitor
  let citizen: Visitor
  let mine: DocumentPage
  let theirs: DocumentPage
  let phone: DocumentPage

  beforeAll(async () => {
    stage = await Stage.open()
    ;[office, lead, citizen] = await Promise.all([
      stage.signedIn('statistician', { viewport: LAPTOP }),
      stage.signedIn('cso-lead', { viewport: LAPTOP }),
      stage.signedIn('citizen', { viewport: PHONE, hasTouch: true })
    ])
    const id = await stage.documentId('agreement')
    ;[mine, theirs, phone] = await Promise.all([office.open(id), lead.open(id), citizen.open(id)])
  })
  afterAll(() => stage?.close())

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()
  const list = async ({ page }: DocumentPage) => {
    // A phone's bar is one line: the rest of it comes when it is asked for.
    const more = page.locator('.document__more [aria-expanded="false"]')
    if (await more.isVisible()) await more.click()
    await page.getByRole('button', { name: /here: show who/ }).click()
    return page.getByRole('dialog', { name: 'Who is here' })
  }
  const view = async ({ page }: DocumentPage, item: string) => {
    await page.getByRole('button', { name: 'View', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole(/^(Let|Show)/.test(item) ? 'menuitemcheckbox' : 'menuitemradio', { name: item }).press('Enter')
    await page.keyboard.press('Escape')
  }
  /** With PICTURES a folder, what there is to see is kept there. */
  const picture = async ({ page }: DocumentPage, name: string) => {
    const { PICTURES } = process.env
    if (!PICTURES) return
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  const nameOfLead = () =>
    stage.pool.query<{ name: string }>(`select name from person where sample_key = 'cso-lead'`).then(({ rows }) => rows[0]!.name)

  test('[UI-280] see by side who is here and where', async () => {
    await new ClausePage(theirs).choose('Small numbers')
    await theirs.putCaret(TEXT, 'end')
    const people = await list(mine)
    const civic = people.getByRole('region', { name: 'Civic side' })
    await civic.getByText('In Small numbers').waitFor()
    expect(await people.getByRole('region').count()).toBe(2)
    await picture(mine, 'people-1280')
    await mine.page.keyboard.press('Escape')
  })

  test('[UI-282] [UI-283] a phone follows the lead from clause to clause without its focus, until it scrolls; then until the lead leaves', async () => {
    const name = await nameOfLead()
    const people = await list(phone)
    await picture(phone, 'people-320')
    await people.getByRole('button', { name: `Follow ${name}` }).tap()
    await heading(phone.page, 'Small numbers')
    await phone.page.getByText(`You follow ${name}.`).first().waitFor()
    const focus = () => phone.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName)
    const before = await focus()
    await new ClausePage(theirs).choose('Shared goal')
    await heading(phone.page, 'Shared goal')
    await theirs.putCaret(TEXT, 'end')
    expect(await focus()).toBe(before)
    await picture(phone, 'follow-320')
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await phone.page.mouse.wheel(0, 200)
    await phone.page.locator('[data-following]').waitFor({ state: 'detached' })
    await new ClausePage(theirs).choose('Small numbers')
    await new ClausePage(mine).choose('Shared goal')

    const again = await list(mine)
    await again.getByRole('button', { name: `Follow ${name}` }).click()
    await heading(mine.page, 'Small numbers')
    await theirs.page.goto('/initiatives')
    await mine.page.getByText(`You no longer follow ${name}: they have left.`).first().waitFor()
    theirs = await lead.open(await stage.documentId('agreement'))
  })

  test("[UI-281] hide others' carets by keyboard, also after the page was opened anew", async () => {
    await new ClausePage(theirs).choose('Small numbers')
    await new ClausePage(mine).choose('Small numbers')
    await theirs.putCaret(TEXT, 'end')
    await mine.page.locator('.caret').first().waitFor()
    await view(mine, 'Show where others write')
    await mine.page.locator('.caret').first().waitFor({ state: 'hidden' })
    await mine.page.reload()
    await mine.ready()
    expect(await mine.page.locator('.document').getAttribute('data-carets')).toBe('off')
    await mine.page.getByRole('button', { name: 'View', exact: true }).waitFor()
  })

  test("[UI-284] let others' changes wait, write on and are saved, and then see everything", async () => {
    await view(mine, 'Let others’ changes wait')
    await theirs.append(TEXT, ' Theirs, held.')
    await mine.page.getByText('1 change waits').waitFor()
    await mine.putCaret(TEXT, 'start')
    await mine.page.keyboard.type('Mine meanwhile. ')
    await mine.saves()
    await theirs.shows(TEXT, 'Mine meanwhile. ')
    expect(await mine.words(TEXT)).not.toContain('held')
    await picture(mine, 'held-1280')
    await mine.page.getByRole('button', { name: 'Show changes' }).click()
    await mine.shows(TEXT, ' Theirs, held.')
    await until(
      'both to see the same',
      async () => [await mine.words(TEXT), await theirs.words(TEXT)],
      ([here, there]) => here === there
    )

    await view(mine, 'Let others’ changes wait')
    await theirs.append(TEXT, ' Held again.')
    await mine.page.getByText('1 change waits').waitFor()
    await mine.putCaret(TEXT, 'start')
    await mine.page.keyboard.press('Control+z')
    await mine.shows(TEXT, ' Held again.')
    expect(await mine.words(TEXT)).not.toContain('Mine meanwhile.')
    await mine.page.getByText('1 change waits').waitFor({ state: 'detached' })
  })

  test('[UI-285] choose what is read out, by keyboard, and the device keeps it', async () => {
    await view(mine, 'Not at all')
    expect(await mine.page.evaluate(() => localStorage.getItem('roundtable.spoken'))).toBe('off')
  })
})
