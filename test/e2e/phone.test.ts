import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'
const INITIATIVE = 'Clean water on the lower Arin'
const PICTURES = join(__dirname, '../output/screens')

describeInBrowser('a citizen on a phone, over poor wifi', () => {
  let stage: Stage
  let citizen: Visitor
  let document: DocumentPage

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    stage = await Stage.open()
  })
  beforeEach(async () => {
    citizen = await stage.signedIn('citizen', { viewport: PHONE, hasTouch: true })
    await citizen.page.getByRole('link', { name: INITIATIVE }).click()
    await citizen.page.getByRole('link', { name: 'What we want to know about our water' }).click()
    document = await citizen.documentOpen()
    await document.text(GOAL).waitFor()
    await document.saves()
  })
  afterEach(() => citizen.close())
  afterAll(() => stage?.close())

  /** On how many lines the middles of these stand, as far as they are shown. */
  const lines = (selector: string) =>
    citizen.page.locator(selector).evaluateAll((shown) => {
      const boxes = shown.map((each) => each.getBoundingClientRect()).filter(({ height }) => height > 0)
      return new Set(boxes.map(({ top, height }) => Math.round(top + height / 2))).size
    })
  const picture = (name: string) => citizen.page.screenshot({ path: join(PICTURES, `${name}-en-320.png`) })

  test('[UI-99] undo and redo can be reached at 320 px, in one line with the rest', async () => {
    await document.append(GOAL, ' A slip.')
    const { page } = citizen
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'More formats' }).click()
    await picture('format more')
    await citizen.page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Undo my last change' }).click()
    await until(
      'the slip gone',
      () => document.words(GOAL),
      (words) => !words.includes('A slip.')
    )
    await page.getByRole('button', { name: 'Do it again' }).click()
    await document.shows(GOAL, 'A slip.')
    await document.saves()
    expect(await lines('.format-bar button')).toBe(1)
  })

  test('[UI-274] the bar is one line with the rest behind “More”, by Alt and F10 too, and covers the focus ring beside it', async () => {
    const { page } = citizen
    const bar = page.locator('.document__bar')
    const more = page.getByRole('button', { name: 'More', exact: true })
    await more.waitFor()
    expect(await lines('.document__bar :is(.pill, button):not(:is(.format-bar, .people, [aria-haspopup]) *)')).toBe(1)
    expect((await bar.boundingBox())!.height).toBeLessThanOrEqual(64)
    await picture('bar of a document')
    await document.putCaret(GOAL, 'end')
    await page.keyboard.press('Alt+F10')
    await page.waitForFunction(() => window.document.activeElement?.closest('.format-bar') !== null)
    expect(await more.getAttribute('aria-expanded')).toBe('true')
    await picture('bar of a document, all of it')
    const [of, text] = [(await bar.boundingBox())!, (await document.text(GOAL).boundingBox())!]
    expect([of.x <= text.x - 5, of.x + of.width >= text.x + text.width + 5]).toEqual([true, true])
    await more.click()
    await page.getByRole('toolbar', { name: 'Format' }).waitFor({ state: 'hidden' })
  })

  test('[UI-267] what a paragraph says stands within the screen, off its edges', async () => {
    const chips = citizen.page.locator('.mention[role=note]')
    for (const chip of (await chips.all()).slice(0, 4)) {
      await chip.focus()
      const { x, width } = (await chip.locator('.mention__said').boundingBox())!
      expect([x >= 8, x + width <= PHONE.width - 8]).toEqual([true, true])
    }
    expect(await chips.count()).toBeGreaterThan(1)
  })

  test('[UI-275] where the keyboard leaves little room, what has become of the words stays in sight', async () => {
    const { page } = citizen
    await page.setViewportSize({ width: PHONE.width, height: 360 })
    await document.append(GOAL, ' By the river.')
    await document.saves()
    await page.evaluate(() => window.scrollTo(0, window.document.body.scrollHeight))
    await picture('little room')
    const { x, y, width, height } = (await page.locator('[data-save-state]').boundingBox())!
    expect([x >= 0, y >= 0, x + width <= PHONE.width, y + height <= 360]).toEqual([true, true, true, true])
  })

  test('[UI-97] without a network the lists and the document one was writing are shown from memory, and what was never fetched is said to need one', async () => {
    await citizen.context.setOffline(true)
    await document.append(GOAL, ' Typed in the valley.')
    await citizen.page.getByRole('link', { name: 'Initiatives', exact: true }).click()
    await citizen.page.getByRole('link', { name: INITIATIVE }).click()
    await citizen.page.getByRole('link', { name: 'The first year' }).click()
    await citizen.page.getByText('This device has no network, so this cannot be fetched.').waitFor()
    await picture('never fetched')
    await citizen.page.getByRole('link', { name: 'Initiatives', exact: true }).click()
    await citizen.page.getByRole('link', { name: INITIATIVE }).click()
    await citizen.page.getByRole('link', { name: 'What we want to know about our water' }).click()
    await document.shows(GOAL, 'Typed in the valley.')
    await citizen.context.setOffline(false)
    await document.saves()
  })

  test('[SAVE-42] words that wait on the device are said in few words there, and the bar does not grow by them', async () => {
    const bar = () => citizen.page.locator('.document__bar').evaluate((element) => element.getBoundingClientRect().height)
    const whole = await bar()
    await citizen.context.setOffline(true)
    await document.append(GOAL, ' Said where no line is.')
    await citizen.page.locator('[data-save-state="on_device"]').waitFor()
    expect((await citizen.page.locator('.pill__short').innerText()).replace(/\d+/, 'n')).toBe('On this device: n')
    await citizen.page.getByText(/^On this device: \d+ changes waiting$/).waitFor({ state: 'attached' })
    await picture('on device')
    expect(await bar()).toBeLessThanOrEqual(whole + 20)
    await citizen.context.setOffline(false)
    await document.saves()
  })

  test('[UI-98] the name at a caret is gone when it has rested, and is back when it moves', async () => {
    const office = await stage.signedIn('statistician', { viewport: LAPTOP })
    const theirs = await office.open(await stage.documentId('objectives'))
    await theirs.putCaret(GOAL, 'start')
    const name = document.text(GOAL).locator('.caret__name')
    await name.getByText('Mara').waitFor()
    await name.evaluate((label) => label.getAnimations().forEach((animation) => animation.finish()))
    expect(await name.isVisible()).toBe(false)
    await office.page.keyboard.press('ArrowRight')
    await name.getByText('Mara').waitFor()
    await office.close()
  })
})
