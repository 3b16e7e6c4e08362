import { objectives } from '../objectives.js'

export const fillObjectives = objectives({
  goal: [
    'Every family along the lower Arin can see, in figures they trust, whether their water is safe, and those figures count when the ministry decides where to build.',
    'We want one map that both the communities and the statistical office stand behind.'
  ],
  missing: [
    'Some forty settlements between the two bridges have no sampling point within ten kilometres. Fishing families who move with the seasons are in no register at all.',
    'Women fetch most of the water and were asked least in the last household survey.'
  ],
  success: [
    'Thirty community sampling points report every month for a year.',
    'The next water statistics yearbook has a chapter that uses them.'
  ],
  objectives: [
    {
      code: 'O1',
      issue:
        'Families downstream fall ill after the spring floods, and no official figure shows it. We want to know which wells, and when.',
      data: 'Turbidity and E. coli at thirty points, monthly; cases of diarrhoea reported by health posts, as monthly totals.',
      why: 'Because we were told that our water is good by people who have never drunk it.',
      fields: {
        indicator: 'Share of sampling points within the health limits, by month',
        targets: ['6.1', '3.9', '6.1.1'],
        successSigns: ['A warning reaches the settlements within three days of a bad reading'],
        wordsOf: ['civic']
      }
    },
    {
      code: 'O2',
      issue: 'New pumps go where the road is good. We want to see who walks how far.',
      data: 'Minutes to the nearest working pump, by settlement and season.',
      why: 'Because an hour a day for water is an hour not in school.',
      fields: {
        indicator: 'Minutes to the nearest working pump, median by settlement',
        targets: ['6.1', '5.4'],
        successSigns: ['The ministry’s list of new pumps names the settlements that are farthest'],
        wordsOf: ['civic', 'state']
      }
    },
    {
      code: 'O8',
      issue: 'When the project money ends, nobody in the districts knows how to test water.',
      data: 'Who can take and read a sample, by settlement; no names.',
      why: 'Because what we can do ourselves nobody takes away.',
      fields: { targets: ['6.b'], wordsOf: ['civic'] }
    }
  ]
})
