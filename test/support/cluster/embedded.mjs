import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { URL } from 'node:url'

const launcher = new URL('../../../server/dist/database/embedded/index.js', import.meta.url)
const silent = { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error }

/** The PostgreSQL that comes with Roundtable, by the same launcher the product uses (the built one). */
export async function embeddedCluster() {
  if (!existsSync(launcher)) throw new Error('The tests would use the embedded PostgreSQL, whose launcher is not built yet: npm run build')
  const { startEmbedded } = await import(launcher.href)
  const directory = await mkdtemp(join(tmpdir(), 'roundtable-embedded-'))
  const database = await startEmbedded({ dataDir: directory, log: silent })
  const { superuserUrl: adminUrl, ownerUrl, appUrl } = database
  return { addresses: { adminUrl, ownerUrl, appUrl, mark: 'run' }, directory, stop: () => database.stop() }
}
