import type { Page } from 'playwright-core'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, PHONE, Stage } from '../support/page/stage.js'
import type { Visitor } from '../support/page/visitor.js'
import { WorkspacePages } from '../support/page/workspace-pages.js'

const QUESTIONS = {
  Q1: 'Do citizens take part in at least one stage?',
  Q2: 'Is the work guided by the principles?',
  Q3: 'Who started it?',
  Q5: 'What is it mainly for?',
  Q6: 'Is the data meant to become part of official statistics?'
} as const

describeInBrowser('opening and shaping an initiative', () => {
  let stage: Stage
  /** The sample country's initiative: the only one until somebody opens another. */
  let sample: string
  let visitors: Visitor[] = []

  beforeAll(async () => {
    stage = await Stage.open()
    sample = await stage.workspaceId()
  })
  afterEach(async () => {
    for (const visitor of visitors) await visitor.close()
    visitors = []
  })
  afterAll(() => stage?.close())

  async function signedIn(...asked: Parameters<Stage['signedIn']>): Promise<Visitor> {
    const visitor = await stage.signedIn(...asked)
    visitors.push(visitor)
    return visitor
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const says = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

  test('[UI-110] a citizen alone, with a phone and no mouse, opens an initiative, answers the questions, and it is civic action', async () => {
    const { page } = await signedIn('citizen', { viewport: PHONE })
    const keyboard = new Keyboard(page)
    await keyboard.follow(page.getByRole('link', { name: 'Start a new initiative' }))
    await page.getByRole('heading', { level: 1, name: /^Start a new initiative/ }).waitFor()
    await keyboard.tabTo(page.getByLabel('What is it called?'))
    await keyboard.type('Clean air in our street')
    await keyboard.tabTo(page.getByRole('combobox', { name: 'Country' }))
    await keyboard.type('Kyrg')
    await page.getByRole('option', { name: 'Kyrgyzstan' }).waitFor()
    await keyboard.press('ArrowDown', 'Enter')
    await keyboard.tabTo(page.getByLabel('I do, as a citizen or member of a community'))
    await keyboard.press('Space')
    await keyboard.tabTo(page.getByLabel('What are you called here?'))
    expect(await page.getByLabel('What are you called here?').inputValue()).toBe('')
    await keyboard.type('Grey Owl')
    await keyboard.follow(button(page, 'Start it'))
    const pages = new WorkspacePages(page, '')
    await pages.heading('Clean air in our street').waitFor()
    await says(page, 'How this initiative works together is not answered yet.')
    await keyboard.follow(page.getByRole('link', { name: /^Answer the questions/ }))
    await keyboard.follow(page.getByRole('link', { name: QUESTIONS.Q1 }))
    for (const [question, downs] of [
      [QUESTIONS.Q1, 0],
      [QUESTIONS.Q2, 0],
      [QUESTIONS.Q3, 0],
      [QUESTIONS.Q5, 0],
      [QUESTIONS.Q6, 1]
    ] as const) {
      await pages.heading(question).waitFor()
      await keyboard.tabTo(page.getByRole('radio').first())
      await keyboard.press('Space', ...Array<string>(downs).fill('ArrowDown'))
      await keyboard.tabTo(page.getByLabel('Why do you say so?'))
      await keyboard.type('We say so.')
      await keyboard.follow(button(page, 'Save and continue'))
    }
    await pages.heading('What the answers come to').waitFor()
    await says(page, 'Everybody who was asked says: this is citizen data.')
    await says(page, 'By these answers you work together as: Civic action')
    await keyboard.follow(page.getByRole('link', { name: 'Clean air in our street' }))
    await says(page, 'Civic action: citizens, communities or CSOs run and own it.')
    await says(page, 'The civic side alone.')
  })

  test('[UI-111] what is missing to open is said beside each field, and the first of them has the focus', async () => {
    const { page } = await signedIn('statistician')
    await page.goto('/open')
    await button(page, 'Start it').click()
    await says(page, 'Choose a country from the list.')
    await says(page, 'Say who starts it.')
    expect(await page.getByLabel('What is it called?').evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByLabel('The national statistical office').check()
    expect(await page.getByLabel('What are you called here?').inputValue()).toBe('Mara Okonjo')
    expect(new URL(page.url()).pathname).toBe('/open')
  })

  test('[UI-112] a question can be left and come back to in the same tab; signing out forgets what was typed', async () => {
    const { page } = await signedIn('cso-lead')
    const pages = new WorkspacePages(page, sample)
    await pages.open('/definition/Q2')
    await page.getByLabel('Why do you say so?').fill('Half a thought')
    await pages.open('/definition')
    await says(page, 'You: begun, not saved')
    await pages.open('/definition/Q2')
    await says(page, 'You had begun this answer and not saved it. Here it is.')
    expect(await page.getByLabel('Why do you say so?').inputValue()).toBe('Half a thought')
    await page.getByRole('button', { name: /: my account$/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('roundtable.input.')))).toEqual([])
  })

  test('[UI-113] what others answered is shown after one’s own answer, or when it is asked for; the civic side stands first', async () => {
    // The sample's sides have all answered: here nobody has yet.
    await stage.pool.query('delete from definition_answer where workspace_id = $1', [sample])
    const [office, community] = [await signedIn('statistician'), await signedIn('delegate')]
    const theirs = new WorkspacePages(office.page, sample)
    await theirs.open('/definition/Q1')
    await theirs.answer(QUESTIONS.Q1, 'Yes', 'They read the gauges with us.')
    const ours = new WorkspacePages(community.page, sample)
    await ours.open('/definition/Q1')
    await says(community.page, 'You see it when you have answered')
    expect(await community.page.getByText('They read the gauges with us.').count()).toBe(0)
    await button(community.page, 'Show what the others answered').click()
    await says(community.page, 'They read the gauges with us.')
    await ours.answer(QUESTIONS.Q1, 'Yes', 'We have read them for years.')
    await ours.open('/definition/result')
    await says(community.page, 'They read the gauges with us.')
    const sides = await community.page.locator('section:has(> #answers-Q1) .voice').evaluateAll((all) => all.map((one) => one.dataset.side))
    expect(sides).toEqual([...sides].sort((one) => (one === 'civic' ? -1 : 1)))
    expect(sides).toContain('state')
  })

  test('[UI-114] two people write the profile at once: whoever is second keeps their words, sees the others’, and saves on', async () => {
    const [first, second] = [await signedIn('statistician'), await signedIn('cso-lead')]
    for (const { page } of [first, second]) {
      await new WorkspacePages(page, sample).open('/profile')
      await button(page, 'Change the profile').click()
    }
    await first.page.getByLabel('In a few sentences').fill('Written by the office.')
    await button(first.page, 'Save the profile').click()
    await button(first.page, 'Change the profile').waitFor()
    await second.page.getByRole('textbox', { name: 'In a few sentences' }).fill('Written by River Watch.')
    await button(second.page, 'Save the profile').click()
    await says(second.page, 'Somebody else saved the profile while you wrote.')
    expect(await second.page.getByRole('textbox', { name: 'In a few sentences' }).inputValue()).toBe('Written by River Watch.')
    await says(second.page, 'Written by the office.')
    await button(second.page, 'Save the profile').click()
    await button(second.page, 'Change the profile').waitFor()
    await says(second.page, 'Written by River Watch.')
  })

  test('[UI-115] a change of modality says before it is sent who has to agree; one objection ends it, and the history keeps it', async () => {
    const [office, community] = [await signedIn('statistician'), await signedIn('delegate')]
    await new WorkspacePages(office.page, sample).open('/modality')
    await office.page.getByLabel('Driven by the statistical office', { exact: true }).check()
    await office.page.getByLabel('Reason').fill('It would be quicker.')
    await says(office.page, 'so these have to agree: civic side and state side')
    await button(office.page, 'Propose this').click()
    await says(office.page, 'A proposed change')
    await new WorkspacePages(community.page, sample).open('/modality')
    await community.page.getByLabel('We object').check()
    await button(community.page, 'Give this answer').click()
    await says(community.page, 'Say why.')
    await community.page.getByLabel('Reason').fill('We began this together.')
    await button(community.page, 'Give this answer').click()
    await says(community.page, 'Refused')
    await says(community.page, 'We began this together.')
  })

  test('[UI-116] whoever may not act is told so in a sentence, with the rule and the paragraph behind “Why can’t I?”', async () => {
    const { page } = await signedIn('facilitator')
    await new WorkspacePages(page, sample).open('/definition')
    await says(page, 'You read the answers here and give none of your own.')
    await button(page, 'Why can’t I?').click()
    await says(page, /Rule R-26, Copenhagen Framework ¶/)
  })

  test('[UI-117] a side says what it does at a stage, beside what is usual for how the initiative works', async () => {
    const { page } = await signedIn('delegate', { viewport: PHONE })
    await new WorkspacePages(page, sample).open('/stages')
    await button(page, 'Change what we say: Design, civic side').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('leads', { exact: true }).check()
    await dialog.getByLabel('In your own words').fill('We choose where to measure.')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await says(page, 'Changed by this side: leads')
    await says(page, 'We choose where to measure.')
  })

  test('[UI-118] an office and a civil society organisation open a country programme together: it is active when both have accepted', async () => {
    const [office, civic] = [await signedIn('statistician'), await signedIn('cso-lead')]
    const { page } = office
    await page.goto('/open')
    await page.getByLabel('A country programme').check()
    await page.getByLabel('What is it called?').fill('Citizen data in Kyrgyzstan')
    await page.getByRole('combobox', { name: 'Country' }).fill('kyrgyzstan')
    await page.getByLabel('The national statistical office').check()
    await page.getByLabel('Name of the organisation').fill('National Statistical Office of Selara')
    await button(page, 'Start it').click()
    await page.getByRole('heading', { level: 1, name: 'Citizen data in Kyrgyzstan' }).waitFor()
    await says(page, 'Waiting for: civic side')
    const pages = WorkspacePages.here(page)
    const headers = { origin: stage.url }
    const invited = await page.request.post(`/api/workspaces/${pages.workspaceId}/invitations`, {
      headers,
      data: { role: 'CSO', organisation: { name: 'River Watch Selara', kind: 'cso' }, uses: 1, expiresInDays: 7 }
    })
    expect(invited.status()).toBeLessThan(300)
    const { code } = (await invited.json()) as { code: string }
    const accepted = await civic.page.request.post('/api/invitations/accept', { headers, data: { secret: code, name: 'Tomás' } })
    expect(accepted.status()).toBeLessThan(300)
    await new WorkspacePages(civic.page, pages.workspaceId).open()
    await button(civic.page, 'Accept for River Watch Selara').click()
    await says(civic.page, 'Both sides have accepted. The programme is active.')
  })
})
