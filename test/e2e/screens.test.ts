import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Cast } from '../support/page/cast.js'
import { DEVICES, DIRECTIONS, LOCALES, looksAt, problems, settled } from '../support/page/looks.js'
import { SCREENS } from '../support/page/screens.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'

const APP = join(__dirname, '../../client/src/app')
/** A page that only leads on to another one. */
const LEADS_ON = ['/']

/** Every address the client has a page for, as its routes are written. */
function routes(): readonly string[] {
  const pathsIn = (file: string) => [...readFileSync(join(APP, file), 'utf8').matchAll(/path="([^"]+)"/g)].map(([, path = '']) => path)
  const ofWorkspace = pathsIn('workspace-routes.tsx')
    .filter((path) => path !== '*')
    .map((path) => `/initiatives/:id/${path}`)
  return [...pathsIn('routes.tsx'), ...ofWorkspace]
}

test('[UI-253] every route is among the screens that are looked at', () => {
  const isOf = (route: string, at: string) => {
    const pattern = route
      .split('/')
      .map((part) => (part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replace(/\W/g, '\\$&')))
      .join('/')
      .replace(/\/\[\^\/\]\+$/, route.endsWith('?') ? '(?:/[^/]+)?' : '$&')
    return new RegExp(`^${pattern.replace(/\/\.\*$/, '(?:/.*)?')}$`).test(at.split('?')[0] ?? '')
  }
  expect(routes().length).toBeGreaterThan(20)
  const unseen = routes().filter((route) => !LEADS_ON.includes(route) && !SCREENS.some(({ at }) => isOf(route, at)))
  expect(unseen).toEqual([])
})

describeInBrowser('every screen', () => {
  let stage: Stage
  let cast: Cast

  beforeAll(async () => {
    stage = await Stage.open()
    cast = new Cast(stage)
  })
  afterAll(() => stage?.close())

  describe.each(SCREENS.map((screen, index) => ({ ...screen, index })))('$name', ({ index, at, person, prepare }) => {
    test.each(DIRECTIONS)(
      '[UI-77] %s breaks no rule of WCAG that a machine can check [UI-78], never scrolls sideways [UI-254], has targets for fingers [UI-255], stays whole at 400 %, in forced colours and without motion, and calls controls by their words [UI-344]',
      async (direction) => {
        const wrong: Record<string, unknown> = {}
        for (const look of looksAt(index, direction)) {
          const { page } = await cast.at(person, look.device, DEVICES[look.device])
          await page.goto(await cast.address(at, LOCALES[direction]))
          await settled(page)
          await prepare?.(page)
          await settled(page)
          Object.assign(wrong, await problems(page, look))
        }
        expect(wrong).toEqual({})
      }
    )
  })
})
