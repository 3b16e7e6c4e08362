import { storedDocument } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { longDocument } from '../support/page/framework-document.js'
import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { outlineOf, structureOf, structureOfHtml, structureOnScreen } from '../support/page/structure.js'
import { until } from '../support/page/until.js'

const GOAL = 'Our shared goal'
const { name, html } = longDocument()

describeInBrowser(`pasting ${name} and writing in it together`, () => {
  let stage: Stage
  let documentId: string
  let open: DocumentPage[]

  beforeAll(async () => {
    stage = await Stage.open()
    documentId = await stage.documentId('objectives')
    const people = await Promise.all([
      stage.signedIn('statistician', { viewport: LAPTOP }),
      stage.signedIn('cso-lead', { viewport: LAPTOP }),
      stage.signedIn('citizen', { viewport: PHONE })
    ])
    open = await Promise.all(people.map((visitor) => visitor.open(documentId)))
  })
  afterAll(() => stage?.close())

  const stored = async () => (await storedDocument(stage.pool, documentId, 'objectives')).goal

  test('[UI-76] headings, lists, notes and Table 1 are stored as they were on the clipboard', async () => {
    const [office] = open as [DocumentPage, ...DocumentPage[]]
    await office.text(GOAL).focus()
    await office.page.keyboard.press('Control+a')
    await office.paste(GOAL, html)
    await office.saves()
    const source = outlineOf(await structureOfHtml(office.page, html))
    const outline = outlineOf(structureOf(await stored()))
    expect(source.headings.length).toBeGreaterThan(8)
    expect(source.tables.length).toBeGreaterThan(0)
    expect(outline.headings).toEqual(source.headings)
    expect(outline.lists).toEqual(source.lists)
    expect(outline.items).toEqual(source.items)
    expect(outline.tables).toEqual(source.tables)
    expect(outline.words).toBe(source.words)
  })

  test('[UI-76] three people write in it at once; the log and the three screens hold the same text in the same structure', async () => {
    const places = [
      /^Citizen data$|^\d+\. A chapter$/,
      /Operational definition of citizen data|^3\. A chapter$/,
      /A roadmap for implementation|^7\. A chapter$/
    ]
    const words = [' (office)', ' (River Watch)', ' (citizens)']
    for (const [index, document] of open.entries()) {
      await document.clickBehind(document.text(GOAL).getByRole('heading').filter({ hasText: places[index]! }).last())
    }
    await Promise.all(open.map(({ page }, index) => page.keyboard.type(words[index]!, { delay: 10 })))
    for (const document of open) for (const part of words) await document.shows(GOAL, part)
    await Promise.all(open.map((document) => document.saves()))
    const inTheLog = structureOf(await stored())
    const headings = outlineOf(inTheLog).headings.join('\n')
    for (const part of words) expect(headings).toContain(part.replace(/\s/g, ''))
    for (const document of open) {
      const onScreen = await until(
        'the screen to hold what the log holds',
        () => structureOnScreen(document.text(GOAL)),
        (seen) => JSON.stringify(seen) === JSON.stringify(inTheLog),
        3000
      ).catch(() => structureOnScreen(document.text(GOAL)))
      expect(onScreen).toEqual(inTheLog)
    }
  })
})
