import type { Page } from 'playwright-core'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, PHONE, Stage } from '../support/page/stage.js'
import type { Visitor } from '../support/page/visitor.js'

describeInBrowser('what waits for somebody', () => {
  let stage: Stage
  let statistician: Visitor
  let lead: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    statistician = await stage.signedIn('statistician')
    lead = await stage.visitor({ viewport: PHONE, hasTouch: true })
  })
  afterAll(() => stage?.close())

  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
  const accept = (page: Page, title: string) => page.getByRole('button', { name: `Accept: ${title}` })

  /** The office asks the civic side for the first task that nobody of it was asked for; answers its title. */
  async function asks(): Promise<string> {
    const { rows } = await stage.pool.query<{ documentId: string; taskId: string; title: string; version: number }>(
      `select p.document_id as "documentId", p.task_id as "taskId", p.title, coalesce(f.version, 0) as version
       from projected_task p left join task_fact f on f.document_id = p.document_id and f.task_id = p.task_id
       where p.document_id = $1 and coalesce(f.status, 'idea') <> 'done' and not exists (select 1 from task_assignment a
         where a.document_id = p.document_id and a.task_id = p.task_id and a.side = 'civic')
       order by p.place limit 1`,
      [await stage.documentId('roadmap')]
    )
    const { documentId, taskId, title, version } = rows[0]!
    const status = await statistician.page.evaluate(
      async ([id, body]) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
        return (await fetch(`/api/documents/${id}/assignments`, { method: 'POST', headers, body: body! })).status
      },
      [documentId, JSON.stringify({ taskId, version, side: 'civic' })]
    )
    expect(status).toBe(200)
    return title
  }

  test('[UI-236][UI-231] a CSO lead signs in on a phone, finds a task that waits, and accepts it there by keyboard', async () => {
    const title = await asks()
    const { page } = lead
    await page.goto('/sign-in?sample=cso-lead')
    await heading(page, 'My work').waitFor()
    await heading(page, `Your side is asked to take on: ${title}`).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await new Keyboard(page).follow(accept(page, title))
    await accept(page, title).waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.id === 'waiting-title')
    await page
      .getByRole('region', { name: /^You have taken on/ })
      .getByRole('link', { name: title })
      .waitFor()
  })

  test('[UI-234][UI-238] what is asked while the page is open is shown there, and leads to the task in its roadmap', async () => {
    const title = await asks()
    const { page } = lead
    await page.getByRole('link', { name: `Your side is asked to take on: ${title}` }).click()
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-entry-heading'))
    const focused = page.locator('[data-entry]').filter({ has: page.locator('[data-entry-heading]:focus') })
    await focused.getByRole('button', { name: /^Accept/ }).waitFor()
    await focused.getByRole('button', { name: 'Hide details' }).waitFor()
  })

  test('[UI-235] where no answer comes the page is there as it was last seen, and says as of when', async () => {
    const { page } = lead
    await page.goto('/my-work')
    await heading(page, /^Waits for you/).waitFor()
    await lead.copiesAreWritten()
    await page.route('**/api/**', (route) => route.abort())
    await page.reload()
    await heading(page, /^Waits for you/).waitFor()
    await page
      .getByRole('status')
      .getByText(/^What this page shows is as of/)
      .first()
      .waitFor()
    await page.unroute('**/api/**')
  })

  test('[UI-232] for whom nothing waits it says so, and what to do next', async () => {
    const facilitator = await stage.signedIn('facilitator')
    const { page } = facilitator
    await page.goto('/my-work')
    await heading(page, 'Nothing waits for you').waitFor()
    await page.getByRole('link', { name: 'My initiatives' }).click()
    await heading(page, 'My initiatives').waitFor()
    await facilitator.close()
  })
})
