import type { Locator, Page } from 'playwright-core'
import { storedDocument } from '../support/page/document-log.js'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, PHONE, Stage } from '../support/page/stage.js'

describeInBrowser('a CSO lead with nothing but a phone', () => {
  let stage: Stage
  beforeAll(async () => (stage = await Stage.open()))
  afterAll(() => stage?.close())

  test('[UI-170] opens an initiative and answers its short agreement, clause after clause, until nothing of it is open', async () => {
    const { page } = await stage.signedIn('union-lead', { viewport: PHONE, hasTouch: true })
    await page.getByRole('link', { name: 'Start a new initiative' }).click()
    await page.getByLabel('What is it called?').fill('Ramps of Port Selara')
    await page.getByRole('combobox', { name: 'Country' }).tap()
    await page.keyboard.type('Selara')
    await page.getByRole('option', { name: 'Selara' }).waitFor()
    for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByLabel('A civil society organisation').check()
    await page.getByLabel('Name of the organisation').fill('Selara Union of Persons with Disabilities')
    const kind = page.getByLabel('Kind of organisation')
    if ((await kind.inputValue()) === '') await kind.selectOption({ index: 1 })
    await page.getByLabel('What are you called here?').fill('Amara Lind')
    await page.getByLabel('Data-sharing agreement').check()
    await page.getByRole('button', { name: 'Start it', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Ramps of Port Selara' }).waitFor()
    await page.locator('.documents').getByRole('link').filter({ hasText: 'agreement' }).click()
    await page.getByText('0 of 32 answered').waitFor()

    await page.getByRole('navigation', { name: 'Clauses' }).getByRole('link').first().click()
    const next = page.getByRole('link', { name: /^Next open clause: / })
    for (let clause = 1; clause <= 14; clause++) {
      await answer(page)
      if (clause < 14) await toNextClause(page, next)
    }
    await next.waitFor({ state: 'detached' })
    await page.locator('[data-save-state="saved"]').waitFor()
    await page.getByRole('link', { name: 'All clauses' }).click()
    await page.getByText(/^14 of \d+ answered/).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    expect((await storedDocument(stage.pool, id, 'agreement')).clauses).toHaveLength(14)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  }, 240_000)

  test('[UI-463] whoever goes back from a clause comes to its line in the list, in view, and from the text to the heading', async () => {
    const visitor = await stage.signedIn('statistician', { viewport: PHONE })
    const { page } = await visitor.open(await stage.documentId('agreement'))
    const keyboard = new Keyboard(page)
    const line = page.getByRole('navigation', { name: 'Clauses' }).getByRole('link', { name: 'Duration and review' })
    await keyboard.follow(line)
    await keyboard.comesTo(page.locator('#clause-title', { hasText: 'Duration and review' }))
    await keyboard.follow(page.getByRole('link', { name: 'All clauses' }))
    await keyboard.comesTo(line)
    const [bar, of] = [(await page.locator('.document__bar').boundingBox())!, (await line.boundingBox())!]
    expect([of.y >= bar.y + bar.height, of.y + of.height <= PHONE.height]).toEqual([true, true])
    await keyboard.follow(page.getByRole('link', { name: 'Read it all as text' }))
    await keyboard.follow(page.getByRole('link', { name: 'Back to writing and answering' }))
    await keyboard.comesTo(page.locator('#clauses-title'))
    await visitor.close()
  })

  test('[UI-171] a statistician finds in two steps what is not answered, and whose answer it is', async () => {
    const { page } = await stage.signedIn('statistician')
    await page.getByRole('link', { name: 'Clean water on the lower Arin' }).click()
    await page
      .locator('.documents__item', { hasText: 'Agreement on the water readings' })
      .getByText(/\d+ of \d+ answered/)
      .waitFor()
    await page.getByRole('link', { name: 'What is still open, and for whom' }).click()
    const ofState = page.getByRole('region', { name: 'Only this side can answer: State side' })
    await ofState.getByRole('link', { name: 'How the office keeps the principles' }).waitFor()
    await ofState.getByText('Analysis and dissemination').waitFor()
    const ofAll = page.getByRole('region', { name: 'For all who write it' })
    await ofAll.getByText('How we design it').waitFor()
    expect(await page.getByText('What we say first').count()).toBe(0)
    await ofAll.getByRole('link', { name: 'Refusal and withdrawal' }).click()
    await page.getByRole('heading', { level: 2, name: 'Refusal and withdrawal' }).waitFor()
  })
})

/** Follows the link and waits for the clause it names: until then the fields on the screen are those of the clause before. */
async function toNextClause(page: Page, next: Locator): Promise<void> {
  const title = (await next.innerText()).replace(/^Next open clause: /, '')
  await next.click()
  await page.locator('#clause-title', { hasText: title }).waitFor()
}

/** Answers the open clause as its screen asks: whatever can be chosen is chosen, whatever can be written is written. */
async function answer(page: Page): Promise<void> {
  const heading = page.locator('#clause-title')
  await heading.waitFor()
  const fields = page.locator('.agreement__fields')
  const add = fields.getByRole('button', { name: /^Add a (row|party)/ })
  if ((await add.count()) > 0) await add.first().click()
  await page.getByRole('textbox', { name: 'Text of the clause' }).click()
  await page.keyboard.type('As we said at our meeting.')
  for (const select of await fields.locator('select').all()) await select.selectOption({ index: 1 })
  for (const group of await fields.locator('fieldset.choices').all()) await group.locator('input').first().check()
  for (const field of await fields
    .locator('textarea, input:not([type=radio]):not([type=checkbox]):not([type=hidden]):not([hidden]):not([data-type])')
    .all())
    await write(field)
  for (const day of await fields.locator('.day-field').all()) await writeDay(page, day)
  await page.waitForFunction(
    () => !/Still needed|Too early|Answered when/.test(document.querySelector('.agreement__fields')?.textContent ?? '')
  )
}

async function write(field: Locator): Promise<void> {
  const [type, label] = [await field.getAttribute('type'), (await field.getAttribute('aria-label')) ?? '']
  if ((await field.inputValue()) !== '') return
  await field.fill(type === 'number' ? '30' : label || 'Said at our meeting')
  await field.blur()
}

/** A day, part by part, whichever comes first in the language. */
async function writeDay(page: Page, day: Locator): Promise<void> {
  const parts = { day: '30', month: '06', year: '2027' }
  for (const [part, keys] of Object.entries(parts)) {
    await day.locator(`[data-type=${part}]`).focus()
    await page.keyboard.type(keys)
  }
  await day.locator('[data-type=year]').blur()
}
