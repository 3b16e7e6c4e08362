/**
 * Prints what a browser downloads, in brotli as a server sends it, in three steps: the workspace (sign in, lists),
 * what opening a document adds, and what writing rich text adds. Fails above the budgets of ARCHITECTURE.md.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

const APP = new URL('../dist/app/', import.meta.url)
const KILOBYTE = 1024

if (!existsSync(new URL('index.html', APP))) {
  console.error('There is no built client. Run "npm run build" first.')
  process.exit(1)
}

const files = new Map(
  readdirSync(new URL('assets/', APP))
    .filter((file) => /\.(?:js|css)$/.test(file))
    .map((file) => [file, readFileSync(new URL(`assets/${file}`, APP))])
)

/** A file and all it imports before it can run. */
function withImports(start, found = new Set()) {
  for (const file of start) {
    if (found.has(file)) continue
    found.add(file)
    const imports = files
      .get(file)
      .toString()
      .matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)
    withImports(
      [...imports].map(([, name]) => name),
      found
    )
  }
  return found
}

const named = (name) => [...files.keys()].filter((file) => file.startsWith(`${name}-`))
const inPage = [...readFileSync(new URL('index.html', APP), 'utf8').matchAll(/assets\/([^"]+\.(?:js|css))/g)].map(([, file]) => file)

const workspace = withImports(inPage)
const editor = withImports([...named('rich-text-editor'), ...named('format-bar')])
const document = withImports([...named('document-page'), ...named('document-styles')])
const STEPS = [
  { name: 'workspace', kilobytes: 210, files: [...workspace] },
  { name: 'a document, without the editor', kilobytes: 64, files: [...document].filter((file) => !workspace.has(file)) },
  { name: 'the editor', kilobytes: 120, files: [...editor].filter((file) => !workspace.has(file) && !document.has(file)) }
]

const brotliSize = (content) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length
const inKilobytes = (bytes) => (bytes / KILOBYTE).toFixed(1).padStart(7)

for (const step of STEPS) {
  const sizes = step.files.map((file) => ({ file, bytes: brotliSize(files.get(file)) })).sort((left, right) => right.bytes - left.bytes)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  const isAbove = total > step.kilobytes * KILOBYTE
  console.log(`${inKilobytes(total)} KB of ${step.kilobytes} KB  ${step.name}${isAbove ? '  ABOVE BUDGET' : ''}`)
  for (const { file, bytes } of sizes) console.log(`${inKilobytes(bytes)} KB    ${file}`)
  if (isAbove) process.exitCode = 1
}
