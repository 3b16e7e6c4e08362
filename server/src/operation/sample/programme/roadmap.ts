import { roadmap } from '../roadmap.js'

/** The country's roadmap: twelve tasks in all six key areas. */
export const fillRoadmap = roadmap([
  {
    title: 'Map who already makes citizen data in Selara',
    why: 'Eleven groups came to the workshop, and each knew three others that had not been asked.',
    keyArea: 'RA3',
    stage: 'S1',
    leadSide: 'civic',
    schedule: { start: '2026-10-05', due: '2026-12-18' },
    sign: 'A list that the groups themselves keep',
    fields: { level: 'national', enablers: ['E1'], commitment: 'CM9', deliverable: 'List of groups, data and gaps' }
  },
  {
    title: 'Agree what “citizen data” means in our law and our languages',
    why: 'The statistics act has no word for it.',
    keyArea: 'RA6',
    stage: 'S1',
    leadSide: 'state',
    schedule: { start: '2026-11-02', due: '2027-02-26' },
    sign: 'A note that both sides have put their name to',
    fields: { level: 'national', enablers: ['E4', 'E5'], commitment: 'CM4', principles: ['P11'] }
  },
  {
    title: 'A cross-government group for citizen data',
    why: 'Water, health and statistics each have half of the answer.',
    keyArea: 'RA6',
    stage: null,
    leadSide: 'state',
    schedule: { due: '2027-03-31' },
    sign: 'It has met twice, with civic members',
    fields: { level: 'national', enablers: ['E5'], commitment: 'CM6' }
  },
  {
    title: 'Quality questions for citizen data, tried by three groups',
    why: 'Quality rules must not be a barrier; who is judged by them writes them too.',
    keyArea: 'RA4',
    stage: 'S3',
    leadSide: 'state',
    schedule: { start: '2027-01-18', due: '2027-05-28' },
    sign: 'Two pages in the language of activists',
    fields: { level: 'national', enablers: ['E7'], principles: ['P05', 'P13'], gsbpm: ['5.3', '8.2'], commitment: 'CM7' }
  },
  {
    title: 'Training for forty community data workers',
    why: 'Asked what is missing most, nine of eleven groups said: somebody to ask.',
    keyArea: 'RA5',
    stage: 'S2',
    leadSide: 'civic',
    schedule: { start: '2027-02-01', due: '2027-06-30' },
    sign: 'Forty people, half of them women, from all six districts',
    fields: {
      level: 'local',
      enablers: ['E2'],
      gaps: ['capacity'],
      cost: 24_000,
      currency: 'USD',
      funding: 'partly',
      funder: 'Delta Water Fund'
    }
  },
  {
    title: 'A course for statisticians: working with communities',
    why: 'Trust begins with how one comes into a village.',
    keyArea: 'RA5',
    stage: null,
    leadSide: 'civic',
    schedule: { due: '2027-04-30' },
    sign: 'Twenty statisticians, taught by delegates',
    fields: { level: 'national', enablers: ['E2', 'E3'], funding: 'in_kind' }
  },
  {
    title: 'A model agreement for sharing data',
    why: 'Three groups have waited a year for an answer about terms.',
    keyArea: 'RA4',
    stage: 'S1',
    leadSide: 'civic',
    schedule: { start: '2026-11-16', due: '2027-02-12' },
    sign: 'One agreement is signed with it',
    fields: { level: 'national', enablers: ['E5'], principles: ['P06', 'P08'], deliverable: 'The water agreement as a pattern' }
  },
  {
    title: 'Water readings in the yearbook',
    why: 'The first figures by citizens in an official publication.',
    keyArea: 'RA3',
    stage: 'S4',
    leadSide: 'state',
    schedule: { due: '2027-12-10' },
    sign: 'A chapter, with the names of the communities as they wish',
    fields: {
      isMilestone: true,
      level: 'national',
      targets: ['6.1', '6.b'],
      targetRole: 'fills_gap',
      enablers: ['E6', 'E7'],
      gsbpm: ['7.2']
    }
  },
  {
    title: 'Disability figures by people’s own word',
    why: 'Selara reports to the Convention in 2028.',
    keyArea: 'RA3',
    stage: 'S4',
    leadSide: 'state',
    schedule: { due: '2028-03-31' },
    sign: 'Tables by district, in easy language too',
    fields: { isMilestone: true, level: 'national', targets: ['17.18'], targetRole: 'disaggregates', populations: ['PD'], gaps: ['data'] }
  },
  {
    title: 'A budget line for citizen data',
    why: 'Every project has ended with its grant.',
    keyArea: 'RA1',
    stage: null,
    leadSide: 'state',
    schedule: { start: '2027-01-04', due: '2027-09-30' },
    sign: 'It stands in the budget of 2028',
    fields: { level: 'national', enablers: ['E8'], gaps: ['financial'], funding: 'sought', risk: 'Elections in autumn' }
  },
  {
    title: 'A yearly day of citizen data, in another district each time',
    why: 'Who measures wants to be seen by those for whom it is done.',
    keyArea: 'RA2',
    stage: 'S5',
    leadSide: 'civic',
    schedule: { due: '2027-05-15' },
    sign: 'The minister comes, and listens',
    fields: { level: 'national', enablers: ['E1', 'E3'], commitment: 'CM3', funding: 'partly' }
  },
  {
    title: 'Ask after a year what has changed for the people counted',
    why: 'Data that changes nothing for them was not theirs.',
    keyArea: 'RA2',
    stage: 'S6',
    leadSide: 'civic',
    schedule: { due: '2027-11-26' },
    sign: 'A page for each initiative, in the words of its community',
    fields: { isMilestone: true, level: 'national', enablers: ['E3'], commitment: 'CM9', gsbpm: ['8.1'] }
  }
])
