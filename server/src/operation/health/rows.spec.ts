import { HEALTH_FINDINGS } from '@roundtable/shared/protocol'
import type { HealthFacts, Measured } from './facts.js'
import { measured } from './measure.js'
import { rowsOf } from './rows.js'
import { createLogger } from '../../platform/logger.js'

const DAY = 86_400_000
const GIGABYTE = 1024 ** 3
const NOW = new Date('2026-11-29T12:00:00Z')
const HUNG: Measured<never> = { kind: 'hung', afterMs: 4000 }
const FAILED: Measured<never> = { kind: 'failed' }
const known = <T>(value: T): Measured<T> => ({ kind: 'known', value })
const inDays = (days: number): Date => new Date(NOW.getTime() + days * DAY)

const WELL: HealthFacts = {
  now: NOW,
  database: known({ latencyMs: 1.4, version: '17.5', bytes: 3 * GIGABYTE, isOwner: false }),
  clock: known({ aheadMs: -20 }),
  storage: known({ freeBytes: 80 * GIGABYTE, isDatabaseHere: true }),
  backup: known({ lastAt: inDays(-1) }),
  backupLine: 'DATA_DIR=/data admin backup',
  restoreLine: 'DATA_DIR=/data admin restore',
  nodes: { isShared: true, isUp: true },
  mail: known('taken'),
  publicUrl: 'https://roundtable.example',
  certificate: known({ endsAt: inDays(60), isTrusted: true }),
  queue: { updates: 0, bytes: 0 },
  product: '0.1.0',
  node: '20.19.5'
}

const found = (check: string, changed: Partial<HealthFacts>): [string, string] => {
  const row = rowsOf({ ...WELL, ...changed }).find((each) => each.check === check)!
  return [row.finding, row.state]
}

it('[OPS-28] where all is well every row is good, each check has one row, and each says its numbers', () => {
  const rows = rowsOf(WELL)
  expect(rows.map(({ check }) => check)).toEqual(Object.keys(HEALTH_FINDINGS))
  expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'good'))
  expect(rows.map(({ args }) => args)).toEqual([
    { ms: 1, version: '17.5' },
    { free: 81_920, database: 3072 },
    { at: inDays(-1).toISOString(), days: 1, line: 'DATA_DIR=/data admin backup', restore: 'DATA_DIR=/data admin restore' },
    { seconds: 0 },
    {},
    {},
    { address: 'https://roundtable.example', at: inDays(60).toISOString(), days: 60 },
    {},
    { product: '0.1.0', node: '20.19.5' }
  ])
})

const CASES: readonly (readonly [string, Partial<HealthFacts>, string, string])[] = [
  ['database', { database: known({ latencyMs: 251, version: '17', bytes: 0, isOwner: true }) }, 'slow', 'attention'],
  ['database', { database: known({ latencyMs: 2, version: '17', bytes: 0, isOwner: true }) }, 'oneRole', 'attention'],
  ['database', { database: FAILED }, 'away', 'bad'],
  ['database', { database: HUNG }, 'hung', 'bad'],
  ['storage', { storage: known({ freeBytes: 80 * GIGABYTE, isDatabaseHere: false }) }, 'elsewhere', 'good'],
  ['storage', { storage: known({ freeBytes: 4.9 * GIGABYTE, isDatabaseHere: true }) }, 'low', 'attention'],
  ['storage', { storage: known({ freeBytes: 0, isDatabaseHere: false }) }, 'veryLow', 'bad'],
  ['storage', { storage: FAILED }, 'unknown', 'attention'],
  ['storage', { storage: HUNG }, 'hung', 'attention'],
  ['backup', { backup: known({ lastAt: null }) }, 'never', 'attention'],
  ['backup', { backup: known({ lastAt: inDays(-7) }) }, 'old', 'attention'],
  ['backup', { backup: known({ lastAt: inDays(-6.9) }) }, 'recent', 'good'],
  ['backup', { backup: FAILED }, 'unknown', 'attention'],
  ['backup', { backup: HUNG }, 'hung', 'attention'],
  ['clock', { clock: known({ aheadMs: 2000 }) }, 'apart', 'attention'],
  ['clock', { clock: known({ aheadMs: -60_000 }) }, 'farApart', 'bad'],
  ['clock', { clock: FAILED }, 'unknown', 'attention'],
  ['clock', { clock: HUNG }, 'hung', 'attention'],
  ['nodes', { nodes: { isShared: false, isUp: true } }, 'single', 'good'],
  ['nodes', { nodes: { isShared: true, isUp: false } }, 'away', 'attention'],
  ['mail', { mail: null }, 'none', 'good'],
  ['mail', { mail: known('unreachable') }, 'unreachable', 'attention'],
  ['mail', { mail: known('login_refused') }, 'login_refused', 'attention'],
  ['mail', { mail: known('not_encrypted') }, 'not_encrypted', 'attention'],
  ['mail', { mail: FAILED }, 'failed', 'attention'],
  ['mail', { mail: HUNG }, 'hung', 'attention'],
  ['address', { publicUrl: null, certificate: null }, 'thisMachine', 'attention'],
  ['address', { publicUrl: 'http://127.0.0.1:3000', certificate: null }, 'thisMachine', 'attention'],
  ['address', { publicUrl: 'http://192.168.1.4:3000', certificate: null }, 'plain', 'attention'],
  ['address', { certificate: known({ endsAt: inDays(20), isTrusted: true }) }, 'endsSoon', 'attention'],
  ['address', { certificate: known({ endsAt: inDays(-0.1), isTrusted: false }) }, 'over', 'bad'],
  ['address', { certificate: known({ endsAt: inDays(60), isTrusted: false }) }, 'untrusted', 'attention'],
  ['address', { certificate: FAILED }, 'unknown', 'attention'],
  ['address', { certificate: HUNG }, 'hung', 'attention'],
  ['queue', { queue: { updates: 3, bytes: 900 } }, 'flowing', 'good'],
  ['queue', { queue: { updates: 500, bytes: 900 } }, 'piling', 'attention'],
  ['queue', { queue: { updates: 9000, bytes: 17 * 1024 ** 2 } }, 'full', 'bad']
]

it.each(CASES)('[OPS-28] %s, given %j, is “%s” and %s', (check, changed, finding, state) => {
  expect(found(check, changed)).toEqual([finding, state])
})

it('[OPS-36][OPS-47] whatever there is to say of a backup, the row brings the line that makes one and the line that brings one back', () => {
  for (const backup of [known({ lastAt: null }), known({ lastAt: inDays(-8) }), known({ lastAt: NOW }), FAILED, HUNG])
    expect(rowsOf({ ...WELL, backup }).find(({ check }) => check === 'backup')?.args).toMatchObject({
      line: WELL.backupLine,
      restore: WELL.restoreLine
    })
})

it('[OPS-28] every finding can be come to', () => {
  const all = Object.entries(HEALTH_FINDINGS).flatMap(([check, findings]) => Object.keys(findings).map((finding) => `${check} ${finding}`))
  const well = rowsOf(WELL).map(({ check, finding }) => `${check} ${finding}`)
  expect([...new Set([...CASES.map(([check, , finding]) => `${check} ${finding}`), ...well])].toSorted()).toEqual(all.toSorted())
})

describe('a look', () => {
  const silent = createLogger('silent')

  it('[OPS-29] that gets no answer ends, and is a finding', async () => {
    expect(await measured('a stuck disk', 5, () => new Promise(() => undefined), silent)).toEqual({ kind: 'hung', afterMs: 5 })
  })

  it('[OPS-29] that fails is a finding, and one that answers is its answer, also when that is nothing', async () => {
    expect(await measured('a lost disk', 1000, () => Promise.reject(new Error('gone')), silent)).toEqual(FAILED)
    expect(await measured('nothing', 1000, () => Promise.resolve(null), silent)).toEqual(known(null))
  })
})
