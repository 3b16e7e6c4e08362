import { ClausePage } from '../support/page/clause-page.js'
import { storedDocument } from '../support/page/document-log.js'
import type { DocumentPage } from '../support/page/document-page.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

const CLAUSE = 'Small numbers'
const COUNT = 'Smallest number shown (needed)'
const LEAD = `(select id from person where sample_key = 'cso-lead')`

describeInBrowser('words in a field that has not been left', () => {
  let stage: Stage
  let documentId: string
  let office: Visitor
  let lead: Visitor
  let document: DocumentPage
  let clause: ClausePage

  beforeAll(async () => {
    stage = await Stage.open()
    documentId = await stage.documentId('agreement')
    office = await stage.signedIn('statistician')
  })
  beforeEach(async () => {
    lead = await stage.signedIn('cso-lead')
    document = await lead.open(documentId)
    clause = new ClausePage(document)
    await clause.choose(CLAUSE)
    await document.saves()
  })
  afterEach(async () => {
    await lead.close()
    await stage.pool.query(`update seat set role = 'CSO', side = 'civic', ended_at = null where person_id = ${LEAD}`)
    await stage.pool.query(`update document_head set state = 'draft' where document_id = $1`, [documentId])
  })
  afterAll(() => stage?.close())

  async function storedCount(): Promise<unknown> {
    const { clauses } = await storedDocument(stage.pool, documentId, 'agreement')
    return clauses.find(({ code }) => code === 'C21')?.fields.minimumCount
  }

  test('[SAVE-5] are said to be unsaved, and leaving the page asks first; [SAVE-41] they are handed over before the answer', async () => {
    await clause.field(COUNT).fill('37')
    await document.page.locator('[data-save-state="unfinished"]').waitFor()
    expect(await document.pill.innerText()).toContain('Not saved yet: a field is being written in')
    const asked = document.page.waitForEvent('dialog')
    await document.page.close({ runBeforeUnload: true })
    await (await asked).dismiss()
    await until('what stood in it is stored', storedCount, (count) => count === 37)
    await document.saves()
  })

  const WAYS = {
    'their seat is made an observer’s': `update seat set role = 'OBS', side = null where person_id = ${LEAD}`,
    'their seat is ended': `update seat set ended_at = now() where person_id = ${LEAD}`,
    'the document goes to review': `update document_head set state = 'review' where document_id = (select id from document where kind = 'agreement' order by workspace_id limit 1)`
  }

  test.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('[SAVE-6] when %s, are handed back and never stored', async (way) => {
    const before = await storedCount()
    await clause.field(COUNT).fill('451')
    await stage.pool.query(WAYS[way])
    await document.recovered.first().waitFor()
    expect(await document.recovered.allInnerTexts()).toEqual([`${COUNT}\n451`])
    expect(await clause.field(COUNT).count()).toBe(0)
    await lead.page.keyboard.press('Tab')
    const elsewhere = new ClausePage(await office.open(documentId))
    await elsewhere.choose(CLAUSE)
    expect(await storedCount()).toBe(before)
  })

  test('[SAVE-6] are handed over when the page goes back under them', async () => {
    await clause.field(COUNT).fill('52')
    await document.page.goBack()
    await until('the answer is stored', storedCount, (count) => count === 52)
    expect(await document.recovered.count()).toBe(0)
  })

  test('[UI-85] stay there when they are no answer, and are handed back when the field goes', async () => {
    await clause.field(COUNT).fill('2')
    await document.page.keyboard.press('Enter')
    await document.page.getByText('This is not a whole number in the range. It was not saved.').waitFor()
    expect(await clause.field(COUNT).inputValue()).toBe('2')
    expect(await document.saveState()).toBe('unfinished')
    await document.page.goBack()
    await document.recovered.first().waitFor()
    expect(await document.recovered.allInnerTexts()).toEqual([`${COUNT}\n2`])
  })
})
