import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { Cast } from '../support/page/cast.js'
import { settled } from '../support/page/looks.js'
import { SCREENS } from '../support/page/screens.js'
import { describeInBrowser, Stage } from '../support/page/stage.js'
import { accept, compare, readBaseline, writeBaseline, type Seen } from './baseline.js'
import { Eye, photograph, stillDay } from './camera.js'
import { writeReport, type Compared } from './report.js'

const BASELINE = join(__dirname, 'baseline.json')
const OUTPUT = join(__dirname, '../output/visual')
const ONLY = process.env.VISUAL_ONLY ?? ''
const isUpdate = process.env.VISUAL_UPDATE === 'yes'

const WIDTHS = [320, 768, 1280, 1920] as const
const COLOURS = ['light', 'dark'] as const
/** Long words break a page where it is narrow or has several columns: two widths in one colour show it. */
const LOOKS = [
  { look: 'en', locale: 'en', widths: WIDTHS, colours: COLOURS, forced: 'none' },
  { look: 'ar-XB', locale: 'ar-XB', widths: WIDTHS, colours: COLOURS, forced: 'none' },
  { look: 'en-XA', locale: 'en-XA', widths: [320, 1280] as const, colours: ['light'] as const, forced: 'none' },
  { look: 'forced colours', locale: 'en', widths: [320, 1280] as const, colours: ['light'] as const, forced: 'active' }
] as const

const isWanted = ({ name }: { readonly name: string }) => name.includes(ONLY)

describeInBrowser('pictures of every screen', () => {
  const baseline = readBaseline(BASELINE)
  const seen: Record<string, Seen> = {}
  const compared: Compared[] = []
  let stage: Stage
  let cast: Cast
  let eye: Eye
  const still = new Map<Page, Promise<void>>()

  beforeAll(async () => {
    rmSync(join(OUTPUT, 'now'), { recursive: true, force: true })
    for (const folder of ['now', 'accepted']) mkdirSync(join(OUTPUT, folder), { recursive: true })
    stage = await Stage.open()
    cast = new Cast(stage)
    eye = await Eye.open(stage.browser)
  })
  afterAll(async () => {
    const gone = ONLY === '' ? Object.keys(baseline.pictures).filter((name) => !(name in seen)) : []
    writeReport(OUTPUT, compared, gone)
    if (isUpdate && eye) {
      writeBaseline(BASELINE, accept(baseline, { drawnBy: eye.drawnBy, pictures: seen }, ONLY !== ''))
      for (const name of Object.keys(seen)) copyFileSync(join(OUTPUT, 'now', `${name}.png`), join(OUTPUT, 'accepted', `${name}.png`))
    }
    await stage?.close()
  })

  const wanted = SCREENS.filter(isWanted)
  describe.each(wanted.length > 0 ? wanted : SCREENS.slice(0, 1))('$name', ({ name, at, person, prepare }) => {
    test.each(LOOKS)('[UI-257] is what was accepted, in $look', async ({ look, locale, widths, colours, forced }) => {
      expect(wanted.length).toBeGreaterThan(0)
      const { page } = await cast.at(person, 'photographed', { serviceWorkers: 'block' })
      if (!still.has(page)) still.set(page, stillDay(page))
      await still.get(page)
      await page.setViewportSize({ width: widths[0], height: 800 })
      await page.goto(await cast.address(at, locale))
      await settled(page)
      await prepare?.(page)
      await settled(page)
      const different: string[] = []
      for (const width of widths)
        for (const colorScheme of colours) {
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme, forcedColors: forced, reducedMotion: 'reduce' })
          await settled(page)
          const picture = await photograph(page)
          const which = `${name}-${look}-${width}-${colorScheme}`
          writeFileSync(join(OUTPUT, 'now', `${which}.png`), picture)
          const now = await eye.see(picture)
          const verdict = compare(baseline.pictures[which], now, baseline.drawnBy === eye.drawnBy)
          seen[which] = now
          compared.push({ name: which, verdict, hasBefore: existsSync(join(OUTPUT, 'accepted', `${which}.png`)) })
          if (verdict !== 'same') different.push(`${which}: ${verdict}`)
        }
      if (!isUpdate) expect(different).toEqual([])
    })
  })
})
