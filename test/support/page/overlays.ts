import type { Page } from 'playwright-core'
import type { Screen } from './screens.js'

/** What opens over a screen: a menu, a dialog, a popover. A new one is one line here. */
export interface Overlay extends Omit<Screen, 'prepare'> {
  /** Opens it, in whatever language the page is: by roles and places. */
  readonly open: (page: Page) => Promise<void>
}

/** What opens closes when the page scrolls: the scrolling to what is pressed has to be over before. */
const press = (selector: string) => async (page: Page) => {
  const wanted = page.locator(selector).first()
  await wanted.scrollIntoViewIfNeeded()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await wanted.click()
}
/** On a phone a part of a document's bar stands behind its More. */
const inBar = (selector: string) => async (page: Page) => {
  const more = page.locator('.document__more button')
  await more.waitFor({ state: 'attached' })
  if (await more.isVisible()) await press('.document__more button')(page)
  await press(selector)(page)
}
const choose =
  (menu: string, item: number) =>
  async (page: Page): Promise<void> => {
    await press(menu)(page)
    await page.getByRole('menuitem').nth(item).click()
  }
const LAST = -1
const ENTRY_MENU = '.entry__handles button[aria-haspopup]'
const ACCOUNT = '.shell__tools button[aria-haspopup]:last-child'

const FIND = '.shell__tools button[aria-keyshortcuts*="K"]'
const find =
  (words: string) =>
  async (page: Page): Promise<void> => {
    await press(FIND)(page)
    await page.getByRole('combobox').fill(words)
    await page.locator('[role="option"], [role="dialog"] [role="status"]:not(:empty)').first().waitFor()
  }

export const OVERLAYS: readonly Overlay[] = [
  { name: 'finder', at: '/initiatives', person: 'statistician', open: find('water') },
  { name: 'finder with nothing found', at: '/initiatives', person: 'statistician', open: find('zzzz') },
  {
    name: 'help',
    at: '/initiatives',
    person: 'statistician',
    open: press('.shell__tools button[aria-keyshortcuts="F1"]')
  },
  {
    name: 'how it is looked at',
    at: '/documents/{objectives}',
    person: 'statistician',
    open: inBar('.document__tools button[aria-haspopup="true"]')
  },
  { name: 'a task’s menu', at: '/documents/{roadmap}', person: 'statistician', open: press(ENTRY_MENU) },
  { name: 'moving a task', at: '/documents/{roadmap}', person: 'statistician', open: choose(ENTRY_MENU, -2) },
  { name: 'language and colours', at: '/sign-in', person: 'nobody', open: press('.shell__tools button[aria-haspopup]') },
  { name: 'account', at: '/initiatives', person: 'citizen', open: press(ACCOUNT) },
  { name: 'signing out', at: '/initiatives', person: 'citizen', open: choose(ACCOUNT, LAST) },
  {
    name: 'who is here',
    at: '/documents/{objectives}',
    person: 'statistician',
    open: inBar('.document__bar button.people, .document__bar .people')
  },
  { name: 'an entry’s menu', at: '/documents/{objectives}', person: 'statistician', open: press(ENTRY_MENU) },
  { name: 'removing an entry', at: '/documents/{objectives}', person: 'statistician', open: choose(ENTRY_MENU, LAST) },
  { name: 'adding a clause', at: '/documents/{agreement}', person: 'statistician', open: press('.agreement__list button[aria-haspopup]') },
  {
    name: 'adding a document',
    at: '/initiatives/{workspace}',
    person: 'statistician',
    open: press('.page section:has(.documents) .button')
  },
  {
    name: 'another engagement',
    at: '/initiatives/{workspace}/stages',
    person: 'statistician',
    open: press('.stages__mine .button, .stages-list .button:not(.button--link)')
  },
  { name: 'a seat’s menu', at: '/initiatives/{workspace}/people', person: 'statistician', open: press('.member button[aria-haspopup]') },
  { name: 'one’s name', at: '/initiatives/{workspace}/people', person: 'statistician', open: press('.card .button') },
  { name: 'leaving', at: '/initiatives/{workspace}/people', person: 'statistician', open: press('.card .button--danger') },
  { name: 'countries', at: '/open', person: 'citizen', open: press('.combo button') },
  { name: 'a menu', at: '/gallery', person: 'nobody', open: press('.specimens button[aria-haspopup="true"]') },
  { name: 'something to read', at: '/gallery', person: 'nobody', open: press('[data-overlay="dialog"] .button') },
  { name: 'a question', at: '/gallery', person: 'nobody', open: press('[data-overlay="alert"] .button') },
  { name: 'a refused form', at: '/gallery', person: 'nobody', open: press('[data-overlay="form"] .button') },
  { name: 'an act with a reason', at: '/gallery', person: 'nobody', open: press('[data-overlay="reason"] .button') }
]
