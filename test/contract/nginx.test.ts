import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNginx } from '../../server/bootstrap/cluster/nginx.mjs'
import { freePort, type Program } from '../../server/bootstrap/cluster/program.mjs'
import { describeWith } from '../support/programs.js'

const TEMPLATES = join(__dirname, '../../docker/nginx')

/** Stands in a node's place: it answers what reached it, or, under /breaks, takes the request and hangs up. */
class Echo {
  asked = 0
  private constructor(private readonly server: Server) {}

  static async listen(): Promise<Echo> {
    const server = createServer()
    const echo = new Echo(server)
    server.on('request', (asked, answer) => {
      echo.asked += 1
      if (asked.url === '/breaks') return asked.socket.destroy()
      answer.setHeader('content-type', asked.url?.endsWith('.js') ? 'text/javascript' : 'application/json')
      if (asked.url === '/sw.js') answer.setHeader('cache-control', 'no-cache')
      answer.end(JSON.stringify({ headers: asked.headers, padding: 'x'.repeat(3000) }))
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return echo
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }
}

describeWith(['nginx', 'openssl'], 'nginx in front of the nodes', () => {
  let directory: string
  let nodes: Echo[]
  let nginx: Program
  let url: string
  let tlsPort: number

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'roundtable-nginx-'))
    const [certificate, key] = [join(directory, 'certificate.pem'), join(directory, 'key.pem')]
    const words = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-keyout',
      key,
      '-out',
      certificate
    ]
    execFileSync('openssl', words, { stdio: 'ignore' })
    nodes = [await Echo.listen(), await Echo.listen()]
    const port = await freePort()
    tlsPort = await freePort()
    url = `http://127.0.0.1:${port}`
    const upstream = nodes.map(({ address }) => address)
    nginx = await startNginx({ nodes: upstream, port, templates: TEMPLATES, directory: join(directory, 'plain') })
  })
  afterAll(async () => {
    await nginx.stop()
    nodes.forEach((node) => node.close())
    rmSync(directory, { recursive: true, force: true })
  })

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${url}${path}`, { headers })

  it('[OPS-4] the operator’s numbers are not to be had through it, however the path is spelled', async () => {
    const spellings = ['/metrics', '/Metrics', '/metrics/', '/%6detrics', '//metrics', '/x/../metrics', '/metrics?x=1', '/metrics/x']
    for (const path of spellings) expect([path, (await get(path)).status]).toEqual([path, 404])
    expect((await get('/metricsish')).status).toBe(200)
  })

  it('[OPS-5] says where a request comes from in its own words, and passes on nobody else’s', async () => {
    const forged = {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'gopher',
      'x-forwarded-port': '1',
      'x-real-ip': '203.0.113.9',
      forwarded: 'for=203.0.113.9'
    }
    const { headers } = (await (await get('/api/health', forged)).json()) as { headers: IncomingHttpHeaders }
    expect(Object.entries(headers).filter(([name]) => /forward|real-ip/.test(name))).toEqual([
      ['x-forwarded-for', '127.0.0.1'],
      ['x-forwarded-proto', 'http']
    ])
    expect(headers.host).toBe(new URL(url).host)
  })

  it('[OPS-6] a POST that a node may have carried out is not made again at another', async () => {
    const asked = (): number => nodes.reduce((sum, node) => sum + node.asked, 0)
    const before = asked()
    expect((await fetch(`${url}/breaks`, { method: 'POST', body: '{}' })).status).toBe(502)
    expect(asked() - before).toBe(1)
    expect((await get('/breaks')).status).toBe(502)
    expect(asked() - before).toBe(3)
  })

  it('[HTTP-23] the service worker comes as the node sends it, to be asked for anew at every look', async () => {
    const { status, headers } = await get('/sw.js', { 'accept-encoding': 'gzip' })
    const told = ['cache-control', 'content-type', 'content-encoding'].map((name) => headers.get(name))
    expect([status, ...told]).toEqual([200, 'no-cache', 'text/javascript', 'gzip'])
  })

  it('[OPS-7] squeezes script and style, and no answer that holds people’s words', async () => {
    const encoding = async (path: string): Promise<string | null> =>
      (await get(path, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')
    expect([await encoding('/assets/long.js'), await encoding('/api/workspaces')]).toEqual(['gzip', null])
  })

  it('[OPS-8] writes down neither queries nor the secrets of invitations nor where somebody came from', async () => {
    const secret = 'unmistakable-secret'
    await get(`/join/${secret}`)
    await get(`/JOIN/${secret}/x`)
    await get(`/live/1?ticket=${secret}`, { referer: `https://mail.example/${secret}` })
    const log = readFileSync(join(directory, 'plain/access.log'), 'utf8')
    expect(log).toMatch(/ GET \/join\/\*\*\* 200 /)
    expect(log).toMatch(/ GET \/live\/1 200 /)
    expect(`${log}${nginx.output}`).not.toContain(secret)
  })

  it('[OPS-9] with certificates it speaks TLS, sends plain requests there, and tells the node', async () => {
    const port = await freePort()
    const publicUrl = `https://127.0.0.1:${tlsPort}`
    const tls = {
      publicUrl,
      listen: `127.0.0.1:${tlsPort}`,
      certificate: join(directory, 'certificate.pem'),
      key: join(directory, 'key.pem')
    }
    const upstream = nodes.map(({ address }) => address)
    const secure = await startNginx({ nodes: upstream, port, templates: TEMPLATES, directory: join(directory, 'tls'), tls })
    try {
      const plain = await fetch(`http://127.0.0.1:${port}/a?b`, { redirect: 'manual' })
      expect([plain.status, plain.headers.get('location')]).toEqual([308, `${publicUrl}/a?b`])
      const asking = request(`https://127.0.0.1:${tlsPort}/api/health`, { rejectUnauthorized: false }).end()
      const [answer] = (await once(asking, 'response')) as [AsyncIterable<Buffer>]
      let text = ''
      for await (const part of answer) text += part.toString()
      expect((JSON.parse(text) as { headers: IncomingHttpHeaders }).headers['x-forwarded-proto']).toBe('https')
    } finally {
      await secure.stop()
    }
  })
})
