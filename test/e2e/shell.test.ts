import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { Keyboard } from '../support/page/keyboard.js'
import { storedDocument } from '../support/page/document-log.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

describeInBrowser('the shell around every page', () => {
  let stage: Stage
  let visitor: Visitor
  beforeAll(async () => {
    stage = await Stage.open()
    visitor = await stage.signedIn('statistician', { viewport: LAPTOP })
  })
  afterAll(() => stage?.close())

  const focused = () => visitor.page.evaluate(() => document.activeElement?.textContent)
  const rail = () => visitor.page.getByRole('navigation', { name: 'Main' })
  const finder = () => visitor.page.getByRole('combobox', { name: 'What are you looking for?' })

  test('[UI-210] [UI-211] the rail leads to the lists, and a list to its documents', async () => {
    const { page } = visitor
    await rail().getByRole('link', { name: 'Agreements' }).click()
    await page.getByRole('heading', { level: 1, name: 'Agreements' }).waitFor()
    expect(await rail().getByRole('link', { name: 'Agreements' }).getAttribute('aria-current')).toBe('page')
    expect(await rail().locator('[aria-current]').count()).toBe(1)
    const line = page.getByRole('article').filter({ hasText: 'Agreement on the water readings' })
    await line.getByText('Clean water on the lower Arin · Selara (made up)').waitFor()
    await line.getByText(/^Changed /).waitFor()
    expect(
      await line.getByRole('link').evaluate((link) => document.getElementById(link.getAttribute('aria-describedby')!)?.textContent)
    ).toMatch(/^Clean water on the lower Arin/)
    await line.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Agreement on the water readings' }).waitFor()
    expect(await rail().locator('[aria-current]').allInnerTexts()).toEqual(['Agreements'])
    await page.emulateMedia({ media: 'print' })
    expect(await rail().isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
  })

  test('[UI-218] a document and a page of its initiative begin alike', async () => {
    const { page } = visitor
    const begins = async () => {
      const crumbs = page.getByRole('navigation', { name: 'Where you are' })
      await crumbs.getByRole('link', { name: 'Clean water on the lower Arin' }).waitFor()
      await page.locator('main').getByText('Who decides here:').first().waitFor()
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      // The names of countries come after the page.
      await crumbs.getByText('Selara (made up)').waitFor()
      expect(await crumbs.getByText('Selara (made up)').count()).toBe(1)
      return (await page.getByRole('heading', { level: 1 }).boundingBox())?.x
    }
    await visitor.open(await stage.documentId('roadmap'))
    const document = await begins()
    await page.locator('[data-save-state]').waitFor()
    await page.locator('.people').waitFor()
    await page.goto(`/initiatives/${await stage.workspaceId()}/profile`)
    expect(await begins()).toBe(document)
  })

  test('[UI-212] by keyboard the finder leads to a clause and a task, and does what it is told; without a server acts are left', async () => {
    const { page } = visitor
    const keys = new Keyboard(page)
    await keys.press('Control+k')
    await finder().waitFor()
    await keys.type('agree')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
    await page.getByRole('group', { name: 'Tasks' }).getByRole('option').first().waitFor()
    await page.getByText(/^\d+ found/).waitFor()
    const wanted = await page.getByRole('group', { name: 'Tasks' }).getByRole('option').first().getAttribute('id')
    await until(
      'the arrow keys to come to the task',
      async () => {
        const active = await finder().getAttribute('aria-activedescendant')
        if (active !== wanted) await keys.press('ArrowDown')
        return active
      },
      (active) => active === wanted
    )
    await keys.press('Enter')
    await page.waitForURL(/\/documents\/.*\?task=/)
    await until(
      'the task to have the focus',
      () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      (name) => /^Task \d+: ./.test(name ?? '')
    )
    expect(await page.evaluate(() => document.activeElement!.getBoundingClientRect().top / window.innerHeight)).toBeLessThan(0.5)

    await keys.press('Control+k')
    await keys.type('nothing is called so')
    await page.getByText('Nothing is called that. Try fewer letters, or another word.').waitFor()
    await page.route('**/api/find', (route) => route.abort())
    await finder().fill('dark')
    await page.getByRole('alert').getByText('The server cannot be reached now').waitFor()
    await keys.press('Enter')
    await finder().waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await page.unroute('**/api/find')
  })

  test('[UI-214] [UI-215] a link to a clause is copied, and leads to just that one after signing in; one to nothing says so', async () => {
    const { page } = visitor
    const id = await stage.documentId('agreement')
    const { clauses } = await storedDocument(stage.pool, id, 'agreement')
    const wanted = clauses.find(({ code }) => code === 'C13')!
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visitor.open(id, `?clause=${wanted.id}`)
    const heading = page.locator('#clause-title')
    await heading.waitFor()
    const title = await heading.textContent()
    await until('the clause to have the focus', focused, (text) => text === title)
    await page.getByRole('button', { name: /^Copy the link to/ }).click()
    await page.getByText('The link is copied.').first().waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(link).search).toBe(`?clause=${wanted.id}`)

    const newcomer = await stage.visitor()
    await newcomer.page.goto(link)
    await newcomer.page.waitForURL(/\/sign-in\?next=/)
    const next = new URL(newcomer.page.url()).searchParams.get('next')
    expect(next).toBe(`/documents/${id}?clause=${wanted.id}`)
    await newcomer.close()

    await visitor.open(id, '?clause=gone')
    await page.getByText('What this link leads to is not in this document').waitFor()
    await visitor.open(await stage.documentId('objectives'), '?objective=gone')
    await page.getByText('What this link leads to is not in this document').waitFor()
  })

  test('[UI-216] help says what this page needs, also without a network', async () => {
    const { page } = visitor
    await visitor.open(await stage.documentId('roadmap'))
    await visitor.context.setOffline(true)
    await page.getByRole('button', { name: 'Help', exact: true }).click()
    const help = page.getByRole('dialog', { name: 'Help' })
    await help.getByText('Who decides here:').waitFor()
    for (const title of ['By keyboard on this page', 'What the save states mean', 'On a slow network', 'Where to get help'])
      await help.getByRole('heading', { name: title }).waitFor()
    await help.getByText('Undo what you wrote last').waitFor()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Help')
    await visitor.context.setOffline(false)
  })

  test('[UI-276] what is chosen in a menu has a tick, and each menu an icon of its own', async () => {
    const { page } = visitor
    await visitor.open(await stage.documentId('objectives'))
    const icon = (name: string) => page.getByRole('button', { name, exact: true }).locator('path').getAttribute('d')
    expect(await icon('View')).not.toBe(await icon('Language and colours'))
    await page.getByRole('button', { name: 'Language and colours' }).click()
    const ticks = await page
      .getByRole('menuitemradio')
      .evaluateAll((items) =>
        items.map((item) => [item.getAttribute('aria-checked'), getComputedStyle(item, '::after').content.includes('✓')])
      )
    expect(ticks.filter(([checked]) => checked === 'true').length).toBeGreaterThan(0)
    expect(ticks.every(([checked, isTicked]) => (checked === 'true') === isTicked)).toBe(true)
  })

  test('[UI-217] Back and a link followed by accident lose no word of a form', async () => {
    const { page } = visitor
    await page.goto('/initiatives')
    await page.getByRole('link', { name: 'Start a new initiative' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Start a new initiative' }).waitFor()
    const name = page.getByRole('textbox').first()
    await name.fill('Quiet rivers')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
    await page.goForward()
    await page.getByRole('heading', { level: 1, name: 'Start a new initiative' }).waitFor()
    expect(await page.getByRole('textbox').first().inputValue()).toBe('Quiet rivers')
  })

  test('[UI-421] Back on a phone closes what is open over the page, and the page stays', async () => {
    const { page } = visitor
    await page.setViewportSize(PHONE)
    await page.goto('/initiatives')
    await page.getByRole('link', { name: 'Start a new initiative' }).first().click()
    const title = page.getByRole('heading', { level: 1, name: 'Start a new initiative' })
    await title.waitFor()
    for (const close of [() => page.evaluate(() => history.back()), () => page.keyboard.press('Escape')]) {
      await page.getByRole('button', { name: 'Help' }).click()
      await page.getByRole('dialog').waitFor()
      await close()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await title.waitFor()
    }
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
  })

  test('[UI-210] on a phone the rail is a bar above the page, and nothing is wider than the screen', async () => {
    const { page } = visitor
    await page.setViewportSize(PHONE)
    await page.goto('/roadmaps?locale=en-XA')
    await page.getByRole('article').first().waitFor()
    const [bar, title] = [await page.locator('.rail').boundingBox(), await page.getByRole('heading', { level: 1 }).boundingBox()]
    expect(bar!.y + bar!.height).toBeLessThanOrEqual(title!.y)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  })
})
