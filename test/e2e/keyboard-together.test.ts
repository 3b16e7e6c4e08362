import type { Page } from 'playwright-core'
import { storedDocument } from '../support/page/document-log.js'
import { DocumentPage } from '../support/page/document-page.js'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'

const INITIATIVE = 'Clean water on the lower Arin'
const TEXT = 'Text of the clause'
const LEAD = 'Tomás Reyes'

describeInBrowser('a roadmap and other people, by keyboard alone', () => {
  let stage: Stage
  let page: Page
  let keyboard: Keyboard

  beforeAll(async () => {
    stage = await Stage.open()
    page = (await stage.signedIn('statistician')).page
    keyboard = new Keyboard(page)
  })
  afterAll(() => stage?.close())

  const button = (name: string | RegExp, on = page) => on.getByRole('button', { name, exact: true })

  async function open(title: string, on = page, by = keyboard): Promise<DocumentPage> {
    for (const name of [INITIATIVE, title]) await by.go(name)
    const document = await new DocumentPage(on).ready()
    await document.saves()
    return document
  }

  test('[UI-79] [UI-296] a roadmap: filter and show all again, select several tasks, change them as one and take it back', async () => {
    const document = await open('The first year')
    const stages = async () => {
      const { tasks } = await storedDocument(stage.pool, await stage.documentId('roadmap'), 'roadmap')
      return tasks.map((task) => task.stage)
    }
    const before = await stages()
    await keyboard.follow(button('Filters'))
    const filter = page.getByRole('group', { name: 'Filters' }).getByLabel('Stage')
    await keyboard.pick(filter, 'Collection')
    await page.getByText('2 of 5 tasks shown.', { exact: true }).first().waitFor()
    await keyboard.comesTo(filter)
    await keyboard.follow(button('Show all tasks'))
    await keyboard.comesTo(page.locator('#tasks-title'))
    await until(
      'all tasks',
      () => page.locator('[data-entry]').count(),
      (count) => count === before.length
    )

    await keyboard.follow(button('Select tasks'))
    const boxes = page.getByRole('checkbox', { name: /^Select: / })
    await keyboard.comesTo(boxes.first())
    await keyboard.press('Space')
    await keyboard.tabTo(boxes.nth(2))
    await keyboard.press('Space')
    await keyboard.choose(button('2 selected…'), 'Change…')
    await keyboard.pick(page.getByLabel('What do you want to change?'), 'Stage')
    await keyboard.pick(page.getByLabel('It becomes'), 'Review of impact')
    await keyboard.follow(button('Change 2 tasks'))
    await keyboard.comesTo(button('2 selected…'))
    await document.saves()
    expect(await stages()).toEqual(before.map((was, index) => (index === 0 || index === 2 ? 'S6' : was)))

    await keyboard.follow(button('Undo'))
    await button('Undo').waitFor({ state: 'detached' })
    await keyboard.comesTo(button('2 selected…'))
    await document.saves()
    expect(await stages()).toEqual(before)
    await keyboard.follow(button('Stop selecting'))
    await keyboard.comesTo(page.locator('#tasks-title'))
  })

  test('[UI-79] [UI-283] [UI-296] follow somebody and stop; let others’ changes wait, and take them', async () => {
    const lead = (await stage.signedIn('cso-lead')).page
    const theirs = new Keyboard(lead)
    const [mine, other] = [await open('Agreement on the water readings'), await open('Agreement on the water readings', lead, theirs)]
    const clause = (on: Page) => on.getByRole('heading', { level: 2, name: 'Small numbers' })

    const people = button(/^2 here: show who$/)
    await keyboard.follow(people)
    await keyboard.follow(button(`Follow ${LEAD}`))
    await page.getByText(`You follow ${LEAD}.`).first().waitFor()
    await keyboard.comesTo(people)
    await theirs.follow(lead.getByRole('link', { name: 'Small numbers' }))
    await theirs.comesTo(clause(lead))
    await clause(page).waitFor()
    await keyboard.comesTo(people)
    await keyboard.follow(button('Stop'))
    await page.locator('[data-following]').waitFor({ state: 'detached' })
    await keyboard.comesTo(people)

    await keyboard.choose(button('View'), 'Let others’ changes wait')
    await keyboard.comesTo(button('View'))
    await theirs.tabTo(other.text(TEXT))
    await theirs.press('Control+End')
    await theirs.type(' Held, by keys.')
    await page.getByText('1 change waits').waitFor()
    expect(await mine.words(TEXT)).not.toContain('Held, by keys.')
    await keyboard.follow(button('Show changes'))
    await mine.shows(TEXT, ' Held, by keys.')
    await keyboard.comesTo(button('View'))
    await lead.context().close()
  })

  test('[UI-79] [UI-296] share with everybody what one’s side has kept', async () => {
    const lead = (await stage.signedIn('cso-lead')).page
    const theirs = new Keyboard(lead)
    await open('What we say first', lead, theirs)
    const share = button('Share it with everybody', lead)
    await theirs.follow(share)
    await theirs.press('Escape')
    await theirs.comesTo(share)
    await theirs.press('Enter')
    const question = lead.getByRole('alertdialog')
    await theirs.follow(question.getByRole('button', { name: 'Share it with everybody' }))
    await question.waitFor({ state: 'detached' })
    await theirs.comesTo(lead.getByRole('heading', { level: 1, name: 'What we say first' }))
    await open('What we say first')
  })
})
