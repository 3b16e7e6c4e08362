import type { Page } from 'playwright-core'
import { HeldLog } from '../support/page/document-log.js'
import { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'

describeInBrowser('a device that is used by several people, or in several tabs', () => {
  let stage: Stage
  let documentId: string
  let writer: Visitor
  let document: DocumentPage
  let held: HeldLog | null = null

  beforeAll(async () => {
    stage = await Stage.open()
    documentId = await stage.documentId('objectives')
  })
  beforeEach(async () => {
    writer = await stage.signedIn('statistician')
    document = await writer.open(documentId)
    await document.text(GOAL).waitFor()
    await document.saves()
  })
  afterEach(async () => {
    await letGo()
    await writer.close()
  })
  afterAll(() => stage?.close())

  async function letGo(): Promise<void> {
    await held?.letGo()
    held = null
  }

  const noCopies = (page: Page) =>
    until(
      'no copy on the device',
      // What is kept of the server's answers is of whoever is signed in now (UI-208).
      () =>
        page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => /^roundtable\/(?!kept\/)/.test(name ?? '')).length),
      (count) => count === 0
    )

  const endSessions = () =>
    stage.pool.query(
      `update session set ended_at = now() where ended_at is null and person_id = (select id from person where sample_key = 'statistician')`
    )

  const signInPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()

  async function otherTab(): Promise<Page> {
    const page = await writer.context.newPage()
    await page.goto('/initiatives')
    await page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
    return page
  }

  async function askToSignOut(page: Page): Promise<void> {
    await page.getByRole('button', { name: /: my account$/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
  }

  test('[SAVE-18] a session that has ended takes its copies off the device; what waited in them is handed back to its writer alone', async () => {
    held = await HeldLog.of(stage.pool, documentId)
    await document.append(GOAL, ' Waiting in the copy.')
    await document.page.locator('[data-save-state="on_device"]').waitFor()
    await writer.reopen()
    await letGo()
    await endSessions()
    const { page } = writer
    await page.goto('/initiatives')
    await signInPage(page)
    await noCopies(page)

    await page.getByRole('button', { name: 'CSO lead' }).click()
    await page.getByRole('heading', { level: 1, name: /^My (work|initiatives)$/ }).waitFor()
    expect(await page.getByText('could not be added to it').count()).toBe(0)
    await askToSignOut(page)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await signInPage(page)
    await page.getByRole('button', { name: 'NSO statistician' }).click()
    await page.getByRole('status').getByRole('link', { name: 'Open it' }).click()
    const again = await writer.documentOpen()
    await again.recovered.getByText('Waiting in the copy.').waitFor()
  })

  test('[SAVE-18] somebody else who signs in over a session takes the copies of the one before off the device', async () => {
    const second = await otherTab()
    await second.goto('/sign-in')
    await second.evaluate(() => fetch('/api/session', { method: 'DELETE' }))
    await second.goto('/sign-in?sample=cso-lead')
    await second.getByRole('heading', { level: 1, name: /^My (work|initiatives)$/ }).waitFor()
    await noCopies(second)
  })

  test('[SAVE-19] signing out in one tab counts what is unsent in another, and is followed there at once', async () => {
    const second = await otherTab()
    held = await HeldLog.of(stage.pool, documentId)
    await document.append(GOAL, ' Typed beside.')
    await askToSignOut(second)
    await second.getByText(/changes are only on this device\. If you sign out now, they are lost\./).waitFor()
    const third = await otherTab()
    await second.getByRole('button', { name: 'Sign out and lose it' }).click()
    for (const page of [second, third, document.page]) await signInPage(page)
    await document.page.waitForURL((address) => !address.search.includes('documents'))
    await letGo()
    await noCopies(second)
    await second.getByRole('button', { name: 'NSO statistician' }).click()
    await second.getByRole('heading', { level: 1, name: /^My (work|initiatives)$/ }).waitFor()
    await second.goto(`/documents/${documentId}`)
    const again = await new DocumentPage(second).ready()
    await again.saves()
    expect(await again.recovered.count()).toBe(0)
  })
})
