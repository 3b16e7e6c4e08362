import { agreement, form } from '../entries.js'
import { objectives } from '../objectives.js'
import { roadmap } from '../roadmap.js'

export const fillObjectives = objectives({
  goal: ['Families who fish can show what they catch, what they are paid and when the nets stay empty, in a record that is theirs.'],
  missing: [
    'Boats under six metres are not in the fleet register; so a third of those who live from the river do not exist for the fishery plan.',
    'Women who smoke and sell the fish are counted as helping in the household.'
  ],
  success: ['Forty families keep the catch book for a season.', 'The fishery board hears them before it closes a stretch of the river.'],
  objectives: [
    {
      code: 'O1',
      issue: 'The closed season is set by the catch of the large boats.',
      data: 'Catch by kind and week, hours on the water, price paid on the landing.',
      why: 'We lose six weeks of income to a rule made from figures about others.',
      fields: {
        indicator: 'Catch per hour on small boats, by week',
        targets: ['14.b', '14.b.1', '2.3'],
        successSigns: ['The board quotes the catch book'],
        wordsOf: ['civic']
      }
    },
    {
      code: 'O6',
      issue: 'Every family knows its own bad year and thinks it is alone.',
      data: 'A yearly sheet for each landing place, in pictures.',
      why: 'Who sees that all nets were empty stops blaming herself.',
      fields: { targets: ['14.7'], wordsOf: ['civic'] }
    }
  ]
})

/** Only what the office receives is agreed on here: the catch book itself stays with the families. */
export const fillAgreement = agreement({
  C02: { fields: { sharedGoal: 'Small boats are seen in fishery statistics, on terms that the families set.' } },
  C04: {
    rows: {
      party: [
        { name: 'River Watch Selara', kind: 'cso', side: 'civic', dataRoles: ['steward'] },
        { name: 'National Statistical Office of Selara', kind: 'nso', side: 'state', dataRoles: ['recipient'] }
      ]
    }
  },
  C07: { rows: { purposes: [{ wording: 'A footnote on small boats in the fishery table', objective: 'O1', dataClass: 'K2' }] } },
  C08: { fields: { prohibited: ['law_enforcement', 'commercial', 'reidentification'], reason: 'A catch book must never become a fine.' } },
  C09: { text: ['Weekly totals by landing place. No boat, no name.'] }
})

export const fillCollectionPlan = form('plan', {
  method: {
    text: ['One line a day in the catch book: hours, kinds, kilos, price. A picture book for those who do not write.'],
    fields: {
      frame: 'Landing places between Port Selara and the delta; the office lends its list of settlements',
      instruments: ['Catch book', 'Hand scale'],
      languages: ['Selaran', 'River speech'],
      people: 40,
      from: '2027-03-01',
      until: '2027-10-31',
      gsbpm: ['4.1', '4.3'],
      gsbpmVersion: '5.1'
    }
  },
  consent: {
    text: ['Read aloud on the boats; agreement by word before two of the family.'],
    fields: {
      purpose: 'To show the board what small boats catch.',
      procedures: 'One line a day. Leave out what you like.',
      risks: 'A rich place may draw other boats. We publish no place smaller than a landing.',
      benefits: 'A scale, and the yearly sheet of your landing.',
      use: 'The sheet, and weekly totals for the office.',
      storage: 'Your book stays with you. Totals are with River Watch.',
      withdrawal: 'Say so at any landing; your lines leave the totals of the next week.'
    }
  },
  privacy: { fields: { steps: ['collect_less', 'pseudonyms', 'suppress_small'], minimumCount: 5, assessment: 'planned' } },
  resources: {
    rows: {
      need: [
        { what: 'Forty hand scales', cost: 800, currency: 'USD', funding: 'funded' },
        { what: 'Paper that can get wet', funding: 'in_kind' }
      ]
    },
    fields: { compensation: 'Two days’ fuel for each family that keeps the book' }
  }
})

export const fillRoadmap = roadmap([
  {
    title: 'Draw the picture book with three families',
    why: 'Not everybody on the boats reads, and everybody knows the kinds by sight.',
    keyArea: 'RA4',
    stage: 'S2',
    leadSide: 'civic',
    schedule: { start: '2026-12-01', due: '2027-02-12' },
    sign: 'A child can use it'
  },
  {
    title: 'The office explains how a closed season is computed',
    why: 'We want to answer in the language of the rule.',
    keyArea: 'RA5',
    stage: 'S1',
    leadSide: 'state',
    schedule: { due: '2027-01-29' },
    sign: 'An evening at the landing, with questions'
  },
  {
    title: 'Bring the first season before the fishery board',
    why: 'Figures that nobody hears change no rule.',
    keyArea: 'RA2',
    stage: 'S5',
    leadSide: 'civic',
    schedule: { due: '2027-11-30' },
    sign: 'It stands on the agenda',
    fields: { isMilestone: true, targets: ['14.b'] }
  }
])
