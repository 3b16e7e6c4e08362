import type { Layout } from '../shared-type.js'

/** answers: principle code → { text, fields }. That a side has filed is a row on the server. */
export const PRINCIPLES_LAYOUT = {
  richText: true,
  roots: { answers: 'map' },
  entries: { root: 'answers', parts: { text: 'fragment', fields: 'map' } }
} as const satisfies Layout
