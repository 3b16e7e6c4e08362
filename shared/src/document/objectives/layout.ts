import type { Layout } from '../shared-type.js'

/**
 * goal: the shared goal · missing: who is missing in the data · success: how we will know ·
 * objectives: id → { place, classification, issue, data, why, fields }.
 */
export const OBJECTIVES_LAYOUT = {
  richText: true,
  roots: { goal: 'fragment', missing: 'fragment', success: 'fragment', objectives: 'map' },
  entries: { root: 'objectives', parts: { issue: 'fragment', data: 'fragment', why: 'fragment', fields: 'map' } }
} as const satisfies Layout
