import { storedDocument } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import type { Visitor } from '../support/page/visitor.js'

const TITLE = 'What is to be done'

describeInBrowser('a document without a copy on this device', () => {
  let stage: Stage
  let documentId: string
  let writer: Visitor
  let document: DocumentPage

  beforeAll(async () => {
    stage = await Stage.open()
    documentId = await stage.documentId('roadmap')
  })
  beforeEach(async () => {
    writer = await stage.signedIn('statistician')
    document = await writer.open(documentId)
    await document.saves()
  })
  afterEach(() => writer.close())
  afterAll(() => stage?.close())

  async function storedTitle(): Promise<string | undefined> {
    return (await storedDocument(stage.pool, documentId, 'roadmap')).tasks[0]?.title
  }

  const GONE = {
    'another window takes the copy off the device': async () => {
      const other = await writer.context.newPage()
      await other.goto('/')
      await other.evaluate(async () => {
        for (const { name } of await indexedDB.databases())
          await new Promise((resolve) => (indexedDB.deleteDatabase(name ?? '').onsuccess = resolve))
      })
      await other.close()
    },
    'the site’s data is cleared': async () => {
      const devtools = await writer.context.newCDPSession(document.page)
      await devtools.send('Storage.clearDataForOrigin', { origin: stage.url, storageTypes: 'indexeddb' })
    }
  }

  test.each(Object.keys(GONE) as (keyof typeof GONE)[])(
    '[SAVE-7] when %s, it is said, and every letter is written once, sent and saved',
    async (way) => {
      const before = await document.words(TITLE)
      await document.append(TITLE, ' with')
      await document.saves()
      await GONE[way]()
      await document.append(TITLE, ' and without')
      await document.page.getByText('This browser keeps no copy of this document.').waitFor()
      await document.saves()
      expect(await document.words(TITLE)).toBe(`${before} with and without`)
      expect(await storedTitle()).toBe(`${before} with and without`)
    }
  )

  test('[SAVE-8] more than the server takes is handed back and not sent for ever; what is typed afterwards is saved', async () => {
    const before = await document.words(TITLE)
    await document.text(TITLE).evaluate((area: HTMLTextAreaElement, bytes) => {
      // What is not laid out does not keep the browser busy for a minute; the body comes anew with the document.
      area.closest<HTMLElement>('.document__body')!.hidden = true
      area.value += 'x'.repeat(bytes)
      area.dispatchEvent(new InputEvent('input'))
    }, 9_000_000)
    await document.recovered.first().waitFor({ timeout: 60_000 })
    await document.page.getByText('The change is larger than the document takes at once.').waitFor()
    await document.saves()
    await document.append(TITLE, ' again')
    await document.saves()
    expect(await storedTitle()).toBe(`${before} again`)
  }, 120_000)
})
