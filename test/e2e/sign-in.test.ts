import { describeInBrowser, Stage } from '../support/page/stage.js'
import type { Visitor } from '../support/page/visitor.js'

const PASSWORD = 'seven herons crossing'

describeInBrowser('signing in', () => {
  let stage: Stage
  let visitor: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    await stage.server.admin('create-person', '--handle', 'noor', '--name', 'Noor', '--password', PASSWORD)
  })
  beforeEach(async () => {
    visitor = await stage.visitor()
    await visitor.page.goto('/sign-in')
  })
  afterEach(() => visitor.close())
  afterAll(() => stage?.close())

  async function attempt(name: string, password: string): Promise<void> {
    await visitor.page.getByLabel('User name or e-mail').fill(name)
    await visitor.page.getByLabel('Password').fill(password)
    await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  const alert = () => visitor.page.getByRole('alert')

  test('[UI-81] with name and password, also by a link to a page inside, which then opens', async () => {
    await visitor.page.goto('/sessions')
    await visitor.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await attempt('noor', PASSWORD)
    await visitor.page.getByRole('heading', { level: 1, name: 'Where I am signed in' }).waitFor()
  })

  test('[UI-81] what is missing is said beside the field, and nothing is sent', async () => {
    const sent: string[] = []
    visitor.page.on('request', (request) => sent.push(request.method()))
    await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await visitor.page.getByText('Type your password.').waitFor()
    expect(await visitor.page.getByLabel('User name or e-mail').getAttribute('aria-invalid')).toBe('true')
    expect(sent).not.toContain('POST')
  })

  test('[UI-81] a wrong password and an unknown name are answered with the same sentence, and the name stays', async () => {
    const said: string[] = []
    for (const name of ['noor', 'nobody.here']) {
      await attempt(name, 'not the password')
      await alert().getByText('The user name and the password do not belong together. Check both and try again.').waitFor()
      said.push(await alert().innerText())
      expect(await visitor.page.getByLabel('User name or e-mail').inputValue()).toBe(name)
      await visitor.page.reload()
    }
    expect(said[0]).toBe(said[1])
  })

  test('[UI-81] whoever guesses is told how long to wait', async () => {
    for (let tries = 0; tries < 6; tries++) {
      const answered = visitor.page.waitForResponse(
        (response) => response.url().endsWith('/api/session') && response.request().method() === 'POST'
      )
      await attempt('guessed.at', 'a password to try')
      await answered
    }
    await alert()
      .getByText(/Too many attempts\. Try again in \d+ seconds?\./)
      .waitFor()
  })

  test('[UI-82] the recovery phrase sets a new password, is spent by it, and the new phrase is shown once', async () => {
    const printed = await stage.server.admin('create-person', '--handle', 'ayana', '--name', 'Ayana')
    const phrase = /Recovery phrase, shown only now: (.+)/.exec(printed)?.[1] ?? ''
    const { page } = visitor
    await page.getByRole('link', { name: 'Use my recovery phrase' }).click()
    const recover = async (words: string, password: string) => {
      await page.getByLabel('User name or e-mail').fill('ayana')
      await page.getByLabel('Recovery phrase').fill(words)
      await page.getByLabel('New password').fill(password)
      await page.getByRole('button', { name: 'Set the password and sign in' }).click()
    }
    await recover('not the right words at all', PASSWORD)
    await alert().getByText('The user name and the recovery phrase do not belong together. Check both and try again.').waitFor()
    await recover(phrase, 'short')
    await page.getByText('Choose a password of at least 10 characters.').waitFor()
    await recover(phrase, PASSWORD)
    await page.getByRole('heading', { level: 1, name: 'Keep your new phrase' }).waitFor()
    expect(await page.locator('.secret').first().innerText()).toBe('ayana')
    const renewed = await page.locator('.secret').last().innerText()
    expect(renewed).not.toBe(phrase)
    await page.getByLabel('I have printed it or written it down').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
    await page.getByText('No initiative yet').waitFor()

    await visitor.context.clearCookies()
    await page.goto('/sign-in')
    await attempt('ayana', PASSWORD)
    await page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
    await visitor.context.clearCookies()
    await page.goto('/recover')
    await recover(phrase, PASSWORD)
    await alert()
      .getByText(/do not belong together/)
      .waitFor()
  })
})
