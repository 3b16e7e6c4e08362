import type { Layout } from '../shared-type.js'

/**
 * tasks: id → { place, title, why, sign, fields, schedule, keyArea, stage, leadSide }.
 * Acceptance, status and "done" are rows on the server and never in here (design §4).
 */
export const ROADMAP_LAYOUT = {
  richText: true,
  roots: { tasks: 'map' },
  entries: { root: 'tasks', parts: { title: 'text', why: 'fragment', sign: 'text', fields: 'map' } }
} as const satisfies Layout
