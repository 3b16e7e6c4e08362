import type { Locator, Page } from 'playwright-core'
import { bytesOnDevice } from './on-device.js'
import { until } from './until.js'

export type SaveKind = 'saved' | 'saving' | 'unfinished' | 'on_device' | 'reconnecting' | 'read_only' | 'needs_attention'

/** An open document on somebody's screen. Texts are named by their labels, as people find them. */
export class DocumentPage {
  constructor(readonly page: Page) {}

  get pill(): Locator {
    return this.page.locator('[data-save-state]')
  }

  get whyReadOnly(): Locator {
    return this.page.locator('.right-line')
  }

  get recovered(): Locator {
    return this.page.locator('.recovered__words')
  }

  /** @throws where no text comes, with what stands on the page instead */
  async ready(): Promise<this> {
    await this.page
      .locator('.document__body')
      .waitFor()
      .catch(async (error: Error) => {
        const [shown, kept] = [await this.page.locator('main').innerText(), await bytesOnDevice(this.page)]
        throw new Error(`There is no text, but: ${shown}\nThe device keeps ${JSON.stringify(kept)}`, { cause: error })
      })
    await this.pill.waitFor()
    return this
  }

  async saveState(): Promise<SaveKind> {
    return (await this.pill.getAttribute('data-save-state')) as SaveKind
  }

  async saves(): Promise<void> {
    await this.page.locator('[data-save-state="saved"]').waitFor()
  }

  /** Every save state that stood on the screen while something was done, in order; none is too short to be noted. */
  async saveStatesWhile(work: () => Promise<void>): Promise<readonly SaveKind[]> {
    await this.pill.evaluate((pill) => {
      const seen = [pill.getAttribute('data-save-state')]
      Object.assign(window, { saveStates: seen })
      new MutationObserver(() => seen.push(pill.getAttribute('data-save-state'))).observe(pill, { attributeFilter: ['data-save-state'] })
    })
    await work()
    return this.page.evaluate(() => (window as unknown as { saveStates: SaveKind[] }).saveStates)
  }

  /** A text that can be written in: a rich text's editor, or a field of plain words; a task's title says of which task. */
  text(label: string, index = 0): Locator {
    const name = new RegExp(`^${label.replace(/[^\p{L}\p{N} ]/gu, '\\$&')}(: Task \\d+)?$`)
    return this.page.getByRole('textbox', { name }).nth(index)
  }

  /** A rich text that can only be read. */
  reading(label: string, index = 0): Locator {
    return this.page.getByRole('group', { name: label, exact: true }).nth(index)
  }

  /** Puts the caret behind the last word and types. */
  async append(label: string, words: string, { index = 0, delay = 0 } = {}): Promise<void> {
    await this.putCaret(label, 'end', index)
    await this.page.keyboard.type(words, { delay })
  }

  /**
   * Puts the caret into a text. Again when it is elsewhere: others' carets and words that arrive in the very milliseconds of a
   * key make ProseMirror put it back where it was.
   */
  async putCaret(label: string, at: keyof typeof AT, index = 0): Promise<void> {
    const text = this.text(label, index)
    const put = async (): Promise<{ before: number; after: number }> => {
      await text.focus()
      for (const key of AT[at]) await this.page.keyboard.press(key)
      return wordsAround(text)
    }
    await until(`the caret to stand at ${at} of ${label}`, put, ({ before, after }) => {
      if (before + after === 0) return true
      return at === 'start' ? before === 0 : at === 'end' ? after === 0 : before > 0 && after > 0
    })
  }

  /**
   * Clicks into a part of a rich text and puts the caret behind its words. Clicks again when the caret is elsewhere: a
   * change by others that arrives in the very milliseconds of a click makes ProseMirror put the caret back.
   */
  async clickBehind(part: Locator): Promise<void> {
    const isThere = async () => {
      await part.click()
      await this.page.keyboard.press('End')
      return part.evaluate((element) => element.contains(getSelection()?.anchorNode ?? null))
    }
    await until('the caret to be where it was put', isThere, (there) => there)
  }

  /** Pastes HTML into a rich text, as from a word processor. */
  async paste(label: string, html: string, index = 0): Promise<void> {
    await this.text(label, index).evaluate((editor, copied) => {
      const data = new DataTransfer()
      data.setData('text/html', copied)
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, html)
  }

  /** The words of a text as they stand on this screen, without others' carets. */
  async words(label: string, index = 0): Promise<string> {
    return shownWords(this.text(label, index).or(this.reading(label, index)).first())
  }

  /** Waits until this screen shows the words in the named text. */
  async shows(label: string, words: string, index = 0): Promise<void> {
    await until(
      `“${words}” in ${label}`,
      () => this.words(label, index),
      (seen) => seen.includes(words)
    )
  }
}

/** Where a caret is put: keys pressed in the text one after the other. */
export const AT = {
  start: ['Control+Home'],
  amongTheWords: ['Control+Home', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight'],
  end: ['Control+End']
} as const

interface Contribution {
  readonly document: DocumentPage
  readonly at: keyof typeof AT
  readonly words: string
}

/** Several people write in the same text at once: all have their caret in its place before the first one types. */
export async function writeTogether(label: string, contributions: readonly Contribution[]): Promise<void> {
  await Promise.all(contributions.map(({ document, at }) => document.putCaret(label, at)))
  await Promise.all(contributions.map(({ document, words }) => document.page.keyboard.type(words, { delay: 10 })))
}

/** How many letters stand before and after the caret, once the page has drawn what the last key did; others' carets are no words. */
async function wordsAround(text: Locator): Promise<{ before: number; after: number }> {
  return text.evaluate(async (element) => {
    for (let frame = 0; frame < 2; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)
      return { before: element.selectionStart ?? 0, after: element.value.length - (element.selectionEnd ?? element.value.length) }
    const caret = getSelection()?.getRangeAt(0)
    const count = (range: Range): number => {
      const copy = range.cloneContents()
      for (const other of copy.querySelectorAll('.caret')) other.remove()
      return (copy.textContent ?? '').replaceAll('\u2060', '').length
    }
    const [before, after] = [document.createRange(), document.createRange()]
    for (const range of [before, after]) range.selectNodeContents(element)
    if (caret) {
      before.setEnd(caret.startContainer, caret.startOffset)
      after.setStart(caret.endContainer, caret.endOffset)
    }
    return { before: count(before), after: count(after) }
  })
}

async function shownWords(text: Locator): Promise<string> {
  return text.evaluate((element) => {
    if (element instanceof HTMLTextAreaElement) return element.value
    const copy = element.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.caret')) caret.remove()
    return (copy.textContent ?? '').replaceAll('\u2060', '')
  })
}
