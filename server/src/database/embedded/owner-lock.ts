import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, EmbeddedDatabaseError } from './problem.js'
import { startedAt } from './process-identity.js'

const Holder = z.object({ pid: z.int().positive(), startedAt: z.string(), nonce: z.string() })
type Holder = z.infer<typeof Holder>

/**
 * One server a data directory. The lock is a file naming its holder by pid and start time, so one that a kill left
 * behind is known as such. A dead holder has one heir: whoever first links `<lock>.after-<the dead one's nonce>`
 * may replace the lock, so two starts at once never both follow the same dead holder.
 */
export class OwnerLock {
  private constructor(
    private readonly path: string,
    private readonly nonce: string
  ) {}

  /** Throws `EmbeddedDatabaseError`, naming pid and directory, while another living process holds it. */
  static async acquire(dataDir: string): Promise<OwnerLock> {
    const path = join(dataDir, 'database.lock')
    const me: Holder = { pid: process.pid, startedAt: startedAt(process.pid) ?? '', nonce: randomUUID() }
    const claim = `${path}.${me.nonce}`
    await writeFile(claim, JSON.stringify(me), { mode: 0o644 })
    try {
      while (!(await linked(claim, path))) await inherit(path, claim, dataDir)
      return new OwnerLock(path, me.nonce)
    } finally {
      await rm(claim, { force: true })
    }
  }

  async release(): Promise<void> {
    if ((await holderOf(this.path))?.nonce === this.nonce) await rm(this.path)
  }
}

/** Ends with a dead holder's lock out of the way, if we are its heir; throws while anybody living has a claim. */
async function inherit(path: string, claim: string, dataDir: string): Promise<void> {
  const first = await holderOf(path)
  const heirlooms: string[] = []
  for (let dead = first; dead; dead = await holderOf(`${path}.after-${dead.nonce}`)) {
    refuseIfAlive(dead, dataDir)
    heirlooms.push(`${path}.after-${dead.nonce}`)
    if (!(await linked(claim, `${path}.after-${dead.nonce}`))) continue
    // Nobody else can follow the dead holder now; but somebody may have, and tidied up, before our link.
    if ((await holderOf(path))?.nonce === first?.nonce) await rm(path)
    for (const heirloom of heirlooms) await rm(heirloom, { force: true })
    return
  }
}

function refuseIfAlive(holder: Holder, dataDir: string): void {
  if (startedAt(holder.pid) !== holder.startedAt) return
  throw new EmbeddedDatabaseError(
    `Another Roundtable (process ${holder.pid}) already uses the data directory ${dataDir}. Stop it first, or start this one with another DATA_DIR.`
  )
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** A holder's file appears whole (by link), so only a power loss leaves one that cannot be read: its holder is gone. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (error instanceof SyntaxError || error instanceof z.ZodError) return { pid: process.pid, startedAt: 'unknown', nonce: 'unreadable' }
    throw error
  }
}
