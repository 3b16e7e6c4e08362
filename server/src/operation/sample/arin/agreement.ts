import { agreement } from '../entries.js'

/** What the two sides have written so far: some clauses answered, some begun, one that does not arise, some untouched. */
export const fillAgreement = agreement({
  C02: {
    text: ['The parties work together so that what the communities of the lower Arin measure is heard where water is decided.'],
    fields: { sharedGoal: 'Safe drinking water for every family on the lower Arin, seen in figures that both sides trust.' }
  },
  C04: {
    text: [
      'The communities and River Watch Selara hold the data. The National Statistical Office receives monthly totals by sampling point.'
    ],
    rows: {
      party: [
        { name: 'Lower Arin river communities', kind: 'community', side: 'civic', dataRoles: ['holder'] },
        { name: 'River Watch Selara', kind: 'cso', side: 'civic', dataRoles: ['steward'] },
        { name: 'National Statistical Office of Selara', kind: 'nso', side: 'state', dataRoles: ['recipient'] }
      ]
    }
  },
  C06: {
    text: [
      '“River families” is the name the eleven settlements have chosen. Families who move with the seasons count themselves among them.'
    ],
    fields: {
      populations: ['PO'],
      selfDefinition: 'River families of the lower Arin, those who move with the seasons among them',
      agreedOn: '2026-09-19',
      communityAuthority: false,
      socialProtectionLink: false
    }
  },
  C07: {
    text: [
      'To show where and when drinking water is unsafe, to plan new sampling points, and to add a chapter to the water statistics yearbook.'
    ],
    rows: {
      purposes: [
        { wording: 'A map of unsafe wells by month', objective: 'O1', dataClass: 'K3' },
        { wording: 'A chapter in the water statistics yearbook', objective: 'O2', dataClass: 'K2' }
      ]
    }
  },
  C08: {
    text: [
      'The data are never used to fine or resettle a family, nor to decide on anybody’s benefits.',
      'Photographs of people are not part of the data.'
    ],
    fields: { prohibited: ['law_enforcement', 'benefit_eligibility', 'commercial', 'ai_training'] }
  },
  C09: {
    text: [
      'Monthly readings of turbidity and E. coli at thirty points, with date, place to the nearest 500 m and the sampler’s pseudonym.'
    ],
    rows: {
      dataset: [
        {
          title: 'Monthly readings at thirty sampling points',
          level: 'geospatial',
          variables: ['turbidity', 'E. coli', 'date'],
          period: 'January to December 2027',
          geography: 'Lower Arin, to the nearest 500 m'
        },
        { title: 'Cases of diarrhoea at health posts', level: 'aggregate', variables: ['cases', 'month', 'district'] }
      ]
    }
  },
  C13: {
    text: [
      'No law protects samplers from pressure. Until one does, the council speaks for them, and both parties say publicly that it does.'
    ],
    fields: { lawGaps: ['No protection of those who measure', 'The statistics act does not know communities as producers'] }
  },
  // Begun: who may see single readings is still argued about.
  C16: {
    text: ['Open to all: totals by district. On request: readings by point, after the community council has answered.'],
    fields: { recipients: ['National Statistical Office of Selara'] }
  },
  C21: {
    text: ['No figure about fewer than ten households is published; readings near single houses are moved to the settlement.'],
    fields: { minimumCount: 10, rounding: 5, appliesTo: ['tables', 'maps', 'text'], checker: 'both', communityReview: true }
  },
  C29: {
    text: ['Raw readings stay with River Watch for three years and are then returned to the communities.'],
    fields: { duration: 'Three years after the last reading', action: 'return' }
  },
  C25: { notArising: 'There is nothing to release before the first year of readings; we write this clause together in autumn 2027.' },
  // Begun: how long a notice before the community stops a use is not agreed.
  C33: { text: ['The council can stop a use at any time, and need not say why.'], fields: { scope: 'use' } }
})
