import type { Page } from 'playwright-core'

/** How what opens over a screen is opened, in whatever language the page is: by roles and places. */
export type Opening = (page: Page) => Promise<void>

/** What opens closes when the page scrolls: the scrolling to what is pressed has to be over before. */
export const press =
  (selector: string): Opening =>
  async (page) => {
    const wanted = page.locator(selector).first()
    await wanted.scrollIntoViewIfNeeded()
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await wanted.click()
  }

/** On a phone a part of a document's bar stands behind its More, and so do the formats. */
async function unfoldBar(page: Page): Promise<boolean> {
  const more = page.locator('.document__more button')
  await more.waitFor({ state: 'attached' })
  const isFolded = await more.isVisible()
  if (isFolded && (await more.getAttribute('aria-expanded')) !== 'true') await press('.document__more button')(page)
  return isFolded
}

export const inBar =
  (selector: string): Opening =>
  async (page) => {
    await unfoldBar(page)
    await press(selector)(page)
  }

/** The item of a menu; with -1 the last one. */
export const choose =
  (menu: string, item: number): Opening =>
  async (page) => {
    await press(menu)(page)
    await page.getByRole('menuitem').nth(item).click()
  }

export const find =
  (words: string): Opening =>
  async (page) => {
    await press('.shell__tools button[aria-keyshortcuts*="K"]')(page)
    await page.getByRole('combobox').fill(words)
    await page.locator('[role="option"], [role="dialog"] [role="status"]:not(:empty)').first().waitFor()
  }

/** The formats act on the text that is written in. */
async function writeIn(page: Page): Promise<boolean> {
  await page.locator('[contenteditable="true"]').first().click()
  return unfoldBar(page)
}

const MORE_FORMATS = '.format-bar > button[aria-haspopup]:last-of-type'

export const openFormats =
  (selector: string): Opening =>
  async (page) => {
    await writeIn(page)
    await press(`${selector}, ${MORE_FORMATS}`)(page)
  }

/** A link: on a phone it is the first of the further formats. */
export const askForLink: Opening = async (page) => {
  if (await writeIn(page)) await choose(MORE_FORMATS, 0)(page)
  else await press('.format-bar__group > button:nth-of-type(3)')(page)
}

export const askForParagraph: Opening = async (page) => {
  const isPhone = await writeIn(page)
  await choose(MORE_FORMATS, isPhone ? 1 : 0)(page)
}

const SELECTED = '.act-bar button[aria-haspopup]'

/** With two tasks selected: the menu of what is done with them, or what one of its items opens. */
export const withSelected =
  (item?: number): Opening =>
  async (page) => {
    await press('[aria-labelledby="tasks-title"] > .row:not(.shown):not([data-act]) > .button')(page)
    for (const task of [0, 2]) await page.locator('.select-task input').nth(task).check()
    await (item === undefined ? press(SELECTED) : choose(SELECTED, item))(page)
  }

/** Of a document that says something. */
export const sharePart: Opening = async (page) => {
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.type('…')
  await press('.banner .button:nth-of-type(2)')(page)
}
