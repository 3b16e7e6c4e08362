import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import type { DocumentKind } from '@roundtable/shared/framework'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { storedDocument } from '../support/page/document-log.js'
import { describeInBrowser, LAPTOP, PHONE, Stage } from '../support/page/stage.js'
import type { Visitor } from '../support/page/visitor.js'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PICTURES = join(__dirname, '../output/screens')

const LOCALES = { 'left to right': 'en', 'right to left': 'ar-XB' } as const
const COLOURS = ['light', 'dark'] as const
type Direction = keyof typeof LOCALES
const WIDTHS = { 1280: LAPTOP, 320: PHONE } as const

/**
 * In `npm test` two opposite looks at each screen, other ones from screen to screen, so that every direction, width and
 * colour is seen of each; `npm run test:screens` looks at all eight.
 */
function looksAt(
  index: number,
  direction: Direction
): readonly { width: keyof typeof WIDTHS; colours: readonly (typeof COLOURS)[number][] }[] {
  if (process.env.SCREENS === 'whole') return ([1280, 320] as const).map((width) => ({ width, colours: COLOURS }))
  const isWide = (index % 2 === 0) === (direction === 'left to right')
  return [{ width: isWide ? 1280 : 320, colours: [direction === 'left to right' ? 'light' : 'dark'] }]
}

interface Screen {
  readonly name: string
  readonly address: () => Promise<string>
  readonly person: 'nobody' | 'statistician' | 'citizen'
  /** What is done before it is looked at. */
  readonly prepare?: (page: Page) => Promise<void>
}

describeInBrowser('every screen', () => {
  let stage: Stage
  let people: Record<Screen['person'], Visitor>

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    stage = await Stage.open()
    const [nobody, statistician, citizen] = await Promise.all([stage.visitor(), stage.signedIn('statistician'), stage.signedIn('citizen')])
    people = { nobody, statistician, citizen }
  })
  afterAll(() => stage?.close())

  const at = (path: string) => () => Promise.resolve(path)
  const documentOf =
    (kind: DocumentKind, search = '') =>
    async () =>
      `/documents/${await stage.documentId(kind)}${search}`
  const clauseOf = (wanted: string) => async (): Promise<string> => {
    const id = await stage.documentId('agreement')
    const { clauses } = await storedDocument(stage.pool, id, 'agreement')
    return `/documents/${id}?clause=${clauses.find(({ code }) => code === wanted)?.id}`
  }
  const workspaceAt = (path: string) => async () => `/initiatives/${await stage.workspaceId()}${path}`
  async function invitation(): Promise<string> {
    const { page } = people.statistician
    const data = { role: 'OBS', organisation: null, uses: 1, expiresInDays: 1 }
    const made = await page.request.post(`/api/workspaces/${await stage.workspaceId()}/invitations`, { data })
    return ((await made.json()) as { link: string }).link
  }
  const write = (page: Page) => page.locator('.page .button--primary').last().click()
  const sayEngagement = (page: Page) => page.locator('.stages__mine .button').nth(1).click()
  const showDetails = (page: Page) => page.locator('.entry button[aria-expanded="false"]:not([aria-haspopup])').first().click()

  const SCREENS: readonly Screen[] = [
    { name: 'sign in', address: at('/sign-in'), person: 'nobody', prepare: (page) => page.locator('.sample').waitFor() },
    { name: 'recover', address: at('/recover'), person: 'nobody' },
    { name: 'initiatives', address: at('/initiatives'), person: 'statistician' },
    { name: 'my work', address: at('/my-work'), person: 'statistician' },
    { name: 'initiative', address: async () => `/initiatives/${await stage.workspaceId()}`, person: 'citizen' },
    { name: 'open', address: at('/open'), person: 'citizen' },
    { name: 'open refused', address: at('/open'), person: 'statistician', prepare: write },
    { name: 'questions', address: workspaceAt('/definition'), person: 'statistician' },
    { name: 'question', address: workspaceAt('/definition/Q3'), person: 'statistician' },
    { name: 'question to read', address: workspaceAt('/definition/Q3'), person: 'citizen' },
    { name: 'answers', address: workspaceAt('/definition/result'), person: 'statistician' },
    { name: 'modality', address: workspaceAt('/modality'), person: 'statistician' },
    { name: 'modality to read', address: workspaceAt('/modality'), person: 'citizen' },
    { name: 'stages', address: workspaceAt('/stages'), person: 'statistician' },
    { name: 'engagement form', address: workspaceAt('/stages'), person: 'statistician', prepare: sayEngagement },
    { name: 'principles of all sides', address: workspaceAt('/principles'), person: 'citizen' },
    { name: 'principles before all have filed', address: workspaceAt('/principles'), person: 'statistician' },
    { name: 'open answers', address: workspaceAt('/open'), person: 'statistician' },
    { name: 'profile', address: workspaceAt('/profile'), person: 'statistician' },
    { name: 'profile form', address: workspaceAt('/profile'), person: 'statistician', prepare: write },
    { name: 'people', address: workspaceAt('/people'), person: 'statistician' },
    { name: 'people to read', address: workspaceAt('/people'), person: 'citizen' },
    { name: 'invitations', address: workspaceAt('/invitations'), person: 'statistician', prepare: write },
    { name: 'invitations to read', address: workspaceAt('/invitations'), person: 'citizen' },
    { name: 'join', address: at('/join'), person: 'nobody', prepare: write },
    { name: 'join as an observer', address: invitation, person: 'nobody' },
    { name: 'join nowhere', address: at('/join/ABCDEFGH'), person: 'nobody' },
    { name: 'objectives', address: documentOf('objectives'), person: 'statistician' },
    { name: 'agreement', address: documentOf('agreement'), person: 'statistician' },
    { name: 'clause', address: clauseOf('C21'), person: 'statistician' },
    { name: 'clause to read', address: clauseOf('C21'), person: 'citizen' },
    { name: 'clause with a table', address: clauseOf('C04'), person: 'statistician' },
    { name: 'clause with a table to read', address: clauseOf('C04'), person: 'citizen' },
    { name: 'plan', address: documentOf('plan', '?question=consent'), person: 'statistician' },
    { name: 'plan with a table', address: documentOf('plan', '?question=resources'), person: 'statistician' },
    { name: 'principles', address: documentOf('principles', '?question=P03'), person: 'statistician' },
    { name: 'principles to read', address: documentOf('principles', '?question=P08'), person: 'citizen' },
    { name: 'roadmap', address: documentOf('roadmap'), person: 'statistician', prepare: showDetails },
    { name: 'roadmap to read', address: documentOf('roadmap'), person: 'citizen', prepare: showDetails },
    { name: 'sessions', address: at('/sessions'), person: 'statistician' },
    { name: 'nothing here', address: at('/initiatives/nothing'), person: 'statistician' }
  ]

  describe.each(SCREENS.map((screen, index) => ({ ...screen, index })))('$name', ({ name, index, address, person, prepare }) => {
    test.each(Object.keys(LOCALES) as Direction[])(
      '[UI-77] %s, at 1280 and 320 px, in light and dark, breaks no rule of WCAG 2.2 A and AA that a machine can check [UI-78] and never scrolls sideways',
      async (direction) => {
        const { page } = people[person]
        const wrong: Record<string, unknown> = {}
        for (const { width, colours } of looksAt(index, direction)) {
          await page.setViewportSize(WIDTHS[width])
          const url = new URL(await address(), stage.url)
          url.searchParams.set('locale', LOCALES[direction])
          await page.goto(url.href)
          await settled(page)
          await prepare?.(page)
          await settled(page)
          for (const colorScheme of colours) {
            const which = `${name}-${LOCALES[direction]}-${width}-${colorScheme}`
            await page.emulateMedia({ colorScheme })
            await page.locator(`html[data-theme="${colorScheme}"]`).waitFor()
            await page.evaluate(() => window.scrollTo(0, 0))
            await page.screenshot({ path: join(PICTURES, `${which}.png`), fullPage: true })
            const broken = await violations(page)
            if (broken.length > 0) wrong[which] = broken
          }
          const wider = await sideways(page)
          if (wider > 0) wrong[`${width} px`] = `${wider} px wider than the window`
        }
        expect(wrong).toEqual({})
      }
    )
  })

  test('[UI-77] what opens over a screen breaks none either', async () => {
    const { page } = people.statistician
    await page.setViewportSize(LAPTOP)
    await page.goto(`${await documentOf('objectives')()}?locale=en`)
    await settled(page)
    const open = {
      people: async () => page.getByRole('button', { name: /here: show who$/ }).click(),
      account: async () => page.getByRole('button', { name: /: my account$/ }).click(),
      preferences: async () => page.getByRole('button', { name: 'Language and colours' }).click(),
      handles: async () =>
        page
          .getByRole('button', { name: /^Move or remove/ })
          .first()
          .click(),
      removing: async () => {
        await open.handles()
        await page.getByRole('menuitem', { name: 'Remove…' }).click()
      },
      signingOut: async () => {
        await open.account()
        await page.getByRole('menuitem', { name: 'Sign out' }).click()
      }
    }
    const found: Record<string, unknown> = {}
    for (const colorScheme of COLOURS) {
      await page.emulateMedia({ colorScheme })
      for (const [name, opens] of Object.entries(open)) {
        await opens()
        await page.locator('.popover, .dialog').first().waitFor()
        await page.screenshot({ path: join(PICTURES, `open ${name}-en-1280-${colorScheme}.png`) })
        const broken = await violations(page)
        if (broken.length > 0) found[`${name} ${colorScheme}`] = broken
        await page.keyboard.press('Escape')
        const stay = page.getByRole('button', { name: /^(Keep it|Stay signed in)$/ })
        if (await stay.count()) await stay.click()
        await page.locator('.popover, .dialog').first().waitFor({ state: 'detached' })
      }
    }
    expect(found).toEqual({})
  })
})

/** The screen as people get to see it: nothing is being fetched or prepared any more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(
    () =>
      document.querySelector(
        '.waiting, .rich--waiting, .format-bar:empty, [data-save-state="saving"], [data-save-state="reconnecting"]'
      ) === null
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** In axe's legacy mode, which needs no second page for each look: there are no frames here. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], runOnly: RULES })
    .setLegacyMode()
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`))
}

/** By how many pixels the page is wider than its window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}
