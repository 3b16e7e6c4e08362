import { BlockingProxy } from '../support/blocking-proxy.js'
import { storedGoal } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'

const GOAL = 'Our shared goal'
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
})
