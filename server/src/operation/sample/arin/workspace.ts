import { plain } from '../entries.js'
import { COMMUNITIES, CSO_LEAD, FACILITATOR, SECRETARIAT, STATISTICIAN } from '../people.js'
import type { SampleWorkspace } from '../sample-workspace.js'
import { fillAgreement } from './agreement.js'
import { fillCivicPrinciples, fillDesignPlan, fillStatePrinciples } from './answers.js'
import { fillObjectives } from './objectives.js'
import { fillRoadmap } from './roadmap.js'

const LETTER = `What the communities want to say before the next meeting

1. Readings by point: only after the council has answered, every time.
2. Ask who pays the boat for the northern points.
3. We do not agree yet to any use beyond the map and the yearbook.
`

/** Jointly initiated (M3): communities, an organisation and the statistical office, equal in every decision. */
export const ARIN: SampleWorkspace = {
  id: '01900000-0000-7000-8000-0000000005a1',
  kind: 'initiative',
  title: 'Clean water on the lower Arin',
  modality: 'M3',
  namedPartner: 'NSO',
  outcome: 'citizen_data',
  status: 'design',
  lead: 'cso-lead',
  seats: [
    STATISTICIAN,
    CSO_LEAD,
    {
      person: 'delegate',
      name: 'Nadia Beksultan',
      side: 'civic',
      role: 'COM',
      organisation: COMMUNITIES
    },
    { person: 'citizen', name: 'Blue Heron', side: 'civic', role: 'CIT' },
    FACILITATOR,
    SECRETARIAT
  ],
  documents: [
    { kind: 'plain', side: 'civic', isKept: true, title: 'What we say first', fill: plain(LETTER) },
    { kind: 'principles', side: 'state', title: 'How the office keeps the principles', fill: fillStatePrinciples },
    { kind: 'principles', side: 'civic', title: 'How the communities keep the principles', fill: fillCivicPrinciples },
    { kind: 'plan', stage: 'S1', title: 'How we design it', fill: fillDesignPlan },
    { kind: 'roadmap', title: 'The first year', fill: fillRoadmap },
    { kind: 'agreement', title: 'Agreement on the water readings', fill: fillAgreement },
    { kind: 'objectives', title: 'What we want to know about our water', fill: fillObjectives }
  ],
  // They agree on the values and not on every reason.
  test: {
    delegate: {
      Q1: ['yes', 'Our own people chose the wells, carry the kits and read the results to the councils.'],
      Q2: ['yes', 'The councils agreed to the rules before the first reading. Nobody’s name is written down.'],
      Q3: ['jointly_nso', 'We asked for it, and the office came to our meeting. From that day we planned it together.'],
      Q4: ['yes', 'We are heard in every step.'],
      Q5: ['empowerment', 'We want our children to drink safe water, and to be believed when we say that they do not.'],
      Q6: ['not_sure', '']
    },
    'cso-lead': {
      Q1: ['yes', 'Thirty samplers from eleven settlements, trained by other samplers.'],
      Q2: ['yes', 'A written protocol, double readings at every fifth point, and a rule on small numbers.'],
      Q3: ['jointly_nso', 'The communities and the office started it with one letter, which both have signed.'],
      Q4: ['yes', 'Meetings are held where people live, and in their language.'],
      Q5: ['empowerment', 'The readings change what the districts build; that the yearbook prints them helps.'],
      Q6: ['yes', 'A chapter of the yearbook is planned.']
    },
    statistician: {
      Q1: ['yes', 'Collection and validation are done by residents; we provide the frame and check the method.'],
      Q2: ['yes', 'The method note follows our quality framework; confidentiality rules apply to every table.'],
      Q3: ['jointly_nso', 'Initiated together with River Watch and the lower Arin councils in March.'],
      Q4: ['yes', 'Engagement is documented for each stage.'],
      Q5: ['empowerment', 'The first users are the communities; official use comes second.'],
      Q6: ['yes', 'As experimental statistics, with a quality statement.']
    }
  },
  parts: [
    ['cso-lead', 'S1', 'co_decide', 'Wells and questions were chosen in eleven village meetings.'],
    ['statistician', 'S1', 'co_decide', 'We offered the list of settlements and the sampling design.'],
    ['cso-lead', 'S2', 'lead', 'Samplers read every point once a month.'],
    ['statistician', 'S2', 'consulted', 'We answer questions about the kits.'],
    ['cso-lead', 'S3', 'co_decide', 'Odd readings are looked at together before anything is released.']
  ],
  // The civic side and the office do not see the design alike; the office has not said anything of the collection yet.
  engagements: [
    [
      'cso-lead',
      {
        stage: 'S1',
        degree: { extent: 'most', durationDays: 60, effortHours: 900, groups: ['River families', 'Well keepers'], intensity: 'regularly' },
        quality: { needsFit: 'mostly', impact: 'mostly', influence: 'partly' },
        evidence: ['Minutes of eleven village meetings'],
        note: 'The fishing families were not asked, so it is not all of us.'
      }
    ],
    [
      'statistician',
      {
        stage: 'S1',
        degree: { extent: 'all', durationDays: 60, effortHours: null, groups: ['River communities'], intensity: 'regularly' },
        quality: { needsFit: 'fully', impact: 'mostly', influence: 'mostly' },
        evidence: ['Letter of both sides'],
        note: ''
      }
    ],
    [
      'cso-lead',
      {
        stage: 'S2',
        degree: {
          extent: 'all',
          durationDays: null,
          effortHours: null,
          groups: ['Samplers of eleven settlements'],
          intensity: 'throughout'
        },
        quality: { needsFit: 'fully', impact: null, influence: 'fully' },
        evidence: [],
        note: ''
      }
    ]
  ],
  profile: {
    summary:
      'Families along the lower Arin measure the water of their wells, together with the statistical office, so that figures both trust say where it is unsafe.',
    objectives: ['O1', 'O2', 'O8'],
    otherObjective: '',
    dataClass: 'K2',
    populations: ['PO'],
    populationLabel: 'River families of the lower Arin, those who move with the seasons among them',
    identification:
      'Whoever says that their family lives from the river belongs. Nobody is asked for papers, and nobody is counted by others.',
    stage: 'S2',
    interests: [
      { name: 'Delta Water Fund', kind: 'funder', note: 'Pays for kits and transport; has no say in wells, method or publication.' }
    ]
  },
  registry: { delegate: 'card', 'cso-lead': 'card', statistician: 'card' },
  tasks: {
    'Agree with the councils where the thirty sampling points are': [
      { by: 'statistician', ask: 'civic' },
      { by: 'delegate', answer: 'accepted' },
      { by: 'delegate', isDone: true, note: 'The map hangs in all eleven council rooms.' },
      { by: 'statistician', isDone: false, note: 'Two of the northern points are not on our map yet.' }
    ],
    'Train sixty samplers, half of them women': [
      { by: 'statistician', ask: 'civic' },
      { by: 'cso-lead', answer: 'accepted' },
      { by: 'cso-lead', work: 'blocked', reason: 'The kits wait at customs.' }
    ],
    'Publish the validation method in plain language': [
      { by: 'cso-lead', ask: 'state' },
      { by: 'statistician', answer: 'accepted' },
      { by: 'statistician', work: 'in_progress' }
    ],
    'Find funding for test kits after the first year': [
      { by: 'delegate', ask: 'state' },
      { by: 'statistician', answer: 'declined', reason: 'The budget is the ministry’s. We will write to it together.' }
    ]
  }
}
