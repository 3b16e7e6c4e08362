import type { Page, WebSocketRoute } from 'playwright-core'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, PHONE, Stage } from '../support/page/stage.js'
import type { Visitor } from '../support/page/visitor.js'

const PASSWORD = 'seven herons crossing'
/** socket.io's acknowledgement of `watch`. */
const IS_WATCHING = /^43\d*\[\{"ok":true/

describeInBrowser('coming in and going out', () => {
  let stage: Stage
  let lead: Visitor
  let address: string

  beforeAll(async () => {
    stage = await Stage.open()
    await stage.server.admin('create-person', '--handle', 'noor', '--name', 'Noor', '--password', PASSWORD)
    address = `/initiatives/${await stage.workspaceId()}`
    lead = await stage.signedIn('cso-lead')
  })
  afterAll(() => stage?.close())

  async function invite(role: string, { uses = 1, by = lead } = {}): Promise<{ link: string; code: string }> {
    const { page } = by
    await page.goto(`${address}/invitations`)
    await page.getByRole('radio', { name: role, exact: true }).check()
    await page.getByLabel('How many people may use it?').fill(String(uses))
    await page.getByRole('button', { name: 'Make the invitation' }).click()
    await page.getByRole('heading', { name: 'The invitation is ready' }).waitFor()
    const [link = '', code = ''] = await page.locator('.secret').allInnerTexts()
    return { link, code }
  }

  /** The list of people on somebody's screen, as soon as it hears of changes. */
  async function people({ page }: Visitor): Promise<Page> {
    const isHearing = new Promise<void>((resolve) => {
      page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => IS_WATCHING.test(payload.toString()) && resolve()))
    })
    await page.goto(`${address}/people`)
    await page.getByRole('heading', { name: 'Who is in it' }).waitFor()
    await isHearing
    return page
  }

  test('[UI-224] whoever comes in by a link fetches nothing of what is behind the door before they can', async () => {
    const { link } = await invite('citizen')
    const { page, context } = await stage.visitor({ viewport: PHONE })
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(...(/assets\/([\w-]+)-[\w-]{8}\.js/.exec(request.url())?.slice(1) ?? [])))
    await page.goto(new URL(link).pathname)
    await page.getByRole('button', { name: 'Join' }).waitFor()
    const behind = ['content', 'document-page', 'editor', 'initiatives-page', 'inside', 'live', 'notice', 'workspace-routes']
    expect([fetched.includes('joining'), fetched.filter((name) => behind.includes(name))]).toEqual([true, []])
    await context.close()
  })

  test('[UI-127][UI-128][UI-129] a citizen with a small phone and a keyboard joins by a code, with a made-up name and nothing else, and comes back by the phrase', async () => {
    const { code } = await invite('citizen', { uses: 3 })
    const { page, context } = await stage.visitor({ viewport: PHONE })
    const keyboard = new Keyboard(page)
    await page.goto('/sign-in')
    await keyboard.follow(page.getByRole('link', { name: 'Join with it' }))
    await keyboard.tabTo(page.getByLabel('Code'))
    await keyboard.type(code.toLowerCase().replace(' ', '-'))
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Clean water on the lower Arin' }).waitFor()
    const name = page.getByLabel('What you want to be called here')
    expect(await name.inputValue()).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
    await keyboard.tabTo(name)
    await keyboard.press('Control+a')
    await keyboard.type('Silver Reed')
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Write this down' }).waitFor()
    const [handle = '', phrase = ''] = await page.locator('.secret').allInnerTexts()
    await keyboard.follow(page.getByRole('button', { name: 'Go on' }))
    await page.getByText('First print it or write it down, then tick the box.').waitFor()
    await keyboard.tabTo(page.getByLabel('I have printed it or written it down'), { backwards: true })
    await keyboard.press('Space')
    await keyboard.follow(page.getByRole('button', { name: 'Go on' }))
    await page.getByRole('heading', { level: 1, name: 'Clean water on the lower Arin' }).waitFor()
    await page.getByText('Silver Reed').first().waitFor()

    await context.clearCookies()
    await page.goto('/recover')
    await page.getByLabel('User name or e-mail').fill(handle)
    await page.getByLabel('Recovery phrase').fill(phrase)
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Set the password and sign in' }).click()
    await page.getByLabel('I have printed it or written it down').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('link', { name: 'Clean water on the lower Arin' }).last().waitFor()
    await context.close()
  })

  test('[UI-128][UI-130] somebody who has an account signs in first, comes back to the invitation and takes the seat; nobody else can use it then', async () => {
    const { link } = await invite('civil society organisation')
    const { page, context } = await stage.visitor()
    await page.goto(link)
    await page.getByRole('link', { name: 'Sign in first' }).click()
    await page.getByLabel('User name or e-mail').fill('noor')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('You come in with your account, Noor.').waitFor()
    await page.getByLabel('Which organisation do you speak for?').fill('Wells for All')
    await page.getByLabel('Kind of organisation').selectOption({ label: 'Civil society organisation' })
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Clean water on the lower Arin' }).waitFor()
    const second = await stage.visitor()
    await second.page.goto(link)
    await second.page.getByRole('heading', { level: 1, name: 'This invitation leads nowhere' }).waitFor()
    await second.close()
    await context.close()
  })

  test('[UI-126] an invitation that was withdrawn leads nowhere', async () => {
    const { link } = await invite('observer')
    await lead.page
      .getByRole('button', { name: /^Withdraw the invitation: observer/ })
      .first()
      .click()
    await lead.page.getByRole('button', { name: 'Withdraw it' }).click()
    await lead.page.getByText('Withdrawn').first().waitFor()
    const visitor = await stage.visitor()
    await visitor.page.goto(link)
    await visitor.page.getByRole('heading', { level: 1, name: 'This invitation leads nowhere' }).waitFor()
    await visitor.close()
  })

  test('[UI-124][UI-131][UI-132] the community chooses another delegate: confirmed by the others, shown to all who look, and told to those whose right it changes', async () => {
    const [citizen, delegate, member] = [await stage.signedIn('citizen'), await stage.signedIn('delegate'), await stage.visitor()]
    const { link } = await invite('citizen', { by: delegate })
    await member.page.goto(link)
    await member.page.getByRole('button', { name: 'Join', exact: true }).click()
    await member.page.getByLabel('I have printed it or written it down').check()
    await member.page.getByRole('button', { name: 'Go on' }).click()
    await member.page.getByRole('heading', { level: 1, name: 'Clean water on the lower Arin' }).waitFor()
    const [mine, theirs, others] = [await people(citizen), await people(delegate), await people(member)]
    await mine.getByRole('button', { name: 'Record how we chose' }).click()
    await mine.getByLabel('Who was chosen').selectOption({ label: 'Blue Heron' })
    await mine.getByLabel('In place of').selectOption({ label: 'Nadia Beksultan' })
    await mine.getByRole('radio', { name: 'An assembly decided' }).check()
    await mine.getByLabel('When you decided').fill('2026-01-05')
    await mine.getByRole('button', { name: 'Record it' }).click()
    await theirs.getByRole('button', { name: 'Yes, we chose so' }).click()
    await others.getByText(/^1 of \d confirmed$/).waitFor()
    await others.getByRole('button', { name: 'Yes, we chose so' }).click()
    const notice = mine.locator('.notice')
    await notice.getByText(/You are now community delegate, civic side\./).waitFor()
    expect(await mine.locator('.visually-hidden[aria-live="assertive"]').innerText()).toContain('You are now community delegate')
    await theirs
      .locator('.notice')
      .getByText(/You are now citizen, civic side\./)
      .waitFor()
    expect(await others.locator('.notice').count()).toBe(0)
    await notice.getByRole('button', { name: 'Put this notice away' }).click()
    expect(await notice.count()).toBe(0)
    for (const visitor of [citizen, delegate, member]) await visitor.close()
  }, 180_000)

  test('[UI-122][UI-132] whose seat is ended is led away and told so; whoever ended it stays on the list', async () => {
    const facilitator = await stage.signedIn('facilitator')
    const seen = await people(facilitator)
    const page = await people(lead)
    await page.getByRole('button', { name: 'Change the seat of Ines Halloran' }).click()
    await page.getByRole('menuitem', { name: 'End this seat…' }).click()
    await page.getByLabel('Reason').fill('The workshop is over.')
    await page.getByRole('button', { name: 'End the seat' }).click()
    await seen.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
    await seen.locator('.notice').getByText('You no longer have a seat in “Clean water on the lower Arin”.').waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'members-title')
    await page.getByRole('heading', { level: 4, name: 'Ines Halloran' }).waitFor({ state: 'detached' })
    await facilitator.close()
  })

  test('[UI-133] where events cannot be heard the pages work all the same', async () => {
    const { link } = await invite('citizen')
    const visitor = await stage.visitor()
    const { page, context } = visitor
    await context.route('**/events/**', (route) => route.abort())
    await context.routeWebSocket('**/events/**', (socket) => socket.close())
    await page.goto(link)
    await page.getByRole('button', { name: 'Join', exact: true }).click()
    await page.getByLabel('I have printed it or written it down').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.goto(`${address}/people`)
    await page.getByRole('button', { name: 'Change my name here' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('Deaf Heron')
    await page.getByRole('button', { name: 'Save the name' }).click()
    await page.getByRole('heading', { level: 4, name: /^Deaf Heron/ }).waitFor()
    await visitor.close()
  })

  test('[UI-133] a line that was away comes back by itself and catches up', async () => {
    const visitor = await stage.signedIn('citizen')
    const { context } = visitor
    let isCut = false
    const lines: WebSocketRoute[] = []
    await context.route('**/events/**', (route) => (isCut ? route.abort() : route.continue()))
    await context.routeWebSocket('**/events/**', (line) => {
      if (isCut) return line.close()
      line.connectToServer()
      lines.push(line)
    })
    const page = await people(visitor)
    isCut = true
    for (const line of lines) await line.close()
    const other = await people(lead)
    await other.getByRole('button', { name: 'Change my name here' }).click()
    await other.getByRole('dialog').getByLabel('Name').fill('Tomás of the river')
    await other.getByRole('button', { name: 'Save the name' }).click()
    await other.getByRole('heading', { level: 4, name: /^Tomás of the river/ }).waitFor()
    expect(await page.getByText('Tomás of the river').count()).toBe(0)
    isCut = false
    await page.getByRole('heading', { level: 4, name: /^Tomás of the river/ }).waitFor({ timeout: 60_000 })
    await visitor.close()
  }, 120_000)

  test('[UI-123] one leaves, is out, and reads on what one asked to read on', async () => {
    const delegate = await stage.signedIn('delegate')
    const page = await people(delegate)
    await page.getByRole('button', { name: 'Leave…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
    await page.getByText('No initiative yet').waitFor()
    await page.goto(`${address}/people`)
    await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor()
    await delegate.close()
  })
})
