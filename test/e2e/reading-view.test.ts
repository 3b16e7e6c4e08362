import { DOCUMENT_SCHEMA } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { LiveClient } from '../support/live-client.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, PHONE, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const GOAL = 'Our shared goal'
const EDITOR_CHUNK = /assets\/(rich-text-editor|format-bar|editor)-/
const MISSING = /^The editor could not be fetched/

describeInBrowser('a text that cannot be opened in an editor', () => {
  let stage: Stage
  let writer: Visitor
  let document: DocumentPage

  beforeAll(async () => {
    stage = await Stage.open()
  })
  beforeEach(async () => {
    writer = await stage.signedIn('statistician', { viewport: PHONE })
  })
  afterEach(() => writer.close())
  afterAll(() => stage?.close())

  describe('because the editor did not come', () => {
    test('[UI-91] the document stays and is to read; asked again, it is there to write', async () => {
      await writer.page.route(EDITOR_CHUNK, (route) => route.abort())
      document = await writer.open(await stage.documentId('objectives'))
      await document.page.getByText(MISSING).waitFor()
      await document.reading(GOAL).waitFor()
      expect(await document.text(GOAL).count()).toBe(0)
      await writer.page.unroute(EDITOR_CHUNK)
      await document.page.getByRole('button', { name: 'Try again' }).click()
      await document.append(GOAL, ' Written after all.')
      await document.saves()
      await document.page.getByText(MISSING).waitFor({ state: 'detached' })
    })

    test('[UI-91] it is fetched with the document: a clause opened without a network is there to write', async () => {
      const fetched = Promise.all(
        ['rich-text-editor', 'format-bar'].map((name) => writer.page.waitForResponse(new RegExp(`assets/${name}-`)))
      )
      document = await writer.open(await stage.documentId('agreement'))
      await document.saves()
      await Promise.all((await fetched).map((response) => response.finished()))
      await writer.context.setOffline(true)
      await document.page.getByRole('link', { name: 'Small numbers' }).click()
      await document.append('Text of the clause', ' Written without a network.')
      await document.page.locator('[data-save-state="on_device"]').waitFor()
      await writer.context.setOffline(false)
      await document.saves()
    })
  })

  describe('because somebody’s newer build wrote in it', () => {
    let newer: LiveClient

    beforeEach(async () => {
      const documentId = await stage.documentId('objectives')
      const { rows } = await stage.pool.query<{ id: string }>(`select id from person where sample_key = 'citizen'`)
      const ticket = await stage.server.ticket(stage.pool, documentId, rows[0]!.id)
      newer = new LiveClient({ url: stage.server.liveUrl, documentId, ticket, schema: DOCUMENT_SCHEMA, speaksRoundtable: true })
      await newer.connect()
      document = await writer.open(documentId)
      await document.text('How we will know').waitFor()
      await document.saves()
    })
    afterEach(() => newer.close())

    test('[UI-90] an open editor gives way and takes nothing out [UI-92] and whoever may write takes it out, words kept', async () => {
      const fragment = newer.doc.getXmlFragment('success')
      const callout = new Y.XmlElement('callout')
      const words = new Y.XmlElement('paragraph')
      words.insert(0, [new Y.XmlText('Words of a newer build')])
      callout.insert(0, [words])
      await document.putCaret('How we will know', 'end')
      fragment.push([callout])
      await document.reading('How we will know').waitFor()
      await document.page.getByText('Words of a newer build').waitFor()
      await document.page.keyboard.type('Typed into nothing.')
      await document.append(GOAL, ' The other texts are written on.')
      await until(
        'the other text on the other side',
        () => newer.doc.getXmlFragment('goal').toJSON(),
        (seen) => seen.includes('The other texts are written on.')
      )
      expect(fragment.toJSON()).toContain('<callout>')
      expect(fragment.toJSON()).not.toContain('Typed into nothing.')

      await document.page.getByRole('button', { name: 'Keep the words, take the unreadable part out' }).click()
      await document.page.getByRole('alertdialog').getByRole('button', { name: 'Keep the words, take the unreadable part out' }).click()
      await document.append('How we will know', ' Now written on.')
      await until(
        'plain words for everybody',
        () => fragment.toJSON(),
        (seen) => seen.includes('Words of a newer build Now written on.') && !seen.includes('callout')
      )
      await document.saves()
    })
  })
})
