import { HeldLog } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'
const TITLE = 'What we want to know about our water'

describeInBrowser('leaving with something at stake', () => {
  let stage: Stage
  let documentId: string
  let writer: Visitor
  let document: DocumentPage

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
  afterEach(() => writer.close())
  afterAll(() => stage?.close())

  const button = (name: string | RegExp) => writer.page.getByRole('button', { name })
  const said = (words: string | RegExp) => writer.page.getByRole('alertdialog').getByText(words)
  const copies = () =>
    writer.page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('roundtable/')).length)

  async function askToSignOut(): Promise<void> {
    await button(/: my account$/).click()
    await writer.page.getByRole('menuitem', { name: 'Sign out' }).click()
  }

  async function signInHere(person: string): Promise<void> {
    await button(person).click()
    await writer.page.getByRole('heading', { level: 1, name: /^(My work|My initiatives|What we want to know)/ }).waitFor()
  }

  /** By links alone: loading a page anew would empty the tab. */
  async function openByLinks(): Promise<void> {
    await writer.page.getByRole('link', { name: 'Initiatives', exact: true }).click()
    await writer.page.getByRole('link', { name: 'Clean water on the lower Arin' }).first().click()
    await writer.page.getByRole('link', { name: TITLE }).click()
    await document.ready()
  }

  test('[UI-93] without a network, signing out says what happens to whom it is done, and how much nobody else has; one may stay', async () => {
    await writer.context.setOffline(true)
    await document.append(GOAL, ' Typed without a network.')
    await askToSignOut()
    await said(/^The server cannot be reached\. You can sign out of this device all the same/).waitFor()
    await said(/^\d+ changes are only on this device\./).waitFor()
    await button('Stay signed in').click()
    expect(await document.words(GOAL)).toContain('Typed without a network.')
    await writer.context.setOffline(false)
    await document.saves()
  })

  test('[ID-80] where only the server is away, signing out finds that out and leaves the device all the same', async () => {
    await writer.page.route('**/api/session', (route) => route.abort())
    await askToSignOut()
    await button('Sign out').click()
    await writer.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await writer.page
      .getByText(
        'Its session ends at the server as soon as this page has a network: leave it open, or end the session from another device.'
      )
      .waitFor()
    await until('no copy on the device', copies, (count) => count === 0)
    await writer.page.unroute('**/api/session')
    await writer.page.getByText('You are signed out. Nothing of yours is left on this device.').waitFor()
  })

  test('[SAVE-10] recovered words are never shown to the next person in the same tab [SAVE-11] and leaving with them asks', async () => {
    const held = await HeldLog.of(stage.pool, documentId)
    await document.append(GOAL, ' Mine alone.')
    await held.query(
      `update session set ended_at = now() where ended_at is null and person_id = (select id from person where sample_key = 'statistician')`
    )
    await held.letGo()
    await document.recovered.getByText('Mine alone.').waitFor()
    await writer.isAskedBeforeClosing()

    await writer.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    await signInHere('CSO lead')
    await document.ready()
    await document.saves()
    expect(await document.recovered.count()).toBe(0)
    await askToSignOut()
    await said('The copies of your documents on this device are removed.').waitFor()
    await button('Sign out').click()

    await signInHere('NSO statistician')
    await openByLinks()
    await document.recovered.getByText('Mine alone.').waitFor()
    await askToSignOut()
    await said(/^One piece of your text that could not be added to a document is kept in this tab and nowhere else\./).waitFor()
    await button('Sign out and lose it').click()
    await signInHere('NSO statistician')
    await openByLinks()
    await document.saves()
    expect(await document.recovered.count()).toBe(0)
  })
})
