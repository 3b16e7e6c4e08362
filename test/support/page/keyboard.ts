import type { Locator, Page } from 'playwright-core'

const MOST_TABS = 250

/** Somebody without a mouse. Every step fails when the keyboard cannot reach what it names, or when its focus cannot be seen. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
  }

  /** Tab until the thing has the focus. Where Tab belongs to a text, Esc leads out of it first, as the text says. */
  async tabTo(target: Locator, { backwards = false } = {}): Promise<void> {
    await target.waitFor()
    const element = await target.elementHandle()
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await this.page.evaluate((wanted) => wanted === document.activeElement, element)) return this.#seesFocus(target)
      if (await this.page.evaluate(() => document.activeElement?.getAttribute('contenteditable') === 'true')) await this.press('Escape')
      await this.press(backwards ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`${MOST_TABS} times Tab did not lead to ${String(target)}`)
  }

  async follow(target: Locator): Promise<void> {
    await this.tabTo(target)
    await this.press('Enter')
  }

  /** A menu's item, by arrow keys. */
  async choose(menu: Locator, item: string): Promise<void> {
    await this.follow(menu)
    const wanted = this.page.getByRole('menuitem', { name: item })
    await wanted.waitFor()
    for (let steps = 0; steps < 30 && !(await isFocused(wanted)); steps++) await this.press('ArrowDown')
    await this.press('Enter')
    await wanted.waitFor({ state: 'detached' })
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
