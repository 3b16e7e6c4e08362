import express, { type Express, type Request, type Response } from 'express'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where `npm run build` puts the browser's part, seen from `server/dist/platform` and `server/src/platform` alike. */
const CLIENT = fileURLToPath(new URL('../../../client/dist/app', import.meta.url))
/** The worker among them: a page in its place would be taken for a broken program. */
const NEVER_THE_PAGE = /^\/(api|live|events|metrics|assets|sw\.js)(\/|$)/

/** Serves the built client; every other address that a browser opens is the application itself. */
export function serveClient(app: Express, root = CLIENT): void {
  const page = join(root, 'index.html')
  app.use('/assets', express.static(join(root, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }))
  // What has one name for ever is asked for anew each time: the service worker, the manifest, the page.
  const always = (response: Response) => response.setHeader('Cache-Control', 'no-cache')
  app.use(express.static(root, { index: false, redirect: false, cacheControl: false, setHeaders: always }))
  app.use((request: Request, response: Response, next: () => void) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || NEVER_THE_PAGE.test(request.path) || !existsSync(page)) return next()
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  })
}
