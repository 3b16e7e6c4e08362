import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setImmediate as turn } from 'node:timers/promises'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OwnerLock } from './owner-lock.js'
import { startedAt } from './process-identity.js'

let dataDir: string
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'roundtable-lock-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))

const leave = (holder: { pid: number; startedAt: string }, name = 'database.lock', nonce = name) =>
  writeFileSync(join(dataDir, name), JSON.stringify({ ...holder, nonce }))
/** Our own pid, handed out again after its first bearer died. */
const dead = { pid: process.pid, startedAt: 'before the last restart of the machine' }

async function winners(contenders: number): Promise<OwnerLock[]> {
  const tries = await Promise.allSettled(Array.from({ length: contenders }, () => OwnerLock.acquire(dataDir)))
  return tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
}

it('[DB-4] is held by one of many that start at once, and free again after it', async () => {
  const [winner, ...others] = await winners(8)
  expect(others).toEqual([])
  await winner?.release()
  expect(existsSync(join(dataDir, 'database.lock'))).toBe(false)
  await expect(OwnerLock.acquire(dataDir)).resolves.toBeInstanceOf(OwnerLock)
})

it('[DB-4] is refused while another living process holds it, by its pid', async () => {
  const other = spawn('sleep', ['600'], { stdio: 'ignore' })
  leave({ pid: other.pid!, startedAt: startedAt(other.pid!)! })
  await expect(OwnerLock.acquire(dataDir)).rejects.toThrow(`(process ${other.pid!}) already uses the data directory ${dataDir}`)
  other.kill('SIGKILL')
  await once(other, 'exit')
  await expect(OwnerLock.acquire(dataDir)).resolves.toBeInstanceOf(OwnerLock)
})

it.each([
  ['a killed holder whose pid was handed out again', () => leave(dead)],
  ['a killed holder and an heir killed while taking over', () => (leave(dead), leave(dead, 'database.lock.after-database.lock', 'heir'))],
  ['a file a power loss emptied', () => writeFileSync(join(dataDir, 'database.lock'), '')]
])('[DB-5] is taken over by exactly one from %s', async (_case, arrange) => {
  arrange()
  expect(await winners(8)).toHaveLength(1)
})

/** Only /proc tells a process that is dead and not buried from a living one. */
const onLinux = process.platform === 'linux' ? it : it.skip

onLinux('[DB-5] counts a killed process as gone though its parent has not buried it', async () => {
  // The shell becomes a program that never asks how its child ended.
  const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string]
    const pid = Number(line)
    leave({ pid, startedAt: startedAt(pid)! })
    process.kill(pid, 'SIGKILL')
    while (startedAt(pid) !== undefined) await turn()
    await expect(OwnerLock.acquire(dataDir)).resolves.toBeInstanceOf(OwnerLock)
  } finally {
    parent.kill('SIGKILL')
    await once(parent, 'exit')
  }
})
