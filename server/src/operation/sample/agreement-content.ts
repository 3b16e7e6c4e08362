import { addRow, type CellValue, entriesOf, part, setCell, setField, writeRichText } from '@roundtable/shared/document'
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
const ANSWERS: Readonly<Record<string, Readonly<Record<string, CellValue>>>> = {
  C02: { sharedGoal: 'Safe drinking water for every family on the lower Arin, seen in figures that both sides trust.' },
  C08: { prohibited: ['law_enforcement', 'benefit_eligibility', 'commercial', 'ai_training'] },
  C16: { recipients: ['National Statistical Office of Selara'] },
  C21: { minimumCount: 10, rounding: 5, appliesTo: ['tables', 'maps', 'text'], checker: 'both', communityReview: true },
  C29: { duration: 'Three years after the last reading', action: 'return' }
}

/** Tables of a clause, row by row. */
const TABLES: Readonly<Record<string, Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>>>> = {
  C04: {
    party: [
      { name: 'Lower Arin river communities', kind: 'community', side: 'civic', dataRoles: ['holder'] },
      { name: 'River Watch Selara', kind: 'cso', side: 'civic', dataRoles: ['steward'] },
      { name: 'National Statistical Office of Selara', kind: 'nso', side: 'state', dataRoles: ['recipient'] }
    ]
  },
  C07: {
    purposes: [
      { wording: 'A map of unsafe wells by month', objective: 'O1', dataClass: 'K3' },
      { wording: 'A chapter in the water statistics yearbook', objective: 'O2', dataClass: 'K2' }
    ]
  },
  C09: {
    dataset: [
      {
        title: 'Monthly readings at thirty sampling points',
        level: 'geospatial',
        variables: ['turbidity', 'E. coli', 'date'],
        geography: 'Lower Arin, to the nearest 500 m'
      }
    ]
  }
}

export function fillAgreement(doc: Y.Doc, newId: () => string): void {
  for (const [id, clause] of entriesOf(doc, 'agreement')) {
    const code: unknown = clause instanceof Y.Map ? clause.get('code') : undefined
    const lines = typeof code === 'string' ? TEXTS[code] : undefined
    const text = part(doc, 'agreement', id, 'text')
    if (lines && text) writeRichText(text, paragraphs(newId, ...lines))
    if (typeof code !== 'string') continue
    for (const [name, value] of Object.entries(ANSWERS[code] ?? {})) setField(doc, 'agreement', id, name, value)
    for (const [field, rows] of Object.entries(TABLES[code] ?? {})) {
      for (const cells of rows) {
        const row = addRow(doc, 'agreement', id, field, { newId })
        for (const [cell, value] of Object.entries(cells)) setCell(doc, 'agreement', id, { field, row, cell }, value)
      }
    }
  }
}
