import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://127.0.0.1:3000'

/** The languages React Aria's own strings are shipped in; everything else of its 34 would only be weight. */
const ARIA_LOCALES = new Set(['en-US', 'ar-AE'])

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

const inEditor =
  /node_modules\/(?:@tiptap|prosemirror-[a-z-]+|orderedmap|rope-sequence|w3c-keyname|@floating-ui|fast-equals)\/|bootstrap\/web-addresses/
/** With the protocol whose limits it reads: two pieces that need each other fail by whichever is asked for first. */
const inContent =
  /\/shared\/src\/(?:document\/(?!principles\/filing)|protocol\/live\.)|\/features\/document\/(?:open-document|entries\/use-entries|rich-text\/rich-text-view)\./
/** What the pages of a workspace and its documents both show, and other pages do not. */
const inPages =
  /\/client\/src\/(?:ui\/(?:choice-group|select-field|disclosure|form-problem)|features\/workspace\/(?:who-decides|because-line|breadcrumb|decision-rule|paragraphs))\./
const inLive = /node_modules\/(?:yjs|lib0|y-protocols|y-websocket|y-indexeddb)\//

export default defineConfig({
  root: import.meta.dirname,
  plugins: [onlyOurAriaLocales(), withoutJsonSchema(), withoutSummaries(), catalogueInParts(), react()],
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
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'editor', test: inEditor, priority: 30 },
            { name: 'live', test: inLive, priority: 20 },
            // In one piece: in many, each with its own wrapping, it weighs more.
            { name: 'content', test: inContent, priority: 5 },
            { name: 'pages', test: inPages, priority: 5 },
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store)\//, priority: 10 }
          ]
        }
      }
    }
  }
})
