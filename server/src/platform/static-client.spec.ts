import express from 'express'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveClient } from './static-client.js'

describe('the built client as it is served', () => {
  let root: string
  let server: Server

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'roundtable-client-'))
    mkdirSync(join(root, 'assets'))
    const files = { 'index.html': '<!doctype html>', 'sw.js': 'self', 'manifest.webmanifest': '{}', 'assets/index-abc.js': '1' }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
    const app = express()
    serveClient(app, root)
    server = app.listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
  })
  afterAll(() => {
    server.close()
    rmSync(root, { recursive: true, force: true })
  })

  async function told(path: string): Promise<readonly (string | number | null)[]> {
    const { status, headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
    return [status, headers.get('content-type'), headers.get('cache-control'), headers.get('service-worker-allowed')]
  }

  it('[HTTP-23] the worker, the manifest and the page are asked for anew at every look; what is named by its content is kept', async () => {
    expect(await told('/sw.js')).toEqual([200, 'text/javascript; charset=utf-8', 'no-cache', null])
    expect(await told('/manifest.webmanifest')).toEqual([200, 'application/manifest+json; charset=utf-8', 'no-cache', null])
    for (const page of ['/', '/index.html', '/documents/one'])
      expect(await told(page)).toEqual([200, expect.stringMatching(/^text\/html/), 'no-cache', null])
    expect(await told('/assets/index-abc.js')).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', null])
  })

  it('[HTTP-23] where there is no worker, the page is not answered in its place', async () => {
    rmSync(join(root, 'sw.js'))
    expect((await told('/sw.js'))[0]).toBe(404)
    expect((await told('/sw.json'))[0]).toBe(200)
  })
})
