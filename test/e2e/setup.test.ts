import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, PHONE, Stage } from '../support/page/stage.js'

const PICTURES = join(__dirname, '../output/screens')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PASSWORD = 'seven herons crossing'

describeInBrowser('a fresh installation', () => {
  let stage: Stage
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    stage = await Stage.open({ SAMPLE_DATA: 'off' })
  })
  afterAll(() => stage?.close())

  /** The address that this start has printed. */
  const printed = () => /http:\/\/\S+\/setup\?token=\S+/.exec(stage.server.output)?.[0]

  /** No rule of WCAG that a machine can check is broken, and nothing is wider than the screen. */
  async function looksRight(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(PICTURES, `set-up ${name}.png`), fullPage: true })
    // The library's announcer names a button for a few seconds after it was pending, whatever has become of the button.
    const looked = new AxeBuilder({ page }).withTags(RULES).exclude('[data-live-announcer]').setLegacyMode()
    const { violations } = await looked.analyze()
    expect([name, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([name, []])
    expect([
      name,
      await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
    ]).toEqual([name, 0])
  }

  test('[UI-249] [UI-220] [OPS-19] is set up from the printed address to the health page by keyboard, on a phone, and then no more', async () => {
    const address = printed()!
    expect(stage.server.output).toContain('Nobody is the operator yet')
    const { page, context } = await stage.visitor({ viewport: PHONE })
    const keyboard = new Keyboard(page)
    const heading = (name: string) => page.getByRole('heading', { level: 1, name })
    const button = (name: string) => page.getByRole('button', { name, exact: true })

    await page.goto(address)
    await heading('Set Roundtable up').waitFor()
    await page.getByRole('link', { name: 'Begin', exact: true }).waitFor()
    expect(page.url()).toBe(`${stage.url}/setup`)
    await looksRight(page, 'list')
    await keyboard.follow(page.getByRole('link', { name: 'Begin', exact: true }))

    await heading('Language and country').waitFor()
    await keyboard.follow(button('Save and go on'))
    await page.getByText('Choose a country.').waitFor()
    await looksRight(page, 'place')
    await keyboard.tabTo(page.getByRole('combobox', { name: 'Country' }))
    await keyboard.type('Kyrg')
    await page.getByRole('option', { name: 'Kyrgyzstan' }).waitFor()
    await keyboard.press('ArrowDown', 'Enter')
    await keyboard.follow(button('Save and go on'))

    await heading('The first operator').waitFor()
    await keyboard.tabTo(page.getByLabel('Your name'))
    await keyboard.type('Asel')
    await keyboard.tabTo(page.getByLabel('User name'))
    await keyboard.type('asel')
    await keyboard.tabTo(page.getByLabel('Password'))
    await keyboard.type('password123')
    await keyboard.press('Enter')
    await page.locator('.field__error').first().waitFor()
    await looksRight(page, 'operator')
    expect(await page.getByLabel('Your name').inputValue()).toBe('Asel')
    await keyboard.tabTo(page.getByLabel('Password'))
    await keyboard.press('Control+a')
    await keyboard.type(PASSWORD)
    await keyboard.press('Enter')

    await heading('Write this down').waitFor()
    await looksRight(page, 'phrase')
    const asked = page.getByRole('alertdialog', { name: 'Leave without the phrase?' })
    await page.getByRole('link', { name: 'Roundtable' }).click()
    await asked.waitFor()
    await page.getByRole('button', { name: 'Stay here' }).click()
    await asked.waitFor({ state: 'detached' })
    await page.goBack()
    await asked.waitFor()
    await page.getByRole('button', { name: 'Stay here' }).click()
    await asked.waitFor({ state: 'detached' })
    await heading('Write this down').waitFor()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByText('you have not said that you keep its recovery phrase').waitFor()
    await looksRight(page, 'phrase again')
    await keyboard.tabTo(page.getByLabel('Your password'))
    await keyboard.type(PASSWORD)
    await keyboard.press('Enter')
    await heading('Write this down').waitFor()
    await keyboard.tabTo(page.getByLabel('I have printed it or written it down'))
    await keyboard.press('Space')
    await keyboard.follow(button('Go on'))

    // Left, and resumed in another window.
    await heading('Mail').waitFor()
    await looksRight(page, 'mail')
    await page.goto('/setup')
    await keyboard.follow(page.getByRole('link', { name: 'Go on', exact: true }))
    await heading('Mail').waitFor()
    await keyboard.follow(button('Go on'))
    await heading('Address and certificate').waitFor()
    await page.getByText('This address works on this machine alone.').waitFor()
    await looksRight(page, 'address')
    await keyboard.follow(button('Go on'))
    await heading('Sample country').waitFor()
    await looksRight(page, 'sample')
    await keyboard.tabTo(page.getByLabel('Leave it out'))
    await keyboard.press('Space')
    await keyboard.follow(button('Save and go on'))
    await page.getByText('Roundtable is set up.').waitFor()

    await keyboard.follow(page.getByRole('link', { name: 'See how it is' }))
    await heading('Health of this Roundtable').waitFor()
    await page.getByText('WebSockets come through from here to the server.').waitFor()
    await page.getByText('There was never one of this database.').waitFor()
    await looksRight(page, 'health')
    await keyboard.follow(button('Check again'))
    await keyboard.choose(page.getByRole('button', { name: /my account$/ }), 'Health of this Roundtable')
    await context.close()

    const late = await stage.visitor()
    await late.page.goto(address)
    await late.page.getByRole('heading', { level: 1, name: 'There is nothing to set up here' }).waitFor()
    await late.close()
  })

  test('[UI-249] its pages run from right to left, in the dark', async () => {
    const { page, context } = await stage.visitor({ colorScheme: 'dark' })
    const signedIn = await page.request.post('/api/session', { data: { email: 'asel', password: PASSWORD } })
    expect(signedIn.status()).toBe(200)
    for (const [path, name] of [
      ['/setup', 'list'],
      ['/setup/address', 'address'],
      ['/health', 'health']
    ] as const) {
      await page.goto(`${path}?locale=ar-XB`)
      await page.locator(path === '/health' ? '.health' : path === '/setup' ? '.set-up__steps' : '.set-up__facts').waitFor()
      await looksRight(page, `${name} rtl dark`)
    }
    await context.close()
  })
})
