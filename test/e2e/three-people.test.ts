import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { type Visitor } from '../support/page/visitor.js'

describeInBrowser('three people in three browsers', () => {
  let stage: Stage
  let statistician: Visitor
  let lead: Visitor
  let citizen: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    statistician = await stage.signedIn('statistician', { viewport: LAPTOP })
    lead = await stage.signedIn('cso-lead', { viewport: LAPTOP })
    citizen = await stage.signedIn('citizen', { viewport: PHONE })
  })
  afterAll(() => stage.close())

  test('[UI-70] objectives', async () => {
    const id = await stage.documentId('objectives')
    const [a, b, c] = await Promise.all([statistician, lead, citizen].map((visitor) => visitor.open(id)))
    await Promise.all([a!, b!, c!].map((p, i) => p.append('Our shared goal', ` Written by ${i}.`)))
    for (const p of [a!, b!, c!]) for (const i of [0, 1, 2]) await p.shows('Our shared goal', `Written by ${i}.`)
    await a!.saves()
    console.log(await a!.words('Our shared goal'))
    console.log(await a!.page.locator('.caret__name').allTextContents())
    await a!.page.screenshot({ path: 'test/output/try-a.png' })
    await c!.page.screenshot({ path: 'test/output/try-c.png' })
    await b!.page.context().setOffline(true)
    await b!.append('Our shared goal', ' offline words')
    const t = Date.now()
    const seen = new Set<string>()
    while (Date.now() - t < 8000) { seen.add(`${Math.round((Date.now() - t)/500)} ${await b!.saveState()} `); await new Promise(r => setTimeout(r, 100)) }
    console.log([...seen].join('\n'), (await a!.words('Our shared goal')).includes('offline words'))
  })
})
