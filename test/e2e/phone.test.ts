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

  const picture = (name: string) => citizen.page.screenshot({ path: join(PICTURES, `${name}-en-320.png`) })

  test('[UI-99] undo and redo can be reached at 320 px, in one line with the rest', async () => {
    await document.append(GOAL, ' A slip.')
    const more = citizen.page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'More' })
    await more.click()
    await picture('format more')
    await citizen.page.keyboard.press('Escape')
    await citizen.page.getByRole('button', { name: 'Undo my last change' }).click()
    await until(
      'the slip gone',
      () => document.words(GOAL),
      (words) => !words.includes('A slip.')
    )
    await citizen.page.getByRole('button', { name: 'Do it again' }).click()
    await document.shows(GOAL, 'A slip.')
    await document.saves()
    const lines = await citizen.page
      .locator('.format-bar button')
      .evaluateAll((buttons) => new Set(buttons.map((button) => button.getBoundingClientRect().top)).size)
    expect(lines).toBe(1)
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
