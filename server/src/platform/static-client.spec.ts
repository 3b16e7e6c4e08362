import express from 'express'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { serveClient } from './static-client.js'

const PROGRAM = 'export const everything = 1\n'

describe('the built client as it is served', () => {
  let root: string
  let server: Server

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'roundtable-client-'))
    mkdirSync(join(root, 'assets'))
    const files = { 'index.html': '<!doctype html>', 'sw.js': 'self', 'manifest.webmanifest': '{}', 'assets/index-abc.js': '1' }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
    const program = join(root, 'assets/packed-abc.js')
    writeFileSync(program, PROGRAM)
    writeFileSync(`${program}.br`, brotliCompressSync(PROGRAM))
    writeFileSync(`${program}.gz`, gzipSync(PROGRAM))
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

  it('[HTTP-24] what the build has packed is sent packed, by what the browser takes, and says that this decides', async () => {
    for (const [takes, sent] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null]
    ] as const) {
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/assets/packed-abc.js`, {
        headers: { 'accept-encoding': takes }
      })
      expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([sent, PROGRAM])
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('content-type')).toMatch(/^text\/javascript; charset=utf-8$/i)
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i)
    }
  })

  it('[HTTP-24] a packed file that has gone is not answered as packed', async () => {
    rmSync(join(root, 'assets/packed-abc.js.br'))
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/assets/packed-abc.js`, {
      headers: { 'accept-encoding': 'br' }
    })
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([404, null])
  })
})
