import type { Locator } from 'playwright-core'
import { DocumentPage } from './document-page.js'

/** An open agreement: its clauses are chosen from a list, on a phone one screen at a time. */
export class ClausePage {
  constructor(readonly document: DocumentPage) {}

  async choose(title: string): Promise<void> {
    const { page } = this.document
    await page.getByRole('navigation', { name: 'Clauses' }).getByRole('link', { name: title }).click()
    await page.getByRole('heading', { level: 2, name: title }).waitFor()
  }

  field(label: string): Locator {
    return this.document.page.getByLabel(label)
  }
}
