import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { closed, opened } from './left-open.js'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium to test with: CHROMIUM_PATH, else an installed one, else the test tool's own download. */
export function findChromium(): string | null {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
  const downloaded = chromium.executablePath()
  return installed ?? (existsSync(downloaded) ? downloaded : null)
}

/** A name that is this machine, and of which a browser does not know so: what it gives to loopback alone, it does not give here. */
export const NAME_IN_THE_ROOM = 'roundtable.workshop'

/** The same page is drawn the same at every run, pixel by pixel: nothing from what was drawn before, no shares of a pixel. */
const STEADY = [
  '--disable-partial-raster',
  '--disable-low-res-tiling',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--font-render-hinting=none',
  '--disable-skia-runtime-opts',
  '--force-color-profile=srgb'
]

/** A headless Chromium that talks to nobody but the page under test. Throws when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium found: install one, or name it in CHROMIUM_PATH.')
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      `--host-resolver-rules=MAP ${NAME_IN_THE_ROOM} 127.0.0.1`,
      ...quiet,
      ...STEADY
    ]
  })
  opened(browser, () => browser.close())
  browser.once('disconnected', () => closed(browser))
  return browser
}
