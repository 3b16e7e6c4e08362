import type { Locator, Page } from 'playwright-core'
import { until } from './until.js'

const MOST_TABS = 250
const MOST_STEPS = 30

/** Somebody without a mouse. Every step fails when the keyboard cannot reach what it names, or when its focus cannot be seen. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
  }

  /** Tab until the thing has the focus. */
  async tabTo(target: Locator, { backwards = false } = {}): Promise<void> {
    await target.waitFor()
    const element = await target.elementHandle()
    await this.#tabUntil(
      String(target),
      () => this.page.evaluate((wanted) => wanted === document.activeElement, element),
      backwards ? 'Shift+Tab' : 'Tab'
    )
    await this.#seesFocus(target)
  }

  async follow(target: Locator): Promise<void> {
    await this.tabTo(target)
    await this.press('Enter')
  }

  /** To the page that a link leads to: it begins with the focus on its heading. */
  async go(link: string, title = link): Promise<void> {
    await this.follow(this.page.getByRole('link', { name: link, exact: true }).last())
    await this.comesTo(this.page.getByRole('heading', { level: 1, name: title, exact: true }))
  }

  /** A menu's item, by arrow keys. */
  async choose(menu: Locator, item: string): Promise<void> {
    await this.follow(menu)
    const wanted = this.page.getByRole('menuitem', { name: item }).or(this.page.getByRole('menuitemcheckbox', { name: item }))
    await wanted.waitFor()
    for (let steps = 0; steps < MOST_STEPS && !(await isFocused(wanted)); steps++) await this.press('ArrowDown')
    await this.press('Enter')
    await wanted.waitFor({ state: 'detached' })
  }

  /** One of a select’s choices, by arrow keys. */
  async pick(select: Locator, choice: string): Promise<void> {
    await this.tabTo(select)
    const chosen = () => select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.label)
    for (let steps = 0; steps < MOST_STEPS && (await chosen()) !== choice; steps++) await this.press('ArrowDown')
    if ((await chosen()) !== choice) throw new Error(`arrow keys did not lead to ${choice}`)
  }

  /** A radio button: Tab leads to the one of its group that is chosen, or to an end of it, and arrow keys from there. */
  async check(radio: Locator): Promise<void> {
    await radio.waitFor()
    const group = await radio.getAttribute('name')
    await this.#tabUntil(
      String(radio),
      () => this.page.evaluate((name) => document.activeElement?.getAttribute('name') === name, group),
      'Tab'
    )
    for (let steps = 0; steps < MOST_STEPS && !(await isFocused(radio)); steps++) await this.press('ArrowDown')
    if (!(await radio.isChecked())) await this.press('Space')
    if (!(await radio.isChecked())) throw new Error(`${String(radio)} cannot be chosen by keys`)
    await this.#seesFocus(radio)
  }

  /** Where an act leads the focus: a frame or two later where a dialog has closed. */
  async comesTo(target: Locator): Promise<void> {
    await target.waitFor()
    await until(
      `the focus on ${String(target)}`,
      async () => ({ isThere: await isFocused(target), at: await this.#focused() }),
      ({ isThere }) => isThere
    )
  }

  /** Where Tab belongs to a text, Esc leads out of it first, as the text says. */
  async #tabUntil(what: string, isReached: () => Promise<boolean>, key: 'Tab' | 'Shift+Tab'): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await isReached()) return
      if (await this.page.evaluate(() => document.activeElement?.getAttribute('contenteditable') === 'true')) await this.press('Escape')
      await this.press(key)
    }
    throw new Error(`${MOST_TABS} times ${key} did not lead to ${what}`)
  }

  async #focused(): Promise<string | undefined> {
    return this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))
  }

  async #seesFocus(target: Locator): Promise<void> {
    const isSeen = await target.evaluate((element) => {
      const changes = (part: Element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      }
      return changes(element) || (element.parentElement !== null && changes(element.parentElement))
    })
    if (!isSeen) throw new Error(`the focus cannot be seen on ${String(target)}`)
  }
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}
