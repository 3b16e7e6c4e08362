import { describeInBrowser, Stage } from '../support/page/stage.js'
import type { Visitor } from '../support/page/visitor.js'

describeInBrowser('a page on paper', () => {
  let stage: Stage
  let reader: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    reader = await stage.signedIn('citizen')
  })
  afterAll(() => stage?.close())

  afterEach(() => reader.page.emulateMedia({ media: 'screen' }))

  /** As the browser's print command does it: the page hears of it, and is laid out for paper. */
  async function print(): Promise<void> {
    await reader.page.emulateMedia({ media: 'print' })
    await reader.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  }
  async function seen(): Promise<{ readonly words: string; readonly buttons: number }> {
    await print()
    const buttons = await reader.page.locator('button:not(.button--link)').filter({ visible: true }).count()
    return { words: await reader.page.locator('body').innerText(), buttons }
  }

  test('[UI-260] has every task of a roadmap, folded or hidden by a filter, and nothing to press', async () => {
    const roadmap = await stage.documentId('roadmap')
    await reader.open(roadmap)
    await reader.page.locator('.entry').first().waitFor()
    const tasks = await reader.page.locator('.entry').count()
    await reader.open(roadmap, '?only=milestones')
    await reader.page.locator('.document__body h2').first().waitFor()
    expect(await reader.page.locator('.entry').count()).toBeLessThan(tasks)
    const { buttons } = await seen()
    expect(await reader.page.locator('.entry').count()).toBe(tasks)
    expect(
      await reader.page.locator('.entry button[aria-expanded="false"]:not([aria-haspopup], .why *)').filter({ visible: true }).count()
    ).toBe(0)
    expect(buttons).toBe(0)
  })

  test('[UI-431] says where a document belongs and of which day it is; it is asked for from the menu above the document', async () => {
    const { page } = await reader.open(await stage.documentId('objectives'))
    await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }))
    await page.getByRole('button', { name: 'View', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Print' }).click()
    await page.locator('body[data-printed]').waitFor()
    const { words } = await seen()
    expect(words).toContain('Clean water on the lower Arin')
    expect(words).toMatch(/Printed on \d+ \w+ \d{4}/)
  })

  test('[UI-318] has every clause of an agreement that is printed from one of them', async () => {
    const { page } = await reader.open(await stage.documentId('agreement'))
    const links = page.locator('.clauses__link')
    await links.nth(1).click()
    const clauses = await links.count()
    const { buttons } = await seen()
    expect(await page.locator('.as-text__clause').filter({ visible: true }).count()).toBe(clauses)
    expect([await page.locator('.agreement').isVisible(), buttons]).toEqual([false, 0])
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    expect(await page.locator('.as-text__clause').count()).toBe(0)
  })

  test('[UI-260] has every question of a plan, and the answers behind "Why?"', async () => {
    await reader.open(await stage.documentId('plan'))
    await reader.page.locator('.questions__item').first().waitFor()
    const { words, buttons } = await seen()
    expect(await reader.page.locator('.questions__item [aria-expanded="false"]:not(.why *)').filter({ visible: true }).count()).toBe(0)
    expect(words).toContain(await reader.page.locator('.why__text').first().innerText())
    expect(buttons).toBe(0)
  })
})
