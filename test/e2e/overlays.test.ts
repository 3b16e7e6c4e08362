import { Cast } from '../support/page/cast.js'
import { DEVICES, DIRECTIONS, LOCALES, looksAt, problems, settled } from '../support/page/looks.js'
import { OVERLAYS } from '../support/page/overlays.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'

describeInBrowser('what opens over screens', () => {
  let stage: Stage
  let cast: Cast

  beforeAll(async () => {
    stage = await Stage.open()
    cast = new Cast(stage)
  })
  afterAll(() => stage?.close())

  describe.each(OVERLAYS.map((overlay, index) => ({ ...overlay, index })))('$name', ({ index, at, person, open }) => {
    test.each(DIRECTIONS)(
      '[UI-77] %s breaks no rule of WCAG that a machine can check [UI-254] and has targets for fingers [UI-259], and Escape closes it and gives the focus back',
      async (direction) => {
        const wrong: Record<string, unknown> = {}
        for (const look of looksAt(index, direction)) {
          const { page } = await cast.at(person, look.device, DEVICES[look.device])
          await page.goto(await cast.address(at, LOCALES[direction]))
          await settled(page)
          await open(page)
          const overlay = page.locator('.popover, .dialog')
          await overlay.first().waitFor()
          Object.assign(wrong, await problems(page, { ...look, isOverlay: true }))
          await page.keyboard.press('Escape')
          await overlay.first().waitFor({ state: 'detached' })
          // What had the focus gets it back a frame or two after what opened is gone.
          const isSomewhere = await page
            .waitForFunction(() => document.activeElement !== document.body, null, { timeout: 5_000 })
            .then(
              () => true,
              () => false
            )
          if (!isSomewhere) wrong[`${look.device}: focus`] = 'is nowhere when it is closed'
        }
        expect(wrong).toEqual({})
      }
    )
  })
})
