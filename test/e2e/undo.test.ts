import { ClausePage } from '../support/page/clause-page.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, LAPTOP, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const TEXT = 'Text of the clause'

describeInBrowser('undo across a document that two people write', () => {
  let stage: Stage
  let office: Visitor
  let lead: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    office = await stage.signedIn('statistician', { viewport: LAPTOP })
    lead = await stage.signedIn('cso-lead', { viewport: LAPTOP })
  })
  afterAll(() => stage?.close())

  const said = (document: DocumentPage) => document.page.locator('.visually-hidden[aria-live=polite]').first()
  const says = (document: DocumentPage, words: string) =>
    until(
      `“${words}” to be said`,
      () => said(document).textContent(),
      (sentence) => sentence?.includes(words) === true
    )

  test("[UI-286] [UI-288] [UI-291] keys take back text, a number and a choice in two clauses, say where, and leave the other's words", async () => {
    const id = await stage.documentId('agreement')
    const [mine, theirs] = await Promise.all([office.open(id), lead.open(id)])
    const [clauses, others] = [new ClausePage(mine), new ClausePage(theirs)]
    await Promise.all([clauses.choose('Small numbers'), others.choose('Small numbers')])
    const field = clauses.field('Smallest number shown')
    const before = await field.inputValue()
    await mine.append(TEXT, ' Mine.')
    await theirs.append(TEXT, ' Theirs.')
    await mine.shows(TEXT, ' Theirs.')
    await field.fill('17')
    await field.press('Enter')
    await clauses.choose('Shared goal')
    await mine.append(TEXT, ' Elsewhere.')

    const { keyboard } = mine.page
    await keyboard.press('Control+z')
    await says(mine, 'Undone in Shared goal: the text.')
    expect(await mine.words(TEXT)).not.toContain('Elsewhere')
    await keyboard.press('Control+z')
    await says(mine, 'Undone in Small numbers: Smallest number shown.')
    await mine.page.getByRole('heading', { level: 2, name: 'Small numbers' }).waitFor()
    expect(await field.inputValue()).toBe(before)
    await until('the focus where it was undone', () => field.evaluate((one) => one === one.ownerDocument.activeElement), Boolean)
    await keyboard.press('Control+z')
    await until(
      'the words gone',
      () => mine.words(TEXT),
      (words) => !words.includes('Mine.') && words.includes('Theirs.')
    )
    await keyboard.press('Control+Shift+z')
    await mine.shows(TEXT, 'Mine.')
    await keyboard.press('Control+y')
    expect(await field.inputValue()).toBe('17')
    await mine.saves()
    await theirs.shows(TEXT, 'Mine.')
  })

  test('[UI-287] [UI-290] a task that was removed comes back by the button, and a draft keeps the browser’s own undo', async () => {
    const id = await stage.documentId('roadmap')
    const document = await office.open(id)
    const { page } = document
    const first = document.text('What is to be done')
    const title = await first.inputValue()
    const entry = page.locator('[data-entry]').first()
    const key = await entry.getAttribute('data-entry')
    await page.getByRole('button', { name: `Move or remove: ${title}` }).click()
    await page.getByRole('menuitem', { name: 'Remove…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await until(
      'the task gone',
      () => page.locator(`[data-entry="${key}"]`).count(),
      (n) => n === 0
    )

    const quick = page.getByRole('textbox', { name: 'Add tasks quickly' })
    await quick.pressSequentially('Not a task yet')
    await page.keyboard.press('Control+z')
    await until(
      'the draft undone by the browser',
      () => quick.inputValue(),
      (words) => words !== 'Not a task yet'
    )
    expect(await page.locator(`[data-entry="${key}"]`).count()).toBe(0)
    await quick.fill('')

    await page.getByRole('button', { name: 'Undo my last change' }).click()
    await page.locator(`[data-entry="${key}"]`).waitFor()
    expect(await document.text('What is to be done').inputValue()).toBe(title)
    await document.saves()
  })

  test('[UI-462] undoing by key what one adds leads from the task that goes to the one beside it', async () => {
    const document = await office.open(await stage.documentId('roadmap'))
    const { page } = document
    const keyboard = new Keyboard(page)
    await page.locator('[data-entry]').first().waitFor()
    const before = await page.locator('[data-entry]').count()
    await keyboard.follow(page.getByRole('button', { name: 'Add a task', exact: true }))
    await keyboard.comesTo(document.text('What is to be done', before))
    await keyboard.press('Control+z')
    await keyboard.comesTo(page.locator('[data-entry]').last().locator('[data-entry-heading]'))
    expect(await page.locator('[data-entry]').count()).toBe(before)
    await document.saves()
  })
})
