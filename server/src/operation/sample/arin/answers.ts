import { form } from '../entries.js'

export const fillDesignPlan = form('plan', {
  objectives: {
    text: ['Which wells and river points are unsafe, in which months, and whom that hurts.'],
    fields: {
      policyIssues: ['Where the next pumps are built', 'Health advice after floods'],
      dataNeeded: ['Turbidity and E. coli by point and month', 'Minutes to the nearest working pump']
    }
  },
  partners: {
    text: ['The councils of the three districts sit at the table; the fishing families are still to be reached.'],
    fields: {
      partners: ['Lower Arin river communities', 'River Watch Selara', 'National Statistical Office'],
      missing: ['Seasonal fishing families']
    }
  },
  approach: {
    text: ['Two samplers at each point, trained together. A fifth of the samples is read a second time by the office’s laboratory.'],
    fields: { gsbpm: ['2.1', '2.3', '2.4'], gsbpmVersion: '5.1' }
  },
  access: {
    text: ['Totals by district are open. Readings by point are given on request, after the community council has answered.'],
    fields: { whoMayUse: ['Everybody: totals', 'On request: readings by point'], agreementNeeded: true }
  },
  method: {
    text: ['Monthly readings at thirty points, in the first week of the month.'],
    fields: {
      frame: 'Thirty points that the councils have chosen',
      instruments: ['Turbidity tube', 'E. coli plates'],
      people: 60,
      from: '2027-01-11'
    }
  },
  consent: {
    fields: {
      purpose: 'To show where and when water is unsafe.',
      procedures: 'You take a sample once a month and write down what you read.',
      risks: 'Somebody may be displeased by what the readings show. Your name stands nowhere.',
      benefits: 'Training, test kits, and the map.'
    }
  },
  resources: {
    rows: {
      need: [
        { what: 'Test kits for a year', cost: 5400, currency: 'USD', funding: 'funded' },
        { what: 'Boat for the northern points', funding: 'sought' }
      ]
    }
  }
})

export const fillCivicPrinciples = form('principles', {
  P02: {
    text: ['The councils chose what is measured, and where.'],
    fields: {
      howFar: 'mostly',
      evidence: ['Minutes of the three council meetings'],
      nextStep: 'Ask the fishing families',
      helpWanted: false
    }
  },
  P03: {
    text: ['Half of the samplers are women. Families who move with the seasons have not been asked yet.'],
    fields: {
      howFar: 'partly',
      evidence: ['List of samplers by point, without names'],
      nextStep: 'Two meetings on the boats',
      helpWanted: true
    }
  },
  P08: {
    text: [
      'Readings by point leave the community only when the council has answered. This has been kept twice, and once it was not asked.'
    ],
    fields: { howFar: 'partly', evidence: ['Letters of the council'], nextStep: 'A rule for urgent cases', helpWanted: false }
  },
  P11: {
    text: ['We answer to the councils twice a year.'],
    fields: {
      howFar: 'mostly',
      lawMissing: true,
      lawRisk: 'No law protects samplers from pressure; the council speaks for them.',
      helpWanted: true
    }
  }
})

/** The two sides answer P03 and P08 unlike each other, which is what such a page is for. */
export const fillStatePrinciples = form('principles', {
  P03: {
    text: ['Training takes place in the districts and travel is paid.'],
    fields: { howFar: 'mostly', evidence: ['Budget line for travel'], nextStep: 'Training material in two languages', helpWanted: false }
  },
  P05: {
    text: ['A fifth of the samples is read a second time in our laboratory, by a published method.'],
    fields: { howFar: 'mostly', evidence: ['Validation note'], nextStep: 'Publish the method in plain language', helpWanted: false }
  },
  P08: {
    text: ['The office publishes nothing by point without the council’s answer.'],
    fields: { howFar: 'fully', evidence: ['Instruction to staff'], helpWanted: false }
  }
})
