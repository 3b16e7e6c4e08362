import type { Page } from 'playwright-core'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Somebody who types on and on, wherever the focus is, until they are told to stop. */
export class Typist {
  #isStopped = false
  readonly #typing: Promise<void>

  constructor(private readonly page: Page) {
    this.#typing = this.#type()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#typing
  }

  async #type(): Promise<void> {
    for (let count = 0; !this.#isStopped; count++) await this.page.keyboard.type(LETTERS[count % LETTERS.length]!, { delay: 5 })
  }
}
