import { randomBytes, randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, EmbeddedDatabaseError } from './problem.js'
import { writeDurably } from './write-durably.js'

const Kept = z.strictObject({
  port: z.int().min(1).max(65_535),
  passwords: z.strictObject({ superuser: z.string().min(20), owner: z.string().min(20), app: z.string().min(20) })
})

/** What one cluster keeps for life: its passwords and, as long as nobody else takes it, its port. */
export type Kept = Readonly<z.infer<typeof Kept>>

const fileOf = (dataDir: string) => join(dataDir, 'database.json')

/** Reads `dataDir/database.json`; `undefined` before the first start. Throws `EmbeddedDatabaseError` when it is damaged. */
export async function readKept(dataDir: string): Promise<Kept | undefined> {
  try {
    return Kept.parse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')))
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw new EmbeddedDatabaseError(
      `${fileOf(dataDir)} holds the passwords of the database and cannot be read. Bring it back from a backup.`,
      { cause }
    )
  }
}

/** Passwords are written, readable by us alone, before the cluster that needs them exists. */
export async function makeKept(dataDir: string): Promise<Kept> {
  const password = () => randomBytes(24).toString('base64url')
  const kept: Kept = { port: await freePort(), passwords: { superuser: password(), owner: password(), app: password() } }
  await writeKept(dataDir, kept)
  return kept
}

/** The same with a port that is free now: the kept one unless somebody else listens there. */
export async function withFreePort(dataDir: string, kept: Kept): Promise<Kept> {
  if (await isFree(kept.port)) return kept
  const moved = { ...kept, port: await freePort() }
  await writeKept(dataDir, moved)
  return moved
}

async function writeKept(dataDir: string, kept: Kept): Promise<void> {
  await writeDurably(fileOf(dataDir), `${JSON.stringify(kept, null, 2)}\n`, 0o600)
}

/** Below the ports systems hand out for outgoing connections, so that a restart finds its port free again. */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(20_000, 30_000)
    if (await isFree(port)) return port
  }
  throw new EmbeddedDatabaseError('No port between 20000 and 30000 is free on 127.0.0.1, where the embedded database listens.')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => (codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES' ? resolve(false) : reject(error)))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}
