import { BlockingProxy } from '../support/blocking-proxy.js'
import { storedGoal } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'

const GOAL = 'Our shared goal'
const CLOSED = /\/events\//
const SENTENCE = 'This network blocks the direct line; Roundtable uses a slower one. Everything is saved the same way.'

describeInBrowser('a network that lets no WebSocket through', () => {
  let stage: Stage
  let documentId: string
  let proxy: BlockingProxy
  let direct: DocumentPage

  beforeAll(async () => {
    stage = await Stage.open()
    proxy = await BlockingProxy.before(stage.server.port)
    documentId = await stage.documentId('objectives')
    direct = await (await stage.signedIn('cso-lead')).open(documentId)
  })
  afterAll(async () => {
    proxy?.close()
    await stage?.close()
  })

  const sees = (document: DocumentPage, words: string): Promise<unknown> =>
    until(
      `"${words}" on the screen`,
      () => document.words(GOAL),
      (seen) => seen.includes(words)
    )
  const told = (document: DocumentPage) => document.page.getByRole('status').filter({ hasText: SENTENCE })

  test.each(['refuse', 'swallow'] as const)(
    '[LIVE-94] where they are met with "%s" two people write together all the same, are told so, and the page goes back by itself',
    async (upgrades) => {
      proxy.let(upgrades)
      const visitor = await stage.signedIn('statistician', { baseURL: proxy.url })
      const behind = await visitor.open(documentId)
      await told(behind).waitFor({ timeout: 30_000 })
      await behind.saves()
      await behind.append(GOAL, ` Behind it (${upgrades}).`)
      await sees(direct, ` Behind it (${upgrades}).`)
      await direct.append(GOAL, ` And directly (${upgrades}).`)
      await sees(behind, ` And directly (${upgrades}).`)
      await Promise.all([behind.saves(), direct.saves()])

      // Remembered: a page that is loaded anew asks for no WebSocket first.
      await behind.page.reload()
      await behind.ready()
      await told(behind).waitFor()
      await behind.saves()

      const before = proxy.passed
      proxy.let('pass')
      await behind.page.evaluate(() => window.dispatchEvent(new Event('online')))
      await told(behind).waitFor({ state: 'detached' })
      await behind.append(GOAL, ` Back (${upgrades}).`)
      await sees(direct, ` Back (${upgrades}).`)
      await behind.saves()
      // The one that asked whether it is open again, and the document's.
      expect(proxy.passed - before).toBeGreaterThanOrEqual(2)
      const stored = await storedGoal(stage.pool, documentId)
      for (const words of [`Behind it (${upgrades})`, `And directly (${upgrades})`, `Back (${upgrades})`])
        expect(stored.split(words)).toHaveLength(2)
      await visitor.context.close()
    }
  )

  test('[UI-221] where the slower line is closed as well, the last saved text is to read, and to write when a line comes', async () => {
    proxy.let('refuse')
    // The worker would ask past what is closed here.
    const visitor = await stage.signedIn('statistician', { baseURL: proxy.url, serviceWorkers: 'block' })
    await visitor.context.route(CLOSED, (route) => route.abort())
    const behind = await visitor.open(documentId)
    const said = behind.page.getByRole('status').filter({ hasText: /^This is the last saved text, as of / })
    await said.waitFor()
    await behind.reading(GOAL).waitFor()
    expect(await behind.text(GOAL).count()).toBe(0)
    await direct.append(GOAL, ' Written meanwhile.')
    await direct.saves()
    await behind.page.getByRole('button', { name: 'Try again' }).click()
    await sees(behind, ' Written meanwhile.')
    expect(await behind.text(GOAL).count()).toBe(0)

    await visitor.context.unroute(CLOSED)
    proxy.let('pass')
    await said.waitFor({ state: 'detached' })
    await behind.append(GOAL, ' And written on.')
    await sees(direct, ' And written on.')
    await behind.saves()
    await visitor.context.close()
  })
})
