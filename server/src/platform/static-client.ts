import type { Express, Request, Response } from 'express'
import expressStaticGzip from 'express-static-gzip'
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
  app.use('/assets', packed(join(root, 'assets'), { immutable: true, maxAge: '1y' }))
  // What has one name for ever is asked for anew each time: the service worker, the manifest, the page.
  app.use(packed(root, { cacheControl: false, setHeaders: (response: Response) => response.setHeader('Cache-Control', 'no-cache') }))
  app.use((request: Request, response: Response, next: () => void) => {
    // A packed file that has gone since the start (another build) was announced as packed all the same.
    response.removeHeader('Content-Encoding')
    if ((request.method !== 'GET' && request.method !== 'HEAD') || NEVER_THE_PAGE.test(request.path) || !existsSync(page)) return next()
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  })
}

/** Files as the build packed them, where the browser takes them so; without a packed one beside it, a file is sent as it is. */
function packed(folder: string, how: Readonly<Record<string, unknown>>) {
  const serveStatic = { redirect: false, ...how }
  return expressStaticGzip(folder, { enableBrotli: true, orderPreference: ['br', 'gzip'], index: false, serveStatic })
}
