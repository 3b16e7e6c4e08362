import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { findProgram } from '../../server/bootstrap/cluster/program.mjs'
import { loadConfig } from '../../server/src/config/index.js'
import { VARIABLES } from '../../server/src/config/environment.js'

const ROOT = join(__dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const Service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  networks: z.unknown(),
  restart: z.string()
})
const compose = read('docker-compose.yml')
const { services } = z.object({ services: z.record(z.string(), Service) }).parse(parse(compose, { merge: true }))
const nodes = Object.entries(services).filter(([, { build }]) => build !== undefined)

/** As compose does: what is given, else the default. Throws where neither is there. */
function filledIn(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::(-|\?)([^}]*))?\}/g, (_, name: string, how: string, word: string) => {
    const value = given[name] ?? (how === '-' ? word : undefined)
    if (value === undefined) throw new Error(`${name} is missing`)
    return value
  })
}

const SECRETS = ['POSTGRES_PASSWORD', 'RT_OWNER_PASSWORD', 'RT_APP_PASSWORD', 'SESSION_SECRET']
const GIVEN = {
  PUBLIC_URL: 'http://localhost:8080',
  ...Object.fromEntries(SECRETS.map((name) => [name, `${'x'.repeat(40)}${name.length}`]))
}

describe('docker-compose.yml', () => {
  it('[OPS-12] two nodes alike behind nginx, with PostgreSQL, Redis and a mail catcher; every image at one version', () => {
    expect(Object.keys(services).sort()).toEqual(['app-1', 'app-2', 'mail', 'nginx', 'postgres', 'redis'])
    const [first, ...others] = nodes.map(([, { networks: _networks, ...same }]) => same)
    expect(others.length).toBeGreaterThan(0)
    for (const other of others) expect(other).toEqual(first)
    for (const [name, { image }] of Object.entries(services))
      expect([name, image]).toEqual([name, expect.stringMatching(/:v?\d+\.\d+(\.\d+)?(-\w+[.\w]*)?$/)])
  })

  it('[OPS-12] every service is watched, comes back by itself, and starts when what it needs is healthy', () => {
    for (const { restart, depends_on: needs } of Object.values(services)) {
      expect(restart).toBe('unless-stopped')
      for (const [needed, { condition }] of Object.entries(needs))
        expect([needed in services, condition]).toEqual([true, 'service_healthy'])
    }
    for (const [, { depends_on: needs }] of nodes) expect(Object.keys(needs).sort()).toEqual(['postgres', 'redis'])
    expect(Object.keys(services.nginx!.depends_on).sort()).toEqual(nodes.map(([name]) => name).sort())
  })

  it('[OPS-13] only nginx can be reached from elsewhere, and the catcher’s mail from this machine', () => {
    const published = Object.entries(services).flatMap(([name, { ports }]) => ports.map((port) => [name, filledIn(port, {})]))
    expect(published).toEqual([
      ['nginx', '8080:80'],
      ['mail', '127.0.0.1:8025:8025']
    ])
  })

  it('[OPS-14] the nodes are told nothing that Roundtable does not know, and start with what they are told', () => {
    for (const [, { environment }] of nodes) {
      expect(Object.keys(environment).filter((name) => !VARIABLES.includes(name))).toEqual([])
      const told = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filledIn(value, GIVEN)]))
      const { isProduction, database, redisUrl, proxies, sampleData } = loadConfig(told)
      expect({ isProduction, kind: database.kind, redisUrl, proxies, sampleData }).toEqual({
        isProduction: true,
        kind: 'external',
        redisUrl: 'redis://redis:6379',
        proxies: ['172.30.99.10'],
        sampleData: false
      })
    }
  })

  it('[OPS-15] no secret has a value of its own: each has to be given, and the example names all that can be', () => {
    const example = read('docker/env.example')
    const tls = read('docker/compose.tls.yml')
    const used = new Set([...`${compose}${tls}`.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!))
    expect([...used].filter((name) => !new RegExp(`^(# )?${name}=`, 'm').test(example))).toEqual([])
    for (const name of SECRETS) {
      expect(example).toMatch(new RegExp(`^${name}=$`, 'm'))
      const uses = [...compose.matchAll(new RegExp(`\\$\\{${name}[^}]*\\}`, 'g'))].map(([use]) => use)
      expect(uses.length).toBeGreaterThan(0)
      for (const use of uses) expect(use).toBe(`\${${name}:?must be set in .env, see docker/env.example}`)
    }
  })

  it('[OPS-16] nginx is given every value its configuration has a place for, every node, and files that are there', () => {
    const { environment, volumes } = services.nginx!
    const templates = ['nginx.conf.template', 'site.conf.template'].map((name) => read(`docker/nginx/${name}`)).join('\n')
    const places = new Set([...templates.matchAll(/\$\{(RT_\w+)\}/g)].map(([, name]) => name!))
    expect([...places].filter((name) => !(name in environment))).toEqual([])
    const addresses = nodes.map(
      ([, { networks }]) => z.object({ inside: z.object({ ipv4_address: z.string() }) }).parse(networks).inside.ipv4_address
    )
    for (const address of addresses) expect(environment.RT_NODES).toContain(`server ${address}:3000 `)
    const mounted = Object.values(services).flatMap((service) => service.volumes)
    const files = [...mounted, ...volumes].map((volume) => volume.split(':')[0]!).filter((path) => path.startsWith('./'))
    expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  const client = composeClient()
  ;(client ? it : it.skip)(`[OPS-18] a compose client takes the files${client ? '' : ' (skipped: there is no docker compose)'}`, () => {
    const config = mkdtempSync(join(tmpdir(), 'roundtable-compose-'))
    try {
      const [command = '', ...words] = client ?? []
      const env = { PATH: process.env.PATH, HOME: config, ...GIVEN, TLS_CERTIFICATE: '/c.pem', TLS_KEY: '/k.pem' }
      const run = (more: string[], given: Record<string, string | undefined> = env): Buffer =>
        execFileSync(command, [...words, '--file', 'docker-compose.yml', ...more, 'config', '--quiet'], {
          cwd: ROOT,
          env: given,
          stdio: 'pipe'
        })
      run([])
      run(['--file', 'docker/compose.tls.yml'])
      expect(() => run([], { ...env, SESSION_SECRET: '' })).toThrow('must be set in .env')
    } finally {
      rmSync(config, { recursive: true })
    }
  })
})

function composeClient(): string[] | null {
  if (findProgram('docker-compose')) return ['docker-compose']
  try {
    execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' })
    return ['docker', 'compose']
  } catch {
    return null // no docker, or one without the plugin: the test that needs it is skipped by name
  }
}
