import { profileSchema, type Profile } from '@roundtable/shared/protocol'
import type { Page } from 'playwright-core'
import { storedDocument } from '../support/page/document-log.js'
import { DocumentPage } from '../support/page/document-page.js'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'

const INITIATIVE = 'Clean water on the lower Arin'
const CONSENT = 'What people are told before they take part'

describeInBrowser('an initiative’s pages, by keyboard alone', () => {
  let stage: Stage
  let page: Page
  let keyboard: Keyboard

  beforeAll(async () => {
    stage = await Stage.open()
  })
  beforeEach(async () => {
    page = (await stage.signedIn('statistician')).page
    keyboard = new Keyboard(page)
    await keyboard.go(INITIATIVE)
  })
  afterEach(() => page.context().close())
  afterAll(() => stage?.close())

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = (name: string) => page.getByRole('dialog', { name })

  /** What was saved is there when the page is opened anew. */
  async function staysSeen(words: string): Promise<void> {
    await page.reload()
    await page.getByText(words).first().waitFor()
  }

  test('[UI-79] a stage of the plan: answer a question, say what one’s side does and how people are engaged', async () => {
    await keyboard.go('How we design it')
    const document = await new DocumentPage(page).ready()
    await document.saves()
    await keyboard.follow(button(CONSENT))
    await keyboard.comesTo(button(CONSENT))
    await keyboard.tabTo(document.text('In your words'))
    await keyboard.press('Control+End')
    await keyboard.type('Told by keys.')
    await document.saves()
    const { answers } = await storedDocument(stage.pool, await stage.documentId('plan'), 'plan')
    expect(JSON.stringify(answers.find(({ id }) => id === 'consent')?.text)).toContain('Told by keys.')

    await keyboard.go('Change it on the page of all stages', 'Who does what, from design to review')
    await keyboard.follow(button('Change what we say: Design, state side'))
    const part = dialog('Design: what does the state side do?')
    await keyboard.check(part.getByRole('radio', { name: 'leads', exact: true }))
    await keyboard.follow(button('Save'))
    await part.waitFor({ state: 'detached' })
    await keyboard.comesTo(button('Change what we say: Design, state side'))
    await page.locator('.stages__mine').getByText('Changed by this side: leads').waitFor()

    await keyboard.follow(button('Say how people are engaged: Collection, state side'))
    const engagement = dialog('Collection: how does the state side see the engagement of people?')
    await keyboard.check(engagement.getByRole('radio', { name: 'In some of it' }))
    await keyboard.tabTo(engagement.getByLabel('In your own words'))
    await keyboard.type('Seen by keys.')
    await keyboard.follow(button('Save'))
    await engagement.waitFor({ state: 'detached' })
    await keyboard.comesTo(button('Change how people are engaged: Collection, state side'))
    await staysSeen('Seen by keys.')
  })

  test('[UI-79] [UI-390] the profile: change an answer, name an interest and take it out again', async () => {
    await keyboard.go('What it is about, for whom, and who funds it', 'What it is about')
    await keyboard.follow(button('Change the profile'))
    await keyboard.comesTo(page.getByLabel('Title', { exact: true }))
    await keyboard.tabTo(page.getByLabel('In a few sentences'))
    await keyboard.press('Control+End')
    await keyboard.type(' Changed by keys.')
    await keyboard.follow(button('Add a funder or an interest'))
    const added = page.getByRole('group', { name: 'Funder or interest 2' })
    await keyboard.comesTo(added.getByLabel('Name', { exact: true }))
    await keyboard.type('Nobody')
    await keyboard.follow(button('Remove Nobody'))
    await keyboard.comesTo(button('Add a funder or an interest'))
    await somebodySaves('Theirs.')
    await keyboard.follow(button('Save the profile'))
    await keyboard.follow(button('Take this instead of mine: How people say that they belong'))
    await keyboard.comesTo(page.getByLabel('How people say that they belong'))
    await keyboard.follow(button('Save the profile'))
    await keyboard.comesTo(button('Change the profile'))
    await staysSeen('Changed by keys.')
    await page.getByText('Theirs.', { exact: true }).waitFor()
    await keyboard.follow(button('Change the profile'))
    await keyboard.follow(button('Cancel'))
    await keyboard.comesTo(button('Change the profile'))

    async function somebodySaves(identification: string): Promise<void> {
      const address = `/api/workspaces/${await stage.workspaceId()}/profile`
      const read = (await (await page.request.get(address)).json()) as Profile
      const said = Object.keys(profileSchema.shape).map((field) => [field, read[field as keyof Profile]])
      const saved = await page.request.put(address, { data: { ...Object.fromEntries(said), identification } as Profile })
      expect(saved.ok()).toBe(true)
    }
  })

  test('[UI-79] [UI-296] the six questions: take back what was begun, give another answer and go on to the next', async () => {
    await keyboard.go('Is this citizen data? The six questions', 'Is this citizen data?')
    await keyboard.go('Do citizens take part in at least one stage?')
    await keyboard.check(page.getByRole('radio', { name: 'Not sure yet' }))
    await keyboard.go('Is this citizen data?')
    await keyboard.go('Do citizens take part in at least one stage?')
    await keyboard.follow(button('Discard what I typed'))
    await keyboard.comesTo(page.getByRole('radio', { name: 'Yes' }))
    await keyboard.check(page.getByRole('radio', { name: 'Not sure yet' }))
    await keyboard.tabTo(page.getByLabel('Why do you say so?'))
    await keyboard.press('Control+a')
    await keyboard.type('Answered by keys.')
    await keyboard.follow(button('Save and continue'))
    await keyboard.comesTo(page.getByRole('heading', { level: 1, name: 'Is the work guided by the principles?' }))
    await page.goBack()
    expect(await page.getByLabel('Why do you say so?').inputValue()).toBe('Answered by keys.')
  })
})
