import { FACILITATOR, STATISTICIAN, UNION_LEAD } from '../people.js'
import type { SampleWorkspace } from '../sample-workspace.js'
import { fillAgreement, fillDesignPlan, fillObjectives } from './documents.js'

/** Driven by the statistical office (M4), with the organisation of those it is about. */
export const SURVEY: SampleWorkspace = {
  id: '01900000-0000-7000-8000-0000000005a3',
  kind: 'initiative',
  title: 'Counted by our own word: disability in the household survey',
  modality: 'M4',
  outcome: 'citizen_data',
  status: 'design',
  lead: 'statistician',
  seats: [STATISTICIAN, UNION_LEAD, FACILITATOR],
  documents: [
    { kind: 'agreement', title: 'How the Union and the office share the results', fill: fillAgreement },
    { kind: 'plan', stage: 'S1', title: 'How the questions are made', fill: fillDesignPlan },
    { kind: 'objectives', title: 'What the survey is to find out', fill: fillObjectives }
  ],
  test: {
    'union-lead': {
      Q1: ['yes', 'Members try the questions and sit where they are chosen.'],
      Q2: ['yes', 'Testers are paid, and each person answers for herself.'],
      Q3: ['nso', 'The office invited us in spring.'],
      Q4: ['yes', 'Our list of barriers became a module. We want the same say when results are written.'],
      Q5: ['empowerment', 'To be counted by our own word.'],
      Q6: ['yes', 'It is part of the household survey.']
    },
    statistician: {
      Q1: ['yes', 'In design and testing, and in dissemination.'],
      Q2: ['yes', 'The survey follows our code of practice.'],
      Q3: ['nso', 'The module was planned by us and opened to the Union.'],
      Q4: ['yes', 'Two modules were rewritten after the first round.'],
      Q5: ['empowerment', 'Visibility of the people concerned comes first.'],
      Q6: ['yes', 'Official statistics from the start.']
    }
  },
  parts: [
    ['statistician', 'S1', 'lead', 'We draft, and bring each draft back.'],
    ['union-lead', 'S1', 'co_design', 'Three rounds of trying the questions.'],
    ['statistician', 'S2', 'lead', 'Our interviewers, trained by members of the Union.']
  ],
  engagements: [],
  profile: {
    summary: 'The statistical office and the Union of Persons with Disabilities rewrite the questions of the household survey together.',
    objectives: ['O1', 'O3'],
    otherObjective: '',
    dataClass: 'K1',
    populations: ['PD'],
    populationLabel: 'Persons with disabilities, by their own word',
    identification: 'Each person answers for herself, in her own words; nobody is asked for a certificate.',
    stage: 'S1',
    interests: []
  },
  registry: { statistician: 'card', 'union-lead': 'card' }
}
