import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { GREYS, GRID, type Seen } from './baseline.js'

/** What is another at each run: moments, codes and marks of people are left out of pictures. */
const CHANGING = 'time, .secret, .phrase, .caption time { visibility: hidden !important }'

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
