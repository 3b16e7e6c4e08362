import type { Layout } from '../shared-type.js'

/** answers: question code → { text, fields }. Who leads and who takes part, and each side's view of engagement, are rows on the server. */
export const PLAN_LAYOUT = {
  richText: true,
  roots: { answers: 'map' },
  entries: { root: 'answers', parts: { text: 'fragment', fields: 'map' } }
} as const satisfies Layout
