import type { Layout } from '../shared-type.js'

/**
 * clauses: id → { place, code, heading, text, fields, notArising }.
 * Hash, version, modality, decision rule, consent, labels and signatures are rows on the server and never in here (design §4).
 */
export const AGREEMENT_LAYOUT = {
  richText: true,
  roots: { clauses: 'map' },
  entries: { root: 'clauses', parts: { heading: 'text', text: 'fragment', fields: 'map' } }
} as const satisfies Layout
