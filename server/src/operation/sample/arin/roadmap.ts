import { roadmap } from '../roadmap.js'

export const fillRoadmap = roadmap([
  {
    title: 'Agree with the councils where the thirty sampling points are',
    why: 'The people who drink the water know which points matter.',
    keyArea: 'RA3',
    stage: 'S1',
    leadSide: 'civic',
    schedule: { start: '2026-11-02', due: '2026-12-18' },
    sign: 'A map both sides have looked at together',
    fields: { level: 'local', enablers: ['E1', 'E3'], principles: ['P02', 'P03'], targets: ['6.1'], deliverable: 'Map of thirty points' }
  },
  {
    title: 'Train sixty samplers, half of them women',
    why: 'Two for each point, so that nobody has to be there every month.',
    keyArea: 'RA5',
    stage: 'S2',
    leadSide: 'civic',
    schedule: { start: '2027-01-11', due: '2027-02-26' },
    sign: 'Sixty people have taken and read three samples',
    fields: {
      level: 'local',
      enablers: ['E2'],
      gaps: ['capacity'],
      cost: 9600,
      currency: 'USD',
      funding: 'funded',
      funder: 'Delta Water Fund'
    }
  },
  {
    title: 'Publish the validation method in plain language',
    why: 'Whoever measures should know how a reading is checked, and may check it too.',
    keyArea: 'RA4',
    stage: 'S3',
    leadSide: 'state',
    schedule: { due: '2027-03-31' },
    sign: 'Two pages, read aloud at a council meeting',
    fields: { level: 'national', enablers: ['E7'], principles: ['P05', 'P09'], gsbpm: ['5.3'] }
  },
  {
    title: 'First readings from all thirty points',
    why: 'From that day on the year counts.',
    keyArea: 'RA3',
    stage: 'S2',
    leadSide: 'civic',
    schedule: { due: '2027-03-07' },
    sign: 'Thirty readings in one week',
    fields: { isMilestone: true, level: 'local', targets: ['6.1'] }
  },
  {
    title: 'Find funding for test kits after the first year',
    why: 'The present grant ends in December 2027.',
    keyArea: 'RA1',
    stage: null,
    leadSide: 'state',
    schedule: {},
    sign: 'A line in the ministry’s budget',
    fields: {
      level: 'national',
      enablers: ['E8'],
      gaps: ['financial'],
      funding: 'sought',
      risk: 'Without it the readings end with the grant'
    }
  }
])
