import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '../support/database.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { storedGoal } from '../support/page/document-log.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'

describeInBrowser('a page that was open when the machine was lost', () => {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-restored-'))
  let stage: Stage
  let lead: Visitor
  let document: DocumentPage

  beforeAll(async () => {
    stage = await Stage.open({ BACKUP_PASSPHRASE: 'sixteen herons at dusk' })
    lead = await stage.signedIn('cso-lead')
    document = await lead.open(await stage.documentId('objectives'))
  })
  afterAll(async () => {
    await stage?.close()
    rmSync(directory, { recursive: true, force: true })
  })

  test('[BACK-22] signs in again, shows the document as it was backed up, and hands its person the words that are newer', async () => {
    const documentId = await stage.documentId('objectives')
    await document.append(GOAL, ' Kept.')
    await document.saves()
    await stage.server.admin('backup', join(directory, 'backup'))
    const kept = await storedGoal(stage.pool, documentId)
    await document.append(GOAL, ' Saved too late.')
    await document.saves()

    await stage.server.kill()
    await document.append(GOAL, ' Written while it was away.')
    await stage.moveTo(await createDatabase(), () => stage.server.admin('restore', join(directory, 'backup')))

    const { page } = lead
    await page.getByText('You are no longer signed in. Sign in again to go on.').waitFor()
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'CSO lead' }).click()
    await document.ready()
    await until(
      'the newer words to be handed back',
      async () => (await document.recovered.allInnerTexts()).join(''),
      (words) => words.includes('Saved too late. Written while it was away.')
    )
    expect(await document.recovered.count()).toBe(1)
    expect(await document.words(GOAL)).toBe(kept)
    await document.append(GOAL, ' Anew.')
    await document.saves()
    expect(await storedGoal(stage.pool, documentId)).toBe(`${kept} Anew.`)
    await document.page.getByText('The document was restored or renewed while this text was on your device.').waitFor()
  })
})
