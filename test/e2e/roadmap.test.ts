import type { Page } from 'playwright-core'
import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import { until } from '../support/page/until.js'
import type { Visitor } from '../support/page/visitor.js'

describeInBrowser('a roadmap at the speed of a workshop', () => {
  let stage: Stage
  let id: string
  let statistician: Visitor
  let lead: Visitor

  beforeAll(async () => {
    stage = await Stage.open()
    id = await stage.documentId('roadmap')
    ;[statistician, lead] = await Promise.all([
      stage.signedIn('statistician', { viewport: LAPTOP }),
      stage.signedIn('cso-lead', { viewport: PHONE, hasTouch: true })
    ])
  })
  afterAll(() => stage?.close())

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const titles = (page: Page) =>
    page.getByLabel('What is to be done').evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value))
  const showsInOrder = (page: Page, ...names: readonly string[]) =>
    until(
      `${names.join(', ')} in this order`,
      async () => (await titles(page)).filter((title) => names.includes(title)),
      (seen) => seen.join() === names.join()
    )
  const focusedTask = (page: Page) =>
    page.evaluate(() => document.activeElement?.closest('[data-entry]')?.querySelector('textarea')?.value ?? null)

  test('[UI-330] pasted lines are looked at and wait through a reload, then are made; typed ones one after the other', async () => {
    const office = await statistician.open(id)
    const { page } = office
    await page.locator('[data-entry]').first().waitFor()
    const before = (await titles(page)).length
    const quick = page.getByLabel('Add tasks quickly')
    await quick.focus()
    await page.keyboard.insertText('- Wash the bottles\n- Order labels')
    await page.reload()
    await statistician.documentOpen()
    await page.getByText('2 tasks will be added:').first().waitFor()
    expect((await titles(page)).length).toBe(before)
    await button(page, 'Add 2 tasks').click()
    await page.keyboard.type('Print maps\nCall the schools\n')
    await showsInOrder(page, 'Wash the bottles', 'Order labels', 'Print maps', 'Call the schools')
    await office.saves()
  })

  test('[UI-331] two people move tasks at once, one by keys and one on a phone: one order, and the focus stays', async () => {
    const [office, phone] = await Promise.all([statistician.open(id), lead.open(id)])
    await showsInOrder(phone.page, 'Wash the bottles', 'Order labels', 'Print maps', 'Call the schools')
    await button(office.page, 'Move up: Call the schools').focus()
    await Promise.all([office.page.keyboard.press('Alt+ArrowUp'), button(phone.page, 'Move down: Wash the bottles').tap()])
    for (const { page } of [office, phone]) await showsInOrder(page, 'Order labels', 'Wash the bottles', 'Call the schools', 'Print maps')
    expect(await focusedTask(office.page)).toBe('Call the schools')
    await Promise.all([office.saves(), phone.saves()])
  })

  test('[UI-332] “Move to…” leads to the task that was chosen, though another has moved everything meanwhile', async () => {
    const [office, phone] = await Promise.all([statistician.open(id), lead.open(id)])
    await button(office.page, 'Move up: Order labels').focus()
    await office.page.keyboard.press('Alt+Shift+M')
    const dialog = office.page.getByRole('dialog', { name: 'Move: Order labels' })
    const place = dialog.getByLabel('Place')
    const after = await place.locator('option', { hasText: 'Print maps' }).textContent()
    await place.selectOption({ label: after ?? '' })
    await button(phone.page, 'Move up: Print maps').tap()
    await showsInOrder(office.page, 'Wash the bottles', 'Print maps', 'Call the schools')
    await button(office.page, 'Move').and(dialog.locator('button')).click()
    for (const { page } of [office, phone]) await showsInOrder(page, 'Wash the bottles', 'Print maps', 'Order labels', 'Call the schools')
    await until(
      'the focus at what was moved',
      () => focusedTask(office.page),
      (title) => title === 'Order labels'
    )
    await Promise.all([office.saves(), phone.saves()])
  })

  test('[UI-337] a filter, and several changed under it on a phone: what is hidden stays as it is, and nothing is covered', async () => {
    const [office, phone] = await Promise.all([statistician.open(id), lead.open(id, '?stage=-')])
    const { page } = phone
    const hidden = (await titles(office.page)).length - (await titles(page)).length
    expect(hidden).toBeGreaterThan(0)
    await page
      .getByText(/of \d+ tasks shown\./)
      .first()
      .waitFor()
    await button(page, 'Select tasks').tap()
    await page.getByLabel('Select: Wash the bottles').check()
    await page.getByLabel('Select: Print maps').check()
    const bar = page.getByRole('group', { name: 'Selected tasks' })
    expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(64)
    await button(page, '2 selected…').tap()
    await page.getByRole('menuitem', { name: 'Change…' }).tap()
    const dialog = page.getByRole('dialog', { name: 'Change 2 tasks' })
    await dialog.getByLabel('What do you want to change?').selectOption({ label: 'Stage' })
    await dialog.getByLabel('It becomes').selectOption({ label: 'Collection' })
    await button(page, 'Change 2 tasks').tap()
    await page.getByText('2 tasks changed.').first().waitFor()
    expect((await titles(page)).filter((title) => title === 'Wash the bottles' || title === 'Print maps')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    await phone.saves()
    await office.page.goto(`/documents/${id}?stage=S2`)
    await showsInOrder(office.page, 'Wash the bottles', 'Print maps')
    await button(page, 'Undo').tap()
    await until(
      'both taken back',
      () => titles(office.page),
      (seen) => !seen.includes('Wash the bottles') && !seen.includes('Print maps')
    )
  })

  test('[UI-465] in the table a day stands in one line and no status breaks within a word, also while one selects', async () => {
    const { page } = await statistician.open(id, '?show=table')
    await button(page, 'Select tasks').click()
    await page.getByRole('row').nth(1).getByRole('checkbox').waitFor()
    const cells = await page.getByRole('row').evaluateAll(([heads, ...rows]) =>
      rows.flatMap((row) =>
        [...row.children].map((cell, index) => {
          const words = document.createRange()
          words.selectNodeContents(cell)
          const lines = new Set([...words.getClientRects()].map(({ bottom }) => Math.round(bottom))).size
          return { head: heads!.children[index]!.textContent, words: cell.textContent, lines }
        })
      )
    )
    const judged = cells.filter(({ head, words }) => (head === 'Status' || head === 'Due') && words !== '')
    expect(judged.filter(({ head, words, lines }) => lines > (head === 'Due' ? 1 : words.split(' ').length))).toEqual([])
    expect(judged.length).toBeGreaterThan(8)
  })

  test('[UI-334] what is printed has all tasks, whatever is filtered', async () => {
    const { page } = await statistician.open(id, '?stage=S6&due=late&show=table')
    await page
      .getByText(/^0 of \d+ tasks shown\.$/)
      .first()
      .waitFor()
    await page.evaluate(() => {
      const rows = () => document.querySelectorAll('[data-entry]').length
      window.addEventListener('beforeprint', () => Object.assign(window, { printed: rows() }))
      window.print()
    })
    const total = Number((await page.getByRole('heading', { level: 2 }).first().textContent())?.split(' ')[0])
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(total)
  })
})
