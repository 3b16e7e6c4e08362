import type { Page } from 'playwright-core'
import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const TASKS = ['Map the wells', 'Train the readers', 'Read every month', 'Check the readings', 'Put the list on the wall']
const LAST = TASKS.at(-1)!

describeInBrowser('a roadmap that two sides take on', () => {
  let stage: Stage
  let statistician: Visitor
  let lead: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    ;[statistician, lead] = await Promise.all([
      stage.signedIn('statistician', { viewport: LAPTOP }),
      stage.signedIn('cso-lead', { viewport: PHONE, hasTouch: true })
    ])
  })
  afterAll(() => stage?.close())

  const card = (page: Page) => page.getByRole('group', { name: `Who does it: ${LAST}` })
  const status = async (page: Page, name: string) => card(page).getByText(name, { exact: true }).waitFor()
  const openDetails = (page: Page) =>
    page
      .getByRole('listitem')
      .filter({ has: card(page) })
      .getByRole('button', { name: 'Show details' })
      .click()

  async function saysDone(page: Page): Promise<void> {
    await card(page)
      .getByRole('button', { name: /^Say whether it is done: / })
      .click()
    await page.getByRole('dialog').getByLabel('It is done').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Say so' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  test('[UI-195] five tasks in a minute, asked of the other side, accepted on a phone, seen at once, done when both say so', async () => {
    const id = await stage.documentId('roadmap')
    const [office, phone] = await Promise.all([statistician.open(id), lead.open(id)])
    await office.page.locator('[data-entry]').first().waitFor()
    const before = await office.page.locator('[data-entry]').count()
    const quick = office.page.getByLabel('Add tasks quickly')
    await quick.click()
    for (const title of TASKS.slice(0, 2)) await office.page.keyboard.type(`${title}\n`)
    expect(await quick.evaluate((field) => field === document.activeElement)).toBe(true)
    await quick.focus()
    await office.page.keyboard.insertText(TASKS.slice(2).join('\n'))
    await office.page.getByRole('button', { name: 'Add 3 tasks' }).click()
    await office.page.getByText('3 tasks added.').first().waitFor()
    for (const { page } of [office, phone])
      await until(
        'five tasks more',
        () => page.locator('[data-entry]').count(),
        (count) => count === before + 5
      )
    await office.saves()

    await openDetails(office.page)
    await card(office.page)
      .getByRole('button', { name: /^Ask somebody: / })
      .click()
    const dialog = office.page.getByRole('dialog')
    await dialog.getByLabel('Ask a person, an organisation or a side?').selectOption({ label: 'A side' })
    await dialog.getByLabel('Whom?').selectOption({ label: 'Civic side' })
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
    await status(office.page, 'Proposed')
    expect(
      await card(office.page)
        .getByRole('button', { name: /^Accept/ })
        .count()
    ).toBe(0)

    await status(phone.page, 'Proposed')
    await card(phone.page)
      .getByRole('button', { name: `Accept for Civic side: ${LAST}` })
      .click()
    await status(phone.page, 'Accepted')
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await status(office.page, 'Accepted')

    await saysDone(office.page)
    await card(phone.page).getByText('State side: done').waitFor()
    await openDetails(phone.page)
    await saysDone(phone.page)
    for (const { page } of [office, phone]) await status(page, 'Done')
  })
})
