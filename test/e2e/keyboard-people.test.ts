import type { Page } from 'playwright-core'
import { Keyboard } from '../support/page/keyboard.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'

const INITIATIVE = 'Clean water on the lower Arin'

describeInBrowser('what people decide and who they are, by keyboard alone', () => {
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

  const heading = (name: string, on = page) => on.getByRole('heading', { name, exact: true })
  const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })
  const dialog = (name: string) => page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }))

  test('[UI-79] [UI-390] [UI-391] another way of working together: one proposes, the other hears of it, answers, and it is taken back', async () => {
    const lead = (await stage.signedIn('cso-lead')).page
    const theirs = new Keyboard(lead)
    await theirs.go(INITIATIVE)
    const together = ['How this came about, and changing it', 'How we work together'] as const
    await theirs.go(...together)
    await keyboard.go(...together)

    // What it is typed into goes away under whoever types: somebody else proposes something.
    await keyboard.tabTo(page.getByLabel('Reason'))
    await keyboard.type('Mine')
    await theirs.check(lead.getByRole('radio', { name: 'Civic-driven collaboration' }))
    await theirs.tabTo(lead.getByLabel('Reason'))
    await theirs.type('Proposed by keys.')
    await theirs.follow(button('Propose this', lead))
    await lead.getByText('The change is proposed.').first().waitFor()
    await theirs.comesTo(heading('A proposed change', lead))
    await page.getByText('Proposed by keys.').first().waitFor()
    await keyboard.comesTo(heading('A proposed change'))

    await keyboard.check(page.getByRole('radio', { name: 'We agree' }))
    await keyboard.follow(button('Give this answer'))
    await page.getByText('You have agreed.').waitFor()
    await page.getByText('Your answer is given.').waitFor({ state: 'attached' })
    await keyboard.comesTo(heading('A proposed change'))

    await theirs.follow(button('Take the proposal back', lead))
    await theirs.press('Escape')
    await theirs.comesTo(button('Take the proposal back', lead))
    await theirs.press('Enter')
    await theirs.follow(lead.getByRole('alertdialog').getByRole('button', { name: 'Take the proposal back' }))
    await lead.getByText('The proposal is taken back.').waitFor({ state: 'attached' })
    await theirs.comesTo(heading('At present', lead))
    await page.getByText('Taken back', { exact: true }).waitFor()
    await keyboard.comesTo(heading('At present'))
    expect([await page.getByLabel('Reason').inputValue(), await lead.getByLabel('Reason').inputValue()]).toEqual(['Mine', ''])
    await lead.context().close()
  })

  test('[UI-79] [UI-390] people: Esc gives the focus back to what opened a dialog; an invitation is made and withdrawn', async () => {
    await keyboard.go('All people, seats and invitations', 'People')
    for (const [name, title] of [
      ['Change my name here', 'What you are called here'],
      ['Leave…', `Leave “${INITIATIVE}”?`]
    ] as const) {
      await keyboard.follow(button(name))
      await dialog(title).waitFor()
      await keyboard.press('Escape')
      await dialog(title).waitFor({ state: 'detached' })
      await keyboard.comesTo(button(name))
    }
    const seat = page.getByRole('button', { name: /^Change the seat of / }).first()
    await keyboard.choose(seat, 'End this seat…')
    await page.getByRole('alertdialog').waitFor()
    await keyboard.press('Escape')
    await keyboard.comesTo(seat)

    await keyboard.go('Invitations')
    await keyboard.check(page.getByRole('radio', { name: 'observer' }))
    await keyboard.follow(button('Make the invitation'))
    await keyboard.comesTo(heading('The invitation is ready'))
    await keyboard.follow(button('Make another one'))
    await keyboard.comesTo(heading('Invite somebody'))
    const withdraw = button('Withdraw the invitation: observer')
    await keyboard.follow(withdraw)
    await page.getByRole('alertdialog').waitFor()
    await keyboard.press('Escape')
    await keyboard.comesTo(withdraw)
    await keyboard.press('Enter')
    await keyboard.follow(button('Withdraw it'))
    await keyboard.comesTo(heading('Invitations so far'))
    await withdraw.waitFor({ state: 'detached' })
  })

  test('[UI-79] [UI-296] one’s sessions: another one is ended', async () => {
    await stage.signedIn('statistician')
    await keyboard.choose(page.getByRole('button', { name: /: my account$/ }), 'Where I am signed in')
    await keyboard.comesTo(heading('Where I am signed in'))
    const ends = page.getByRole('button', { name: /^End the session on / })
    await ends.first().waitFor()
    const before = await ends.count()
    await keyboard.follow(ends.first())
    await until(
      'one less',
      () => ends.count(),
      (count) => count === before - 1
    )
    await keyboard.comesTo(heading('Where I am signed in'))
  })
})
