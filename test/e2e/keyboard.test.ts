import type { Page } from 'playwright-core'
import { DocumentPage } from '../support/page/document-page.js'
import { storedDocument } from '../support/page/document-log.js'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'

const GOAL = 'Our shared goal'
const PASSWORD = 'seven herons crossing'

describeInBrowser('by keyboard alone', () => {
  let stage: Stage
  let page: Page
  let keyboard: Keyboard

  beforeAll(async () => {
    stage = await Stage.open()
    await stage.server.admin('create-person', '--handle', 'noor', '--name', 'Noor', '--password', PASSWORD)
    page = (await stage.visitor()).page
    keyboard = new Keyboard(page)
  })
  afterAll(() => stage?.close())

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  async function openDocument(title: string): Promise<DocumentPage> {
    await keyboard.follow(link('Clean water on the lower Arin').last())
    await heading('Clean water on the lower Arin').waitFor()
    await keyboard.follow(link(title))
    await heading(title).waitFor()
    const document = await new DocumentPage(page).ready()
    await document.saves()
    return document
  }

  test('[UI-79] sign in with the form, and sign out', async () => {
    await page.goto('/sign-in')
    await keyboard.tabTo(page.getByLabel('User name or e-mail'))
    await keyboard.type('noor')
    await keyboard.tabTo(page.getByLabel('Password'))
    await keyboard.type(PASSWORD)
    await keyboard.press('Enter')
    await heading('My initiatives').waitFor()
    await signOut('Noor')
  })

  test('[UI-79] sign in as a sample person, skip to the page, open the initiative', async () => {
    await keyboard.follow(button('NSO statistician'))
    await heading(/^My (work|initiatives)$/).waitFor()
    await page.goto('/initiatives')
    await heading('My initiatives').waitFor()
    await keyboard.press('Tab')
    await keyboard.follow(link('Skip to the page'))
    await keyboard.press('Tab')
    const first = page.locator('#main').getByRole('link').first()
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('[UI-79] objectives: write, leave the text with Esc and Tab, add an objective and move it up', async () => {
    const document = await openDocument('What we want to know about our water')
    await keyboard.tabTo(document.text(GOAL))
    await keyboard.press('Control+End')
    await keyboard.type(' Typed without a mouse.')
    await keyboard.press('Enter')
    await keyboard.type('- a list')
    await keyboard.press('Tab', 'Escape', 'Tab')
    expect(await document.text(GOAL).evaluate((element) => element.contains(window.document.activeElement))).toBe(false)

    await keyboard.follow(button('Add an objective'))
    const added = page.getByRole('heading', { level: 3, name: 'Objective 4' })
    await keyboard.comesTo(added)
    await keyboard.tabTo(page.getByLabel('What it is for').nth(3))
    await keyboard.type('Evidence')
    await keyboard.tabTo(button('Move up: research'), { backwards: true })
    await keyboard.press('Enter')
    const codes = async () => (await stored()).objectives.map(({ classification }) => classification?.code)
    await until('the new objective before the one above it', codes, (order) => order.join() === 'O1,O2,O7,O8')
    // The list opens over the sticky bar: going through it does not scroll the page, which would close it.
    const search = page.getByRole('combobox', { name: 'Add a target or an indicator' }).nth(2)
    await keyboard.tabTo(search)
    await keyboard.type('6.3')
    await page.getByRole('option', { name: /^6\.3 / }).waitFor()
    await keyboard.press('ArrowDown', 'Enter')
    await page.getByRole('button', { name: 'Remove 6.3' }).first().waitFor()
    await document.saves()
    const { goal } = await stored()
    expect(JSON.stringify(goal)).toContain(' Typed without a mouse.')
    expect(goal.content.at(-1)?.type).toBe('bulletList')

    async function stored() {
      return storedDocument(stage.pool, await stage.documentId('objectives'), 'objectives')
    }
  })

  test('[UI-79] agreement: choose a clause, write it, set one of its fields', async () => {
    const document = await openDocument('Agreement on the water readings')
    await keyboard.follow(page.getByRole('link', { name: 'Small numbers' }))
    const chosen = page.getByRole('heading', { level: 2, name: 'Small numbers' })
    await keyboard.comesTo(chosen)
    await keyboard.tabTo(document.text('Text of the clause'))
    await keyboard.press('Control+End')
    await keyboard.type(' Agreed by keys.')
    await keyboard.tabTo(page.getByLabel('Smallest number shown'))
    await keyboard.press('Control+a')
    await keyboard.type('15')
    await keyboard.press('Enter')
    await document.saves()
    const { clauses } = await storedDocument(stage.pool, await stage.documentId('agreement'), 'agreement')
    const clause = clauses.find(({ code }) => code === 'C21')
    expect(clause?.fields.minimumCount).toBe(15)
    expect(JSON.stringify(clause?.text)).toContain(' Agreed by keys.')
  })

  test('[UI-79] [TASK-27] roadmap: add a task, name it, date it, move it to the top', async () => {
    const document = await openDocument('The first year')
    await keyboard.follow(button('Add a task'))
    await keyboard.comesTo(document.text('What is to be done', 5))
    await keyboard.type('Sing at the river')
    await keyboard.tabTo(page.getByLabel('day, Due', { exact: true }))
    await keyboard.type('30062027')
    await keyboard.tabTo(document.text('Why'))
    await keyboard.type('So that children come.')
    await until(
      'the task to be called by its name',
      () => button('Move or remove: Sing at the river').count(),
      (count) => count === 1
    )
    await keyboard.choose(button('Move or remove: Sing at the river'), 'Move to…')
    await keyboard.tabTo(page.getByLabel('Place', { exact: true }))
    await keyboard.press('ArrowDown')
    await keyboard.follow(page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }))
    await document.saves()
    const { tasks } = await storedDocument(stage.pool, await stage.documentId('roadmap'), 'roadmap')
    expect(tasks[0]).toMatchObject({ title: 'Sing at the river', schedule: { due: '2027-06-30' } })
    expect(JSON.stringify(tasks[0]?.why)).toContain('So that children come.')
  })

  test('[UI-79] sign out from a document', () => signOut('Mara Okonjo'))

  async function signOut(name: string): Promise<void> {
    await keyboard.choose(button(`${name}: my account`), 'Sign out')
    await page.getByRole('alertdialog', { name: 'Sign out?' }).waitFor()
    await keyboard.follow(button('Sign out'))
    await heading('Sign in').waitFor()
  }
})
