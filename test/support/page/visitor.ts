import type { SamplePerson } from '@roundtable/shared/protocol'
import type { BrowserContext, Page } from 'playwright-core'
import { DocumentPage } from './document-page.js'

/** Somebody with a browser. */
export class Visitor {
  constructor(
    readonly context: BrowserContext,
    public page: Page
  ) {}

  async signInAsSample(person: SamplePerson): Promise<void> {
    await this.page.goto(`/sign-in?sample=${person}`)
    await this.page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
  }

  /** Opens a document and waits until its text is there. */
  async open(documentId: string, search = ''): Promise<DocumentPage> {
    await this.page.goto(`/documents/${documentId}${search}`)
    return this.documentOpen()
  }

  /** The document that is open, once its text is there. */
  documentOpen(): Promise<DocumentPage> {
    return new DocumentPage(this.page).ready()
  }

  /** Closes the window and opens another one, as after a day. */
  async reopen(): Promise<void> {
    await this.page.close()
    this.page = await this.context.newPage()
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}
