/**
 * `npm run test:visual`: photographs every screen and compares each picture with the accepted one.
 *
 *   npm run test:visual                       # what changed: test/output/visual/index.html
 *   npm run test:visual -- --only gallery     # screens whose name has this in it
 *   npm run test:visual -- --update           # accepts what is seen; with --only, of these screens alone
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const words = process.argv.slice(2)
const at = words.indexOf('--only')
const only = at === -1 ? '' : (words[at + 1] ?? '')
const rest = words.filter((word, index) => word !== '--update' && (at === -1 || (index !== at && index !== at + 1)))
if (rest.length > 0 || (at !== -1 && only === '')) {
  console.error('Options: --update, --only <part of a screen’s name>')
  process.exit(1)
}
const env = { ...process.env, VISUAL_UPDATE: words.includes('--update') ? 'yes' : '', VISUAL_ONLY: only }
const test = join(import.meta.dirname, '../bootstrap/test.mjs')
process.exitCode = spawnSync(process.execPath, [test, 'visual'], { env, stdio: 'inherit' }).status ?? 1
