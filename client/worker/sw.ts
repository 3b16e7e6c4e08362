/*
 * The service worker: Roundtable itself, kept on the device, so that it opens without a line. It holds the program alone and no
 * answer of the server: what people wrote is in this device's copies (`src/connection`), which leave with the person.
 */

/** What the build put here (`worker-of-this-build` in vite.config.mjs): its name, its files, and the hash of its page. */
declare const __BUILD__: { readonly name: string; readonly files: readonly string[]; readonly pageIntegrity: string }
declare const self: ServiceWorkerGlobalScope
export {}

const PREFIX = 'roundtable-program-'
const CACHE = PREFIX + __BUILD__.name
const PAGE = '/index.html'
const NEVER_OURS = /^\/(api|live|events|metrics)(\/|$)/
const FILES = new Set(__BUILD__.files)
/** A line that gives nothing for this long is as good as none: the kept page is shown, and says what it could not fetch (milliseconds). */
const PATIENCE = 5000
/** A gateway answers in the place of a server that is away. */
const AWAY = new Set([502, 503, 504])

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('message', ({ data, ports }) => {
  // Only a page that has asked its person says this: a new build waits for what is unsent.
  if (data === 'take-over') void self.skipWaiting()
  if (data === 'which') ports[0]?.postMessage(CACHE)
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || NEVER_OURS.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(pageFor(request))
  else if (FILES.has(pathname) || pathname.startsWith('/assets/')) event.respondWith(fileFor(request))
})

/** A line that is broken off is no end of it; what the server does not have, or the device has no room for, is. */
class BrokenOff extends Error {}

async function install(): Promise<void> {
  await dropUnfinished()
  try {
    await fetchBuild()
  } catch (error) {
    if (!(error instanceof BrokenOff)) await caches.delete(CACHE)
    throw error
  }
}

/** One after the other, so as not to take the line from the page; goes on where an earlier try was broken off. */
async function fetchBuild(): Promise<void> {
  const cache = await caches.open(CACHE)
  for (const file of FILES) if (!(await cache.match(file, { ignoreVary: true }))) await keep(cache, new Request(file))
  // Of several nodes one may still be the old build: its page would name files that are not here.
  await keep(cache, new Request(PAGE, { cache: 'no-cache', integrity: __BUILD__.pageIntegrity }))
}

async function keep(cache: Cache, request: Request): Promise<void> {
  const answer = await fetch(request).catch((cause: unknown) => Promise.reject(new BrokenOff(request.url, { cause })))
  if (AWAY.has(answer.status)) throw new BrokenOff(request.url)
  if (!answer.ok) throw new Error(`${request.url}: ${answer.status}`)
  await cache.put(request, answer)
}

/** The build before this one stays: a page that is still open on it fetches its parts when they are wanted. */
async function takeOver(): Promise<void> {
  const whole = await dropUnfinished()
  await Promise.all(whole.slice(0, -1).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** Takes other builds that never came whole off the device; answers with the whole ones, in the order in which they came. */
async function dropUnfinished(): Promise<readonly string[]> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  const whole = await Promise.all(others.map(isWhole))
  await Promise.all(others.filter((_name, index) => !whole[index]).map((name) => caches.delete(name)))
  return others.filter((_name, index) => whole[index])
}

/** The page is what is fetched last. */
async function isWhole(name: string): Promise<boolean> {
  return (await (await caches.open(name)).match(PAGE, { ignoreVary: true })) !== undefined
}

async function pageFor(request: Request): Promise<Response> {
  const asked = fetch(request)
  const answer = await Promise.race([asked, patience()]).catch(() => null)
  if (answer && !AWAY.has(answer.status)) return answer
  const kept = await (await caches.open(CACHE)).match(PAGE, { ignoreVary: true })
  return kept ?? asked
}

/**
 * The name of an asset has the hash of what is in it: whichever build it was kept for, it is the same. Of the few files with
 * plain names (icons, the manifest) this build's own is meant.
 */
async function fileFor(request: Request): Promise<Response> {
  const isHashed = new URL(request.url).pathname.startsWith('/assets/')
  const where = isHashed ? caches : await caches.open(CACHE)
  return (await where.match(request, { ignoreVary: true })) ?? fetch(request)
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE))
}
