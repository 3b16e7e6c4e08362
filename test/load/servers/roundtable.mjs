import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../../server/bootstrap/steps.mjs'

const run = promisify(execFile)
const MAIN = join(root, 'server/dist/main.js')
const ADMIN = join(root, 'server/dist/admin.js')
/** Making a few more costs nothing; each call costs a process. */
const AT_LEAST = 2000

/** This project's server as it is built: every edit is committed before anybody else gets it. */
export const roundtable = {
  name: 'roundtable',
  kind: 'plain',
  isAbsent: () => (existsSync(MAIN) ? null : 'it is not built: npm run build'),

  /** What all processes of one database share. */
  async prepare({ postgres, directory, environment = {} }) {
    const database = await postgres.createDatabase()
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_DIR: join(directory, 'roundtable'),
      SESSION_SECRET: 'a secret of the benchmark, forty letters!',
      SAMPLE_DATA: 'off',
      LOG_LEVEL: 'warn',
      LIVE_MAX_UPDATES_PER_SECOND: '0',
      ...environment
    }
    const free = []
    return {
      ...database,
      command: (port, more = {}) => ({ program: process.execPath, words: [MAIN], env: { ...env, ...more, PORT: String(port) } }),
      /** As many documents that nobody has opened: their ids and the path by which each is opened. */
      async rooms(count) {
        if (free.length < count) {
          const out = join(directory, 'fixture.json')
          const words = ['--documents', String(Math.max(count, AT_LEAST)), '--people', '10', '--out', out]
          await run(process.execPath, [ADMIN, 'bench-fixture', ...words], { env })
          free.push(...JSON.parse(readFileSync(out, 'utf8')).documents)
        }
        return free.splice(0, count).map(({ id, ticket }) => ({ name: id, path: `/live/${id}?ticket=${encodeURIComponent(ticket)}` }))
      }
    }
  }
}
