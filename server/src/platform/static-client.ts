import express, { type Express, type Request, type Response } from 'express'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where `npm run build` puts the browser's part, seen from `server/dist/platform` and `server/src/platform` alike. */
const CLIENT = fileURLToPath(new URL('../../../client/dist/app', import.meta.url))
const NEVER_THE_PAGE = /^\/(api|live|events|metrics|assets)(\/|$)/

/** Serves the built client; every other address that a browser opens is the application itself. */
export function serveClient(app: Express, root = CLIENT): void {
  const page = join(root, 'index.html')
  app.use('/assets', express.static(join(root, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }))
  app.use(express.static(root, { index: false, redirect: false, maxAge: 0 }))
  app.use((request: Request, response: Response, next: () => void) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || NEVER_THE_PAGE.test(request.path) || !existsSync(page)) return next()
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  })
}
