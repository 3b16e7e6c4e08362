import type { SamplePerson } from '@roundtable/shared/protocol'
import type { BrowserContext, Page } from 'playwright-core'
import { DocumentPage } from './document-page.js'
import { bytesOnDevice } from './on-device.js'
import { until } from './until.js'

/** Bytes: a copy of an empty document has two or three. */
const LEAST_OF_A_COPY = 100

/** Somebody with a browser. */
export class Visitor {
  constructor(
    readonly context: BrowserContext,
    public page: Page
  ) {}

  async signInAsSample(person: SamplePerson): Promise<void> {
    // Past what waits for them, to where most tests begin.
    await this.page.goto(`/sign-in?sample=${person}&next=/initiatives`)
    await this.page.getByRole('heading', { level: 1, name: 'My initiatives' }).waitFor()
  }

  /** Tries to close the page, is asked whether to, and stays. */
  async isAskedBeforeClosing(): Promise<void> {
    const asked: string[] = []
    this.page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await this.page.close({ runBeforeUnload: true })
    await until(
      'the browser asks',
      () => asked,
      (types) => types.includes('beforeunload')
    )
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

  /** Waits until this browser has the whole program, as it has a moment after somebody has signed in. */
  async keepsProgram(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready)
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  }

  /**
   * Waits until the browser has written down what its pages gave it to keep: a window is closed in less time than that takes.
   * With a document's id also until there is a copy of that with something in it, which comes to be after the text has been shown.
   */
  async copiesAreWritten(documentId?: string): Promise<void> {
    await until(
      'the copy to be written',
      () => bytesOnDevice(this.page),
      (found) => {
        return (
          documentId === undefined || Object.entries(found).some(([name, bytes]) => name.includes(documentId) && bytes > LEAST_OF_A_COPY)
        )
      }
    )
  }

  /** What this browser's pages could read of what was kept: names of databases, and the texts in the kept answers. */
  async keptOnDevice(): Promise<string> {
    return this.page.evaluate(async () => {
      const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
      const kept = names.filter((name) => name.startsWith('roundtable/kept/'))
      const answers = kept.map(
        (name) =>
          new Promise<unknown>((resolve, reject) => {
            const request = indexedDB.open(name)
            request.onerror = () => reject(new Error(name))
            request.onsuccess = () => {
              const asked = request.result.transaction('answers').objectStore('answers').getAll()
              asked.onsuccess = () => {
                request.result.close()
                resolve(asked.result)
              }
            }
          })
      )
      return JSON.stringify([names, await Promise.all(answers)])
    })
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}
