import type { Page } from 'playwright-core'
import { HeldLog } from '../support/page/document-log.js'
import { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'
const STATISTICIAN = `(select id from person where sample_key = 'statistician')`
const ENDED_LATER =
  'You are signed out on this device. Its session ends at the server as soon as this page has a network: leave it open, or end the session from another device.'

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

  const endSessions = () => stage.pool.query(`update session set ended_at = now() where ended_at is null and person_id = ${STATISTICIAN}`)

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

  test('[ID-80] without a line signing out takes everything off the device at once, [ID-81] nothing is shown as that person again, also after the browser was closed, and the session is ended as soon as there is a line, [ID-82] before somebody else signs in', async () => {
    const phone = await stage.signedIn('statistician', { serviceWorkers: 'allow' })
    await phone.keepsProgram()
    const typed = await phone.open(documentId)
    await typed.saves()
    await phone.context.setOffline(true)
    await typed.append(GOAL, ' For nobody else.')
    await askToSignOut(phone.page)
    await phone.page.getByText(/You can sign out of this device all the same/).waitFor()
    await phone.page.getByRole('button', { name: 'Sign out and lose it' }).click()
    await signInPage(phone.page)
    await phone.page.getByText(ENDED_LATER).waitFor()
    await until(
      'nothing on the device',
      () => phone.keptOnDevice(),
      (kept) => !kept.includes('roundtable/')
    )
    const notes = () => phone.page.evaluate(() => Object.entries({ ...localStorage }).filter(([, value]) => value !== ''))
    expect(await notes()).toEqual([['roundtable.endOwed', 'yes']])

    await phone.reopen()
    for (const address of ['/', `/documents/${documentId}`]) {
      await phone.page.goto(address)
      await signInPage(phone.page)
      await phone.page.getByText(ENDED_LATER).waitFor()
      expect(await phone.page.getByText(GOAL).count()).toBe(0)
    }

    const living = async () =>
      (await stage.pool.query(`select id from session where ended_at is null and person_id = ${STATISTICIAN}`)).rows.length
    const before = await living()
    const asked: string[] = []
    phone.page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/^\/(api|live|events)/.test(pathname) && pathname !== '/api/health') asked.push(`${request.method()} ${pathname}`)
    })
    await phone.context.setOffline(false)
    await phone.page.getByText('You are signed out.').waitFor()
    expect([asked[0], await living()]).toEqual(['DELETE /api/session', before - 1])
    expect(await notes()).toEqual([])
    await phone.page.goto('/initiatives')
    await signInPage(phone.page)
    await phone.page.getByRole('button', { name: 'CSO lead' }).click()
    await phone.page.getByRole('heading', { level: 1, name: /^My (work|initiatives)$/ }).waitFor()
    await phone.close()
  })

  test('[ID-83] a sign-out without a line is followed in the other tabs at once, without a page of the server', async () => {
    const second = await otherTab()
    await writer.context.setOffline(true)
    await document.append(GOAL, ' Typed beside, without a line.')
    await askToSignOut(second)
    await second.getByText(/changes are only on this device\. If you sign out now, they are lost\./).waitFor()
    await second.getByRole('button', { name: 'Sign out and lose it' }).click()
    for (const page of [second, document.page]) {
      await signInPage(page)
      await page.getByText(ENDED_LATER).waitFor()
    }
    await noCopies(second)
    await writer.context.setOffline(false)
    for (const page of [second, document.page]) await page.getByText('You are signed out.').waitFor()
  })
})
