import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { type Visitor } from '../support/page/visitor.js'

describeInBrowser('try', () => {
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
    const labels = ['Our shared goal', 'Who is missing in the data', 'How we will know']
    for (const delay of [0, 30, 100]) {
    await Promise.all([a!, b!, c!].map((p, i) => p.append(labels[i]!, ` Written in own ${delay} by ${i}.`, { delay })))
    await a!.saves()
    for (const l of labels) console.log(delay, 'own', await a!.words(l))
    await Promise.all([a!, b!].map((p, i) => p.append('Our shared goal', i ? `ABCDEFGHIJKL` : `abcdefghijkl`, {delay})))
    await a!.saves()
    console.log(delay, 'two', (await a!.words('Our shared goal')).slice(-60))
    await a!.append('Our shared goal', '|')
    await Promise.all([a!, b!, c!].map((p, i) => p.append('Our shared goal', i ? i == 1 ? `ABCDEFGHIJKL` : '1234567890' : `abcdefghijkl`, {delay})))
    await a!.saves()
    console.log(delay, 'three', (await a!.words('Our shared goal')).slice(-60))
    }
    await b!.page.context().setOffline(true)
    await b!.append('Our shared goal', ' offline words')
    const t = Date.now()
    const seen = new Set<string>()
    while (Date.now() - t < 8000) { seen.add(`${Math.round((Date.now() - t)/500)} ${await b!.saveState()} `); await new Promise(r => setTimeout(r, 100)) }
    console.log([...seen].join('\n'), (await a!.words('Our shared goal')).includes('offline words'))
  })
})
