import type { Layout } from '../shared-type.js'

export const PLAIN_LAYOUT = {
  richText: false,
  roots: { content: 'text' },
  entries: null
} as const satisfies Layout
