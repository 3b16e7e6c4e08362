import { setTimeout as pause } from 'node:timers/promises'
import * as shared from '@roundtable/shared/document'
import { encodeStateAsUpdate } from 'yjs'
import { percentile } from '../figures.mjs'
import { follow, timetable } from '../schedule.mjs'
import { arrive, Editor, saved } from './editors.mjs'
import { watchPage } from './in-page.mjs'
import { fill, LONG_TEXT } from './long-text.mjs'
import { liveAddresses, signIn } from './measured-server.mjs'

const EDITORS = 50
const LETTERS_A_SECOND = 8
const MARKED_A_SECOND = 4
const OPENS_WITHIN_MS = 120_000
const HERE = 1000
/** What is not shown so long after the last letter counts as shown then. */
const DRAINS_WITHIN_MS = 60_000

/**
 * A person types in the middle of a text of 30,000 words in 2,000 blocks, while 50 others each type a letter a second into blocks of
 * their own: until the person's own letter is painted, and until a word of somebody else is.
 */
export const typing = {
  name: 'typing',
  title: `30,000 words in 2,000 blocks, ${EDITORS} others write a letter a second each`,
  points: (isQuick) => (isQuick ? [{ slowdown: 1 }] : [{ slowdown: 1 }, { slowdown: 4 }]),
  named: ({ slowdown }) => (slowdown === 1 ? 'processor as it is' : `processor ${slowdown}x slower`),

  async run({ browser, url, documentId, isQuick }, { slowdown }) {
    const cookie = await signIn(url, 'statistician')
    const { id, path } = await longDocument({ url, cookie, documentId })
    const base = await filled({ url, cookie }, id, path)
    const [marked, ...others] = await editorsAt({ url, cookie }, id, path, base)
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    try {
      const page = await context.newPage()
      await page.addInitScript(watchPage)
      await page.goto('/sign-in?sample=cso-lead')
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      const cdp = await context.newCDPSession(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      const opening = performance.now()
      await page.goto(`/documents/${id}?question=${path[1]}`)
      const block = page.locator('[contenteditable=true] > p', { hasText: `Block${HERE} ` }).first()
      await block.waitFor({ timeout: OPENS_WITHIN_MS })
      const openMs = performance.now() - opening
      await block.click({ timeout: OPENS_WITHIN_MS })
      await page.keyboard.press('End')
      await page.evaluate(() => Object.assign(window.__seen, { local: [], longTasks: [] }))
      return { 'open ms': openMs, ...(await typed(page, { marked, others, seconds: isQuick ? 8 : 20 })) }
    } finally {
      for (const editor of [marked, ...others]) editor.leave()
      await context.close()
    }
  }
}

async function typed(page, { marked, others, seconds }) {
  const sent = {}
  const markAt = (due) => {
    const word = `\u00ab${Object.keys(sent).length}\u00bb`
    sent[word] = performance.timeOrigin + due
    marked.type(word)
  }
  const actors = [{ act: markAt, perSecond: MARKED_A_SECOND }, ...others.map((editor) => ({ act: () => editor.type(), perSecond: 1 }))]
  const writing = follow(timetable(actors, performance.now() + 200, seconds), { now: () => performance.now(), pause: () => pause(2) })
  const until = performance.now() + seconds * 1000
  for (let letter = 0; performance.now() < until; letter++) {
    const next = performance.now() + 1000 / LETTERS_A_SECOND
    await page.keyboard.press(String.fromCharCode(97 + (letter % 26)))
    await pause(Math.max(0, next - performance.now()))
  }
  await writing
  const notShown = await page
    .waitForFunction((count) => Object.values(window.__seen.remote).filter(Boolean).length >= count, Object.keys(sent).length, {
      timeout: DRAINS_WITHIN_MS
    })
    .then(
      () => 0,
      (error) => unshown(page, sent, error)
    )
  const { local, remote, longTasks } = await page.evaluate(() => window.__seen)
  const end = performance.timeOrigin + performance.now()
  const delays = Object.entries(sent).map(([word, at]) => (remote[word] || end) - at)
  return {
    'local p50 ms': percentile(local, 0.5),
    'local p95 ms': percentile(local, 0.95),
    'remote p50 ms': percentile(delays, 0.5),
    'remote p95 ms': percentile(delays, 0.95),
    'not shown': notShown,
    'long tasks': longTasks.length,
    'longest ms': Math.max(0, ...longTasks)
  }
}

/** How many words have not been shown in time. Throws what is no matter of time. */
async function unshown(page, sent, error) {
  if (error.name !== 'TimeoutError') throw error
  const shown = await page.evaluate(() => Object.values(window.__seen.remote).filter(Boolean).length)
  return Object.keys(sent).length - shown
}

/** The text of the first question of the sample country's plan. */
async function longDocument({ url, cookie, documentId }) {
  const id = await documentId('plan')
  const [address] = await liveAddresses({ url, cookie }, id, 1)
  const reader = await arrive(address)
  const [code] = reader.own.getMap('answers').keys()
  reader.drop()
  return { id, path: ['answers', code, 'text'] }
}

async function filled(person, id, path) {
  const [address] = await liveAddresses(person, id, 1)
  const writer = await arrive(address)
  await fill(writer, { shared, path })
  await saved(writer)
  writer.drop()
  return encodeStateAsUpdate(writer.own)
}

async function editorsAt(person, id, path, base) {
  const addresses = await liveAddresses(person, id, EDITORS)
  const people = await Promise.all(addresses.map((address) => arrive(address, base)))
  return people.map((each, number) => new Editor(each, { path, number, blocks: LONG_TEXT.blocks }))
}
