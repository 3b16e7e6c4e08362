import { CSO_LEAD, STATISTICIAN } from '../people.js'
import type { SampleWorkspace } from '../sample-workspace.js'
import { fillAgreement, fillCollectionPlan, fillObjectives, fillRoadmap } from './documents.js'

/** Civic-driven (M2): the families and an organisation lead, the statistical office contributes. */
export const CATCH: SampleWorkspace = {
  id: '01900000-0000-7000-8000-0000000005a2',
  kind: 'initiative',
  title: 'What the small boats catch',
  modality: 'M2',
  outcome: 'citizen_data',
  status: 'design',
  lead: 'cso-lead',
  seats: [CSO_LEAD, { person: 'citizen', name: 'Grey Plover', side: 'civic', role: 'CIT' }, STATISTICIAN],
  documents: [
    { kind: 'roadmap', title: 'From the first book to the board', fill: fillRoadmap },
    { kind: 'plan', stage: 'S2', title: 'How the catch book is kept', fill: fillCollectionPlan },
    { kind: 'agreement', title: 'What the office receives', fill: fillAgreement },
    { kind: 'objectives', title: 'What the river families want seen', fill: fillObjectives }
  ],
  test: {
    'cso-lead': {
      Q1: ['yes', 'The families keep the book and decide what leaves it.'],
      Q2: ['yes', 'Consent is read aloud; no name or boat is written down.'],
      Q3: ['citizens_with_partners', 'Started on the landings; the office was asked for its list of settlements later.'],
      Q4: ['not_sure', ''],
      Q5: ['empowerment', 'So that those who live from the river are heard by the board.'],
      Q6: ['no', 'Perhaps later, and only as totals.']
    },
    statistician: {
      Q1: ['yes', 'The families collect; we help with the frame when asked.'],
      Q2: ['yes', 'The procedure is described and proportionate.'],
      Q3: ['citizens_with_partners', 'We came in on invitation.'],
      Q4: ['not_sure', ''],
      Q5: ['empowerment', 'The aim is to be heard; a footnote in our table is a side effect.'],
      Q6: ['no', 'A footnote, not a series.']
    }
  },
  parts: [
    ['cso-lead', 'S1', 'lead', 'Questions were chosen on the landings.'],
    ['statistician', 'S1', 'contribute', 'The list of settlements, and how to sample them.'],
    ['cso-lead', 'S2', 'lead', 'Forty families keep the book.']
  ],
  engagements: [],
  profile: {
    summary:
      'Families with small boats keep a book of what they catch and what they are paid, so that the fishery plan knows that they exist.',
    objectives: ['O1', 'O6'],
    otherObjective: '',
    dataClass: 'K3',
    populations: ['PO'],
    populationLabel: 'Families who live from small boats, those who sell and smoke the fish among them',
    identification: 'Each family says for itself whether it lives from its boat.',
    stage: 'S1',
    interests: []
  },
  registry: { 'cso-lead': 'country' }
}
