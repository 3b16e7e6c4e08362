import { HeldLog, storedGoal } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'
const TITLE = 'What we want to know about our water'

describeInBrowser('a document that is left by a link with unsent words', () => {
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
  })
  afterEach(async () => {
    await letGo()
    await writer.close()
  })
  afterAll(() => stage?.close())

  const line = () => writer.page.getByRole('status').getByText(new RegExp(`\\d+ changes? of “${TITLE}” (is|are) not saved yet\\.`))
  const stored = (words: string) =>
    until(
      `“${words}” in the database`,
      () => storedGoal(stage.pool, documentId),
      (goal) => goal.includes(words)
    )

  async function letGo(): Promise<void> {
    await held?.letGo()
    held = null
  }

  async function open(): Promise<void> {
    document = await writer.open(documentId)
    await document.text(GOAL).waitFor()
    await document.saves()
  }

  async function leaveByLink(): Promise<void> {
    await writer.page.getByRole('link', { name: 'Initiatives', exact: true }).click()
    await writer.page.locator('.document__body').waitFor({ state: 'detached' })
  }

  async function askToSignOut(): Promise<void> {
    await writer.page.getByRole('button', { name: /: my account$/ }).click()
    await writer.page.getByRole('menuitem', { name: 'Sign out' }).click()
  }

  test('[SAVE-15] goes on being sent, is named in the shell until it is saved, and signing out and closing the page count it', async () => {
    await open()
    held = await HeldLog.of(stage.pool, documentId)
    await document.append(GOAL, ' Left behind.')
    await leaveByLink()
    await askToSignOut()
    await writer.page.getByText(/changes are only on this device\. If you sign out now, they are lost\./).waitFor()
    await writer.page.getByRole('button', { name: 'Stay signed in' }).click()
    await line().waitFor()
    await writer.isAskedBeforeClosing()
    await letGo()
    await stored(' Left behind.')
    await line().waitFor({ state: 'detached' })
  })

  test('[SAVE-15] without a network it waits, the line leads back to the same words, and they are sent once', async () => {
    await open()
    await writer.context.setOffline(true)
    await document.append(GOAL, ' Without a line.')
    await leaveByLink()
    await line().waitFor()
    await writer.page.getByRole('status').getByRole('link', { name: 'Open it' }).click()
    await document.ready()
    expect(await document.words(GOAL)).toContain(' Without a line.')
    await line().waitFor({ state: 'detached' })
    await leaveByLink()
    await writer.context.setOffline(false)
    await stored(' Without a line.')
    expect((await storedGoal(stage.pool, documentId)).split('Without a line.')).toHaveLength(2)
  })

  test('[SAVE-15] where the browser keeps no copy its words are sent all the same', async () => {
    await writer.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no copies here', 'InvalidStateError')
      }
    })
    await open()
    await document.page.getByText('This browser keeps no copy of this document.').waitFor()
    await writer.context.setOffline(true)
    await document.append(GOAL, ' Kept by the page.')
    await leaveByLink()
    await line().waitFor()
    await writer.isAskedBeforeClosing()
    await writer.context.setOffline(false)
    await stored(' Kept by the page.')
  })

  test('[SAVE-25] what was typed in the last moment before the page was closed is named and counted at the next start', async () => {
    await open()
    held = await HeldLog.of(stage.pool, documentId)
    await document.append(GOAL, ' The last letters.')
    await writer.reopen()
    await writer.page.goto('/initiatives')
    await line().waitFor()
    await askToSignOut()
    await writer.page.getByText(/changes? (is|are) only on this device\. If you sign out now, (it is|they are) lost\./).waitFor()
    await writer.page.getByRole('button', { name: 'Stay signed in' }).click()
    await letGo()
    await writer.page.getByRole('status').getByRole('link', { name: 'Open it' }).click()
    await (await writer.documentOpen()).saves()
    await leaveByLink()
    await line().waitFor({ state: 'detached' })
  })

  test('[SAVE-15] after the page was loaded anew what waits on the device is still named and counted', async () => {
    await open()
    held = await HeldLog.of(stage.pool, documentId)
    await document.append(GOAL, ' From an earlier visit.')
    await document.page.locator('[data-save-state="on_device"]').waitFor()
    await writer.reopen()
    await writer.page.goto('/initiatives')
    await line().waitFor()
    await askToSignOut()
    await writer.page.getByText(/changes are only on this device\. If you sign out now, they are lost\./).waitFor()
    await writer.page.getByRole('button', { name: 'Stay signed in' }).click()
    await letGo()
    await writer.page.getByRole('status').getByRole('link', { name: 'Open it' }).click()
    await writer.documentOpen()
    await stored(' From an earlier visit.')
  })
})
