import { pino } from 'pino'
import { migrate } from '../../server/src/database/database.js'
import { type TestDatabase, createDatabase, ensureTemplate } from './database.js'

export const silent = pino({ level: process.env.TEST_LOG ?? 'silent' })

/** A database of this test's own with Roundtable's tables. */
export async function migratedDatabase(): Promise<TestDatabase> {
  const template = await ensureTemplate('rt_migrated', ({ ownerUrl, appUrl }) => migrate(ownerUrl, appUrl, silent))
  return createDatabase({ template })
}
