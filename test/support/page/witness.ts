import type { Locator, Page } from 'playwright-core'

interface Seen {
  readonly text: string
  /** When the text last changed on this screen, in milliseconds of the machine's clock. */
  readonly at: number
}

/** Notes what a text shows and when it last changed, in the page itself; what it noted outlives the text's element. */
export class Witness {
  private constructor(private readonly page: Page) {}

  static async of(text: Locator): Promise<Witness> {
    await text.evaluate((element) => {
      const read = () => {
        const copy = element.cloneNode(true) as HTMLElement
        for (const caret of copy.querySelectorAll('.caret')) caret.remove()
        return (copy.textContent ?? '').replaceAll('\u2060', '')
      }
      const seen = { text: read(), at: 0 }
      Object.assign(window, { witness: seen })
      new MutationObserver(() => {
        const now = read()
        if (now !== seen.text) Object.assign(seen, { text: now, at: Date.now() })
      }).observe(element, { childList: true, characterData: true, subtree: true })
    })
    return new Witness(text.page())
  }

  seen(): Promise<Seen> {
    return this.page.evaluate(() => (window as unknown as { witness: Seen }).witness)
  }
}
