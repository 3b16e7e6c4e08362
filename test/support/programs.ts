import { findProgram } from '../../server/bootstrap/cluster/program.mjs'

/** What several nodes stand on beside PostgreSQL, and the package of Debian's that brings it. */
const PACKAGES = { 'redis-server': 'redis-server', nginx: 'nginx-light', openssl: 'openssl' } as const

/** A `describe` that needs programs of the machine: where one is missing it is skipped by name, and says which. */
export function describeWith(programs: readonly (keyof typeof PACKAGES)[], title: string, tests: () => void): void {
  const missing = programs.filter((program) => findProgram(program) === null)
  if (missing.length === 0) return describe(title, tests)
  const reason = `skipped: there is no ${missing.join(', no ')}; install ${missing.map((program) => PACKAGES[program]).join(', ')}`
  process.stderr.write(`${title}: ${reason}\n`)
  describe.skip(`${title} (${reason})`, tests)
}
