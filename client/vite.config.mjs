import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:3000'

/** The languages React Aria's own strings are shipped in; everything else of its 34 would only be weight. */
const ARIA_LOCALES = new Set(Object.values(JSON.parse(readFileSync(new URL('src/locales/aria.json', import.meta.url), 'utf8'))))

/** zod carries a writer of JSON Schemas that only the server calls; a schema keeps the reference, so it would not fall away. */
function withoutJsonSchema() {
  return {
    name: 'without-json-schema',
    enforce: 'pre',
    load(id) {
      if (!/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/.test(id)) return null
      const names = readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)
      return [...names].map(([, name]) => `export const ${name} = () => undefined`).join('\n')
    }
  }
}

/** A page asks a schema whether something fits, and never shows why not: the words for that are the server's. */
function withoutSchemaWords() {
  return {
    name: 'without-schema-words',
    enforce: 'pre',
    load: (id) => (/zod\/v4\/locales\/en\.js$/.test(id) ? "export default () => ({ localeError: () => '' })" : null)
  }
}

/** The editor's own history, which its kit brings and is told not to use: what is undone is the document's (`history`). */
function withoutEditorHistory() {
  return {
    name: 'without-editor-history',
    enforce: 'pre',
    load(id) {
      if (!/prosemirror-history\/dist\/index\.js$/.test(id)) return null
      const [, names] = /export \{([^}]+)\};?\s*(?:\/\/.*)?$/.exec(readFileSync(id, 'utf8'))
      return names
        .split(',')
        .map((name) => `export const ${name.trim()} = () => undefined`)
        .join('\n')
    }
  }
}

/** Replaces React Aria's string files of other languages by empty ones (its optimize-locales plugin does the same). */
function onlyOurAriaLocales() {
  return {
    name: 'only-our-aria-locales',
    enforce: 'pre',
    load(id) {
      const match = /react-(?:aria|stately|aria-components)\/dist\/private\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)
      return match && !ARIA_LOCALES.has(match[1]) ? 'export default {}' : null
    }
  }
}

/**
 * The catalogue is one file for whoever translates it, and comes to a browser in parts: what every page needs at once, and, by
 * the first word of a key (`locales/parts.json`), what some pages need together with them (`locales/parts/*.ts`).
 */
function catalogueInParts() {
  const read = (file) => JSON.parse(readFileSync(new URL(`src/locales/${file}`, import.meta.url), 'utf8'))
  const partOf = new Map(Object.entries(read('parts.json')).flatMap(([part, words]) => words.map((word) => [word, part])))
  return {
    name: 'catalogue-in-parts',
    enforce: 'pre',
    load(id) {
      const [, part, isWhole] = /\/src\/locales\/(?:parts\/(\w+)\.ts|(en)\.json)$/.exec(id) ?? []
      if (part === undefined && isWhole === undefined) return null
      const words = Object.entries(read('en.json')).filter(([key]) => partOf.get(key.split('.')[0]) === part)
      const text = JSON.stringify(Object.fromEntries(words))
      return part === undefined ? text : `export default ${text}`
    }
  }
}

/** The operations' summaries are for the description of the API, which only the server writes. */
function withoutSummaries() {
  return {
    name: 'without-summaries',
    enforce: 'pre',
    transform: (code, id) => (/\/protocol\/rest\.ts$/.test(id) ? code.replace(/^ +summary: '[^\n]*',$/gm, "summary: '',") : null)
  }
}

/**
 * Tells the service worker what this build is made of. Its own name follows from that, so that a browser finds another worker
 * when, and only when, there is another build.
 */
function workerOfThisBuild() {
  const hash = (content, form) => createHash('sha256').update(content).digest(form)
  return {
    name: 'worker-of-this-build',
    apply: 'build',
    writeBundle({ dir }) {
      const page = readFileSync(join(dir, 'index.html'))
      const files = [
        ...readdirSync(join(dir, 'assets')).map((file) => `/assets/${file}`),
        ...readdirSync(new URL('public', import.meta.url)).map((file) => `/${file}`)
      ].sort()
      const contents = files.map((file) => file + hash(readFileSync(join(dir, file)), 'hex'))
      const name = hash([hash(page, 'hex'), ...contents].join('\n'), 'hex').slice(0, 16)
      const build = JSON.stringify({ name, files, pageIntegrity: `sha256-${hash(page, 'base64')}` })
      const worker = join(dir, 'sw.js')
      writeFileSync(worker, `const __BUILD__ = ${build};\n${readFileSync(worker, 'utf8')}`)
    }
  }
}

const packers = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  // Browsers ask for nothing better over plain http, as on a workshop's laptop.
  gz: (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION })
}

/** Packs once, as tightly as can be, what the server would otherwise pack for each phone or send as it is. */
function packed() {
  return {
    name: 'packed',
    apply: 'build',
    async closeBundle() {
      const dir = fileURLToPath(new URL('dist/app', import.meta.url))
      const names = readdirSync(dir, { recursive: true }).filter((name) => /\.(?:js|css|svg|webmanifest)$/.test(name))
      const each = names.map((name) => join(dir, name)).flatMap((file) => Object.keys(packers).map((end) => [file, end]))
      await Promise.all(each.map(async ([file, end]) => writeFileSync(`${file}.${end}`, await packers[end](readFileSync(file)))))
    }
  }
}

const inEditor =
  /node_modules\/(?:@tiptap|prosemirror-[a-z-]+|orderedmap|rope-sequence|w3c-keyname|@floating-ui|fast-equals)\/|bootstrap\/web-addresses/
/** With the protocol whose limits it reads: two pieces that need each other fail by whichever is asked for first. */
const inContent = new RegExp(
  [
    '/shared/src/(?:document/(?!principles/filing)|protocol/live\\.|framework/(?:gsbpm|principles|sdg)\\.)',
    '/features/document/(?:open-document|entries/use-entries|frame/(?:present-user|recovered-panel)|paragraph/paragraph-(?:chip|words))\\.',
    '/features/document/(?:places/(?:place|guide)|rich-text/(?:desk|fetched-editor|heading-levels|known-place|later-chunk|rich-text-view|watch-known))\\.',
    '/features/document/(?:template/guidance-context|together/writers|words/[\\w-]+)\\.',
    '/client/src/(?:connection/(?:copy-writer|local-copy|recovered-texts|socket-like)|ui/draft-keeper)\\.'
  ].join('|')
)
/** What an editor needs beside itself. */
const inWriting = /\/features\/document\/rich-text\/(?:block-direction|framework-paragraph)\./
/** What the pages of a workspace and its documents both show, and other pages do not. */
const inPages =
  /\/client\/src\/(?:ui\/disclosure|locales\/use-countries|features\/workspace\/(?:who-decides|because-line|breadcrumb|decision-rule|paragraphs))\./
/** What forms need, also that by which one comes in: nothing of what the others bring with them. */
const inForms = /\/client\/src\/(?:ui\/(?:choice-group|copy-button|select-field)|lib\/hand-over-text)\./
/** What the first page behind the door needs, and none before it. */
const inInside =
  /\/client\/src\/(?:app\/(?:find-key|preferences-menu|tools)|ui\/(?:dialog|empty-state|menu|person-mark|use-close-by-back)|features\/(?:identity\/(?:account-menu|use-at-stake)|workspace\/(?:initiatives-page|modality-words|seat-words|workspace)))\./
/** What every page needs before it shows anything. */
const inShell =
  /\/client\/src\/(?:app\/(?:rail-entries|theme)|ui\/(?:announcer|back-step|banner|button|form-problem|icon|link|page|part-missing|pending-page|query-state|text-field|waiting)|lib\/(?:chunk|entry-address|error-sentence|focus-page|health|kept-input|keyboard|line|owed-end|query-client|random-id|request|stored|use-media)|locales\/(?:catalogue|en|locale|pseudo|use-format|use-text)|connection\/(?:at-stake|foreign-copies|kept|kept-answers|local-copies|other-tabs|unsaved)|features\/(?:identity\/(?:end-session|left-nothing|session)|my-work\/my-work))\.|node_modules\/(?:@tanstack|i18next|i18next-icu|react-i18next)\//
/** What the pages and the server agree on; every page asks the server. */
const inProtocol =
  /\/shared\/src\/(?:protocol\/(?!live\.)|error\/|framework\/(?:codes|countries|engagement|parties|roadmap)\.)|node_modules\/zod\//
const inLive = /node_modules\/(?:yjs|lib0|y-protocols|y-websocket|y-indexeddb)\//

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    onlyOurAriaLocales(),
    withoutJsonSchema(),
    withoutSchemaWords(),
    withoutEditorHistory(),
    withoutSummaries(),
    catalogueInParts(),
    workerOfThisBuild(),
    packed(),
    react()
  ],
  resolve: {
    alias: [
      { find: '@roundtable/shared/data', replacement: fileURLToPath(new URL('../shared/data', import.meta.url)) },
      {
        find: /^@roundtable\/shared\/(\w+)$/,
        replacement: `${fileURLToPath(new URL('../shared/src', import.meta.url))}/$1/index.ts`
      },
      { find: 'linkifyjs', replacement: fileURLToPath(new URL('bootstrap/web-addresses.mjs', import.meta.url)) }
    ],
    dedupe: ['yjs', 'react', 'react-dom', 'y-protocols', 'lib0']
  },
  server: {
    proxy: {
      '/api': server,
      '/live': { target: server, ws: true },
      '/events': { target: server, ws: true }
    }
  },
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: fileURLToPath(new URL('index.html', import.meta.url)),
        sw: fileURLToPath(new URL('worker/sw.ts', import.meta.url))
      },
      output: {
        // A service worker has one address for ever.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'editor', test: inEditor, priority: 30 },
            { name: 'live', test: inLive, priority: 20 },
            // In one piece: in many, each with its own wrapping, it weighs more.
            { name: 'content', test: inContent, priority: 5 },
            { name: 'writing', test: inWriting, priority: 5 },
            { name: 'pages', test: inPages, priority: 5 },
            { name: 'forms', test: inForms, priority: 5 },
            { name: 'first', test: inInside, priority: 5 },
            { name: 'protocol', test: inProtocol, priority: 6 },
            { name: 'shell', test: inShell, priority: 5 },
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store)\//, priority: 10 }
          ]
        }
      }
    }
  }
})
