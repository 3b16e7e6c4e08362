import { type FieldValue, entriesOf, part, setField, writeRichText } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { paragraphs } from './objectives-content.js'

/** What the two sides have written so far: some clauses agreed in substance, some barely begun. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  C02: ['The parties work together so that what the communities of the lower Arin measure is heard where water is decided.'],
  C04: ['The communities and River Watch Selara hold the data. The National Statistical Office receives monthly totals by sampling point.'],
  C07: [
    'To show where and when drinking water is unsafe, to plan new sampling points, and to add a chapter to the water statistics yearbook.'
  ],
  C08: [
    'The data are never used to fine or resettle a family, nor to decide on anybody’s benefits.',
    'Photographs of people are not part of the data.'
  ],
  C09: ['Monthly readings of turbidity and E. coli at thirty points, with date, place to the nearest 500 m and the sampler’s pseudonym.'],
  C16: ['Open to all: totals by district. On request: readings by point, after the community council has answered.'],
  C21: ['No figure about fewer than ten households is published; readings near single houses are moved to the settlement.'],
  C29: ['Raw readings stay with River Watch for three years and are then returned to the communities.']
}

/** Typed answers beside the words. Clauses without an entry are left for the two sides to answer. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, FieldValue>>>> = {
  C02: { sharedGoal: 'Safe drinking water for every family on the lower Arin, seen in figures that both sides trust.' },
  C04: {
    parties: ['Lower Arin river communities', 'River Watch Selara', 'National Statistical Office of Selara'],
    dataRoles: ['holder', 'recipient', 'steward']
  },
  C07: {
    objectives: ['O1', 'O2'],
    dataClass: 'K2',
    purposes: ['A map of unsafe wells by month', 'A chapter in the water statistics yearbook']
  },
  C08: { prohibited: ['law_enforcement', 'benefit_eligibility', 'commercial', 'ai_training'] },
  C09: {
    datasets: ['Monthly readings at thirty sampling points'],
    levels: ['aggregate', 'geospatial'],
    geography: 'Lower Arin, to the nearest 500 m'
  },
  C16: { recipients: ['National Statistical Office of Selara'] },
  C21: { minimumCount: 10, rounding: 5, appliesTo: ['tables', 'maps', 'text'], checker: 'both', communityReview: true },
  C29: { duration: 'Three years after the last reading', action: 'return' }
}

export function fillAgreement(doc: Y.Doc, newId: () => string): void {
  for (const [id, clause] of entriesOf(doc, 'agreement')) {
    const code: unknown = clause instanceof Y.Map ? clause.get('code') : undefined
    const lines = typeof code === 'string' ? TEXTS[code] : undefined
    const text = part(doc, 'agreement', id, 'text')
    if (lines && text) writeRichText(text, paragraphs(newId, ...lines))
    for (const [name, value] of Object.entries((typeof code === 'string' && ANSWERS[code]) || {})) setField(doc, id, name, value)
  }
}
