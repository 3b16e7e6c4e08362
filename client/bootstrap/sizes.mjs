/**
 * Prints what a browser downloads in five steps: what comes before somebody can join or sign in, the workspace (lists), the line
 * on which one is told of changes, what opening a document adds, and what writing rich text adds. Fails above the budgets of ARCHITECTURE.md.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'

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

const wayIn = withImports([...inPage, ...named('joining'), ...named('opening')])
const workspace = withImports([...inPage, ...['first', 'tools', 'inside', 'initiatives-page'].flatMap(named)])
const editor = withImports([...named('rich-text-editor'), ...named('format-bar')])
const document = withImports([...named('document-page'), ...named('document-styles')])
const notices = withImports(named('notice'))
/** `end`: as what a server sends it. Over plain http, as on a workshop's laptop, browsers take gzip alone. */
const STEPS = [
  { name: 'scripts of the way in', kilobytes: 200, end: 'gz', files: [...wayIn].filter((file) => file.endsWith('.js')) },
  { name: 'workspace', kilobytes: 210, end: 'br', files: [...workspace] },
  // It comes while the first page asks for its list: with Yjs in it a slow line shows that list a second later.
  { name: 'what is heard without asking', kilobytes: 20, end: 'br', files: [...notices].filter((file) => !workspace.has(file)) },
  { name: 'a document, without the editor', kilobytes: 66, end: 'br', files: [...document].filter((file) => !workspace.has(file)) },
  { name: 'the editor', kilobytes: 120, end: 'br', files: [...editor].filter((file) => !workspace.has(file) && !document.has(file)) }
]

const packedSize = (file, end) => statSync(new URL(`assets/${file}.${end}`, APP)).size
const inKilobytes = (bytes) => (bytes / KILOBYTE).toFixed(1).padStart(7)

for (const { name, kilobytes, end, files: parts } of STEPS) {
  const sizes = parts.map((file) => ({ file, bytes: packedSize(file, end) })).sort((left, right) => right.bytes - left.bytes)
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  const isAbove = total > kilobytes * KILOBYTE
  console.log(`${inKilobytes(total)} KB of ${kilobytes} KB  ${name}${isAbove ? '  ABOVE BUDGET' : ''}`)
  for (const { file, bytes } of sizes) console.log(`${inKilobytes(bytes)} KB    ${file}`)
  if (isAbove) process.exitCode = 1
}
