import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Cast } from '../support/page/cast.js'
import { COLOURS, DEVICES, LOCALES, problems, settled, type Device, type Direction } from '../support/page/looks.js'
import { STATES } from '../support/page/states.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'

const PICTURES = join(__dirname, '../output/states')

describeInBrowser('screens that have not what they are for', () => {
  let stage: Stage
  let cast: Cast

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true })
    stage = await Stage.open()
    cast = new Cast(stage)
  })
  afterAll(() => stage?.close())

  describe.each(STATES)('$name', ({ name, on, begin, isWaiting = false, says, offers }) => {
    test.each(on.map((screen, index) => ({ ...screen, index })))(
      '[UI-261] $at says what happened, what is safe and what can be done',
      async ({ at, person, index }) => {
        // English on one device, for its words; the other direction on the other one.
        const devices: readonly (readonly [Device, Direction])[] = [
          [index % 2 === 0 ? 'phone' : 'laptop', 'left to right'],
          [index % 2 === 0 ? 'laptop' : 'phone', 'right to left']
        ]
        const wrong: Record<string, unknown> = {}
        for (const [device, direction] of process.env.SCREENS === 'whole' ? devices : devices.slice(0, 1)) {
          const { page } = await cast.at(person, device, DEVICES[device])
          await begin(page)
          await page.goto(await cast.address(at, LOCALES[direction]))
          if (isWaiting) await page.locator('.waiting').first().waitFor()
          else await settled(page)
          const words = await page.locator('body').innerText()
          if (direction === 'left to right') {
            for (const part of says) if (!part.test(words)) wrong[`does not say ${part.source}`] = words.slice(0, 600)
            const ways = page
              .locator('main, [role="status"]')
              .locator('button, a')
              .filter({ hasText: offers ?? /./ })
            if (offers && (await ways.count()) === 0) wrong[`does not offer ${offers.source}`] = words.slice(0, 600)
          }
          await page.screenshot({
            path: join(PICTURES, `${name}-${at.replace(/\W+/g, ' ').trim()}-${LOCALES[direction]}.png`),
            fullPage: true
          })
          Object.assign(wrong, await problems(page, { device, colours: [COLOURS[index % 2] ?? 'light'] }))
          await page.unrouteAll({ behavior: 'ignoreErrors' })
        }
        expect(wrong).toEqual({})
      }
    )
  })
})
