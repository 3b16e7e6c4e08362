import { storedGoal } from '../support/page/document-log.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'

interface Device {
  deviceIsFull: boolean
  askedToKeep: number
}

/** A browser whose device has no room when the test says so: what is written is taken back, as browsers do it. */
function withLittleRoom(): void {
  const device = Object.assign(window as unknown as Device, { deviceIsFull: false, askedToKeep: 0 })
  for (const verb of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[verb]
    IDBObjectStore.prototype[verb] = function (this: IDBObjectStore, ...what) {
      const request = write.apply(this, what)
      if (device.deviceIsFull) {
        Object.defineProperty(this.transaction, 'error', { value: new DOMException('no room', 'QuotaExceededError') })
        this.transaction.abort()
      }
      return request
    }
  }
  navigator.storage.persist = () => {
    device.askedToKeep += 1
    return Promise.resolve(true)
  }
}

describeInBrowser('a device that is full', () => {
  let stage: Stage
  let writer: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    writer = await stage.signedIn('statistician', { permissions: ['clipboard-read', 'clipboard-write'] })
  })
  afterAll(() => stage?.close())

  test('[SAVE-17] is said of the document, with a way to copy what is not saved, and no more once there is room or it is saved', async () => {
    const documentId = await stage.documentId('objectives')
    await writer.page.addInitScript(withLittleRoom)
    const document = await writer.open(documentId)
    await document.text(GOAL).waitFor()
    await document.saves()
    const { page } = writer
    const device = () => page.evaluate(() => (window as unknown as Device).askedToKeep)
    const setFull = (isFull: boolean) => page.evaluate((full) => void ((window as unknown as Device).deviceIsFull = full), isFull)
    const banner = page.getByText('This device has no room left')
    expect(await device()).toBe(0)
    await document.append(GOAL, ' With room.')
    await document.saves()
    expect(await device()).toBe(1)

    await setFull(true)
    await document.append(GOAL, ' Full.')
    await banner.waitFor()
    await document.saves()
    await writer.context.setOffline(true)
    await document.append(GOAL, ' Nowhere yet.')
    await page.locator('[data-save-state="needs_attention"]').waitFor()
    await page.getByRole('button', { name: 'Copy what is not saved' }).click()
    await until(
      'the words on the clipboard',
      () => page.evaluate(() => navigator.clipboard.readText()),
      (words) => words.includes('Nowhere yet.')
    )

    await setFull(false)
    await page.locator('[data-save-state="on_device"]').waitFor()
    await banner.waitFor({ state: 'detached' })
    await writer.context.setOffline(false)
    await document.saves()
    expect(await storedGoal(stage.pool, documentId)).toContain(' With room. Full. Nowhere yet.')
  })
})
