import { HeldLog, storedGoal } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'

describeInBrowser('what becomes of what is typed', () => {
  let stage: Stage
  let documentId: string
  let writer: Visitor
  let document: DocumentPage

  beforeAll(async () => {
    stage = await Stage.open()
    documentId = await stage.documentId('objectives')
    writer = await stage.signedIn('statistician')
  })
  beforeEach(async () => {
    document = await writer.open(documentId)
    await document.saves()
  })
  afterAll(() => stage?.close())

  test('[UI-80] while the database takes nothing the screen never says Saved, and says so as soon as it has', async () => {
    const held = await HeldLog.of(stage.pool, documentId)
    const whileHeld = await document.saveStatesWhile(async () => {
      await document.append(GOAL, ' Not committed yet.')
      await document.page.locator('[data-save-state="on_device"]').waitFor()
    })
    expect(whileHeld[0]).toBe('saved')
    expect(whileHeld.slice(1)).not.toContain('saved')
    expect(await document.pill.innerText()).toMatch(/On this device: \d+ changes waiting/)
    expect(await storedGoal(stage.pool, documentId)).not.toContain('Not committed yet.')
    await held.letGo()
    await document.saves()
    expect(await storedGoal(stage.pool, documentId)).toContain(' Not committed yet.')
  })

  test('[UI-80] a server that is killed while somebody types costs them nothing', async () => {
    const states = await document.saveStatesWhile(async () => {
      await document.append(GOAL, ' Before.')
      await stage.server.kill('SIGKILL')
      await document.append(GOAL, ' Without a server.')
      await document.page.locator('[data-save-state="on_device"]').waitFor()
      await stage.server.start()
      await document.saves()
    })
    expect(states.lastIndexOf('on_device')).toBeLessThan(states.indexOf('saved', states.indexOf('on_device')))
    expect(await storedGoal(stage.pool, documentId)).toContain(' Before. Without a server.')
  })

  test('[UI-80] leaving the page while something is unsent asks first; once it is saved it does not', async () => {
    const asked: string[] = []
    document.page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    const held = await HeldLog.of(stage.pool, documentId)
    await document.append(GOAL, ' On its way.')
    await document.page.close({ runBeforeUnload: true })
    await until(
      'the browser asks',
      () => asked,
      (types) => types.length > 0
    )
    await held.letGo()
    await document.saves()
    const closed = document.page.waitForEvent('close')
    await document.page.close({ runBeforeUnload: true })
    await closed
    expect(asked).toEqual(['beforeunload'])
    writer.page = await writer.context.newPage()
  })

  test('[UI-80] signing out with something unsent says what would be lost, and stays when asked to', async () => {
    const held = await HeldLog.of(stage.pool, documentId)
    await document.append(GOAL, ' Still here.')
    await document.page.getByRole('button', { name: 'Mara Okonjo: my account' }).click()
    await document.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await document.page.getByText(/changes are only on this device\. If you sign out now, they are lost\./).waitFor()
    await document.page.getByRole('button', { name: 'Stay signed in' }).click()
    await held.letGo()
    await document.saves()
    expect(await storedGoal(stage.pool, documentId)).toContain(' Still here.')
  })
})
