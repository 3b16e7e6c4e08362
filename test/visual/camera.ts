import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { GREYS, GRID, type Seen } from './baseline.js'

/** What is another at each run: codes and phrases are left out of pictures. */
const CHANGING = '.secret, .phrase { visibility: hidden !important }'

/** The day of every picture. */
const NOW = new Date('2026-11-16T09:30:00Z')
const DAY_MS = 24 * 60 * 60 * 1000
/** What the sample country has from its making on is this near; the days that people wrote are dates without an hour. */
const NEAR_MS = 60 * DAY_MS
const MOMENT = /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"/g

/** Lets a page be looked at on one day for ever: its clock stands, and what the server says of today is of that day. */
export async function stillDay(page: Page): Promise<void> {
  await page.clock.setFixedTime(NOW)
  await page.route('**/api/**', async (route) => {
    const answer = await route.fetch()
    const body = await answer.text()
    await route.fulfill({
      response: answer,
      body: body.replace(MOMENT, (moment) => JSON.stringify(onThatDay(JSON.parse(moment) as string)))
    })
  })
}

/** By whole days: what was a moment ago is now. */
function onThatDay(moment: string): string {
  const away = Date.parse(moment) - Date.now()
  return Math.abs(away) > NEAR_MS ? moment : new Date(NOW.getTime() + Math.round(away / DAY_MS) * DAY_MS).toISOString()
}

/** Everything a page shows, whatever the window's height, from its top: what stays in place is where it begins. */
export async function photograph(page: Page): Promise<Buffer> {
  await page.evaluate(() => window.scrollTo(0, 0))
  return page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', style: CHANGING, scale: 'css' })
}

/** Looks at pictures, in a page of its own: only a browser can read them here. */
export class Eye {
  private constructor(
    private readonly page: Page,
    readonly drawnBy: string
  ) {}

  static async open(browser: Browser): Promise<Eye> {
    const page = await browser.newPage()
    // Fonts by what they do: how wide some words of each script are.
    const fonts = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.font = "100px 'Segoe UI', Roboto, system-ui, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Thai', 'Noto Sans SC', Arial, sans-serif"
      return ['Roundtable', 'Өңү', 'الماء', 'น้ำ', '水源'].map((word) => Math.round(pen.measureText(word).width)).join(' ')
    })
    return new Eye(page, `Chromium ${browser.version()}, ${process.platform}, words ${fonts} wide`)
  }

  async see(picture: Buffer): Promise<Seen> {
    const file = createHash('sha256').update(picture).digest('hex').slice(0, 16)
    const seen = await this.page.evaluate(
      async ({ base64, grid, greys }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const pen = new OffscreenCanvas(grid, grid).getContext('2d')
        if (!pen) throw new Error('no canvas')
        pen.imageSmoothingQuality = 'high'
        pen.drawImage(image, 0, 0, grid, grid)
        const { data } = pen.getImageData(0, 0, grid, grid)
        const digits = Array.from({ length: grid * grid }, (_, at) => {
          const grey = 0.299 * (data[4 * at] ?? 0) + 0.587 * (data[4 * at + 1] ?? 0) + 0.114 * (data[4 * at + 2] ?? 0)
          return Math.round((grey / 255) * (greys - 1)).toString(greys)
        })
        return { width: image.width, height: image.height, grid: digits.join('') }
      },
      { base64: picture.toString('base64'), grid: GRID, greys: GREYS }
    )
    return { file, ...seen }
  }
}
