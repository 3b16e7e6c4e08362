import { watchPage } from './in-page.mjs'

/** What developers' tools call "Slow 3G", of a line and its delay. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: (400 * 1024) / 8, uploadThroughput: (400 * 1024) / 8 }
const SLOWDOWN = 4
const KIBIBYTE = 1024
const WITHIN_MS = 180_000

/** Each screen is opened in a browser that has nothing of ours yet, except its session. */
const SCREENS = [
  { screen: 'sign in', path: '/sign-in', ready: (page) => page.locator('form input').first() },
  { screen: 'join by a code', path: '/join', ready: (page) => page.locator('form input').first() },
  { screen: 'my initiatives', path: '/initiatives', person: 'cso-lead', ready: (page) => page.getByRole('main').getByRole('link').first() },
  {
    screen: 'a plan, to read',
    path: 'plan',
    person: 'cso-lead',
    ready: (page) => page.locator('[contenteditable=true] > p, .rich__text--view p').first()
  }
]

/** The first page over a slow line on a slow processor: until it shows what it is for, what came over the line, what held its thread. */
export const slowLine = {
  name: 'slow-line',
  title: `First visit over slow 3G (400 kbit/s, 400 ms) on a processor ${SLOWDOWN}x slower`,
  points: (isQuick) => (isQuick ? SCREENS.slice(0, 1) : SCREENS),
  named: ({ screen }) => screen,

  async run({ browser, url, documentId }, { path, person, ready }) {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 360, height: 640 }, reducedMotion: 'reduce' })
    try {
      if (person) await context.request.post('/api/session/sample', { data: { person }, headers: { origin: url } })
      const page = await context.newPage()
      await page.addInitScript(watchPage)
      const cdp = await context.newCDPSession(page)
      let bytes = 0
      cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
      await cdp.send('Network.enable')
      await cdp.send('Network.emulateNetworkConditions', SLOW_3G)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
      const start = performance.now()
      await page.goto(path === 'plan' ? `/documents/${await documentId('plan')}?question=objectives` : path, {
        timeout: WITHIN_MS,
        waitUntil: 'commit'
      })
      await ready(page).waitFor({ timeout: WITHIN_MS })
      const usefulMs = performance.now() - start
      const usefulBytes = bytes
      await page.waitForLoadState('networkidle', { timeout: WITHIN_MS })
      const { longTasks } = await page.evaluate(() => window.__seen)
      return {
        'useful after s': usefulMs / 1000,
        'KiB until then': usefulBytes / KIBIBYTE,
        'KiB in all': bytes / KIBIBYTE,
        'long tasks': longTasks.length,
        'longest ms': Math.max(0, ...longTasks)
      }
    } finally {
      await context.close()
    }
  }
}
