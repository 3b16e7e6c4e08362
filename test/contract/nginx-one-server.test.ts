import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { request } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, freePort, Program } from '../../server/bootstrap/cluster/program.mjs'
import { describeWith } from '../support/programs.js'

const FILE = join(__dirname, '../../docker/nginx/one-server.conf')
const NAME = 'roundtable.example.org'

/** Everything of the file as it is, but for where it listens, where it goes, and its files. */
function inPlace(text: string, places: Readonly<Record<string, string>>): string {
  return Object.entries(places).reduce((so, [from, to]) => {
    expect(so).toContain(from)
    return so.replaceAll(from, to)
  }, text)
}

describeWith(['nginx', 'openssl'], 'nginx in front of one server', () => {
  let directory: string
  let nginx: Program
  let [plain, tls] = [0, 0]
  let poll: ServerResponse | null = null
  const node = createServer((asked, answer) => {
    if (asked.url?.startsWith('/events/')) (poll = answer).write('first')
    else answer.end(JSON.stringify(asked.headers))
  })
  node.on('upgrade', (_asked, socket) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n')
  )

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'roundtable-one-server-'))
    chmodSync(directory, 0o755)
    const at = (name: string) => join(directory, name)
    const words = `req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=${NAME} -keyout ${at('key.pem')} -out ${at('certificate.pem')}`
    execFileSync('openssl', words.split(' '), { stdio: 'ignore' })
    await once(node.listen(0, '127.0.0.1'), 'listening')
    ;[plain, tls] = [await freePort(), await freePort()]
    const site = inPlace(readFileSync(FILE, 'utf8'), {
      'listen 80;': `listen 127.0.0.1:${plain};`,
      'listen 443 ssl;': `listen 127.0.0.1:${tls} ssl;`,
      '127.0.0.1:3000': `127.0.0.1:${(node.address() as AddressInfo).port}`,
      [`/etc/letsencrypt/live/${NAME}/fullchain.pem`]: at('certificate.pem'),
      [`/etc/letsencrypt/live/${NAME}/privkey.pem`]: at('key.pem'),
      '/var/log/nginx': directory
    })
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((what) => `${what}_temp_path ${at(what)};`).join(' ')
    writeFileSync(at('nginx.conf'), `pid ${at('pid')};\nevents {}\nhttp { ${temporary}\n${site}\n}\n`)
    nginx = new Program(findProgram('nginx') ?? 'nginx', ['-e', 'stderr', '-p', directory, '-c', at('nginx.conf'), '-g', 'daemon off;'])
    await nginx.ready(
      () =>
        new Promise((resolve) => {
          const socket = connect(tls, '127.0.0.1', () => resolve((socket.destroy(), true)))
          socket.once('error', () => resolve(false))
        })
    )
  })
  afterAll(async () => {
    await nginx.stop()
    node.closeAllConnections()
    node.close()
    rmSync(directory, { recursive: true, force: true })
  })

  const ask = (path: string, headers: Record<string, string> = {}) =>
    request({ host: '127.0.0.1', port: tls, path, headers: { host: NAME, ...headers }, rejectUnauthorized: false, agent: false }).end()
  async function get(path: string, headers?: Record<string, string>): Promise<{ status?: number; text: string }> {
    const [answer] = (await once(ask(path, headers), 'response')) as [IncomingMessage]
    const text = Buffer.concat(await answer.toArray()).toString()
    return { status: answer.statusCode, text }
  }

  it('[OPS-49] speaks TLS and sends plain requests to the address', async () => {
    expect((await get('/')).status).toBe(200)
    const answer = await fetch(`http://127.0.0.1:${plain}/initiatives?x=1`, { redirect: 'manual', headers: { host: NAME } })
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `https://${NAME}/initiatives?x=1`])
  })

  it('[OPS-49] passes on a WebSocket', async () => {
    const asked = ask('/live/x', { connection: 'Upgrade', upgrade: 'websocket' })
    const [answer] = (await once(asked, 'upgrade')) as [IncomingMessage]
    expect([answer.statusCode, answer.headers.upgrade]).toEqual([101, 'websocket'])
  })

  it('[OPS-49] hands on what a long poll says as it comes', async () => {
    const [answer] = (await once(ask('/events/?transport=polling'), 'response')) as [IncomingMessage]
    expect(String(((await once(answer, 'data')) as [Buffer])[0])).toBe('first')
    poll!.end('second')
    expect(String(((await once(answer, 'data')) as [Buffer])[0])).toBe('second')
  })

  it('[OPS-49] says itself where a request comes from, and shows nobody the numbers', async () => {
    const forged = { 'x-forwarded-for': '9.9.9.9', 'x-forwarded-host': 'evil.example', forwarded: 'for=9.9.9.9' }
    const headers = JSON.parse((await get('/api/health', forged)).text) as IncomingHttpHeaders
    expect(headers).toMatchObject({ host: NAME, 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' })
    expect(JSON.stringify(headers)).not.toMatch(/9\.9\.9\.9|evil/)
    for (const path of ['/metrics', '/Metrics/', '/%6detrics', '/metrics?x']) expect([path, (await get(path)).status]).toEqual([path, 404])
  })

  it('[OPS-49] writes down neither a query nor the secret of an invitation', async () => {
    await get('/join/hushed')
    await get('/page?ticket=hushed')
    await nginx.stop()
    const written = readFileSync(join(directory, 'roundtable.log'), 'utf8')
    expect(written).toContain('GET /join/***')
    expect(written + readFileSync(join(directory, 'roundtable-error.log'), 'utf8')).not.toContain('hushed')
  })
})
