/**
 * Prints what a browser downloads, in brotli as the server sends it, and fails above the budgets of the design:
 * everything the workspace loads without the editor, and the editor's chunk.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

const ASSETS = new URL('../dist/app/assets/', import.meta.url)
const KILOBYTE = 1024
const BUDGETS = [
  { name: 'workspace without the editor', kilobytes: 210, holds: (file) => !isEditor(file) },
  { name: 'editor', kilobytes: 120, holds: isEditor }
]

function isEditor(file) {
  return /^(editor|rich-text-editor|format-bar)-/.test(file)
}

if (!existsSync(ASSETS)) {
  console.error('There is no built client. Run "npm run build" first.')
  process.exit(1)
}

const files = readdirSync(ASSETS)
  .filter((file) => /\.(?:js|css)$/.test(file))
  .map((file) => ({ file, bytes: brotliSize(readFileSync(new URL(file, ASSETS))) }))
  .sort((left, right) => right.bytes - left.bytes)

function brotliSize(content) {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length
}

const inKilobytes = (bytes) => (bytes / KILOBYTE).toFixed(1).padStart(7)
for (const { file, bytes } of files) console.log(`${inKilobytes(bytes)} KB  ${file}`)
console.log('')
for (const { name, kilobytes, holds } of BUDGETS) {
  const total = files.filter(({ file }) => holds(file)).reduce((sum, { bytes }) => sum + bytes, 0)
  const isAbove = total > kilobytes * KILOBYTE
  console.log(`${inKilobytes(total)} KB  of ${kilobytes} KB  ${name}${isAbove ? '  ABOVE BUDGET' : ''}`)
  if (isAbove) process.exitCode = 1
}
