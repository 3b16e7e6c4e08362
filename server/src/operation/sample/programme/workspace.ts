import { plain } from '../entries.js'
import { CSO_LEAD, FACILITATOR, SECRETARIAT, STATISTICIAN, UNION_LEAD } from '../people.js'
import type { SampleWorkspace } from '../sample-workspace.js'
import { fillRoadmap } from './roadmap.js'

const MINUTES = `Workshop in Port Selara, 14 and 15 September 2026

In the room: 23 civic, 9 state, 4 others.

Agreed: twelve tasks for the first year; who leads each is still to be accepted by whoever was named.
Not agreed: whether the office may say "validated" of data it has not collected. Comes back in February.
`

/** The country programme that links the initiatives; both sides decide (¶41). */
export const PROGRAMME: SampleWorkspace = {
  id: '01900000-0000-7000-8000-0000000005a4',
  kind: 'country_programme',
  title: 'Citizen data in Selara',
  modality: 'M3',
  status: 'active',
  lead: 'cso-lead',
  seats: [STATISTICIAN, CSO_LEAD, UNION_LEAD, FACILITATOR, SECRETARIAT],
  documents: [
    { kind: 'plain', title: 'Minutes of the first workshop', fill: plain(MINUTES) },
    { kind: 'roadmap', title: 'Roadmap for citizen data 2027', fill: fillRoadmap }
  ],
  test: {},
  parts: [],
  engagements: [],
  profile: {
    summary: 'What the country needs so that data made by citizens is safe to make, good to use and heard where it is decided.',
    objectives: [],
    otherObjective: '',
    dataClass: null,
    populations: [],
    populationLabel: '',
    identification: '',
    stage: null,
    interests: [{ name: 'Delta Water Fund', kind: 'funder', note: 'Pays a part of the training; takes no part in decisions.' }]
  },
  registry: { 'cso-lead': 'card_and_roadmap', 'union-lead': 'card_and_roadmap', statistician: 'card_and_roadmap' }
}
