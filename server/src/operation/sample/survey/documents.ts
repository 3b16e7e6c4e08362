import { agreement, form } from '../entries.js'
import { objectives } from '../objectives.js'

export const fillObjectives = objectives({
  goal: [
    'The household survey of 2027 counts persons with disabilities as they see themselves, and asks what keeps them from taking part.'
  ],
  missing: [
    'The last survey asked the head of the household about everybody. People who live in institutions, and those whom a family hides, were not asked at all.'
  ],
  success: [
    'Every question has been tried by people it is about.',
    'Results come out in easy language, sign language and braille on the same day.'
  ],
  objectives: [
    {
      code: 'O1',
      issue: 'One yes-or-no question found 1.8 per cent. The Union knows more members than that in the capital alone.',
      data: 'Functional difficulties by the short set of questions, asked of each person; help needed and help received.',
      why: 'Nothing about us without us: we are counted by what others think we cannot do.',
      fields: {
        indicator: 'Persons aged 5 and over by degree of difficulty, sex, age and district',
        targets: ['17.18', '10.2', '1.3'],
        successSigns: ['Nobody answers for an adult who can answer'],
        wordsOf: ['civic', 'state']
      }
    },
    {
      code: 'O3',
      issue: 'Whether a polling place can be entered is known to those who stand before its stairs.',
      data: 'Places that were needed in the last month and could not be entered or used, by reason.',
      why: 'A right that ends at a staircase is none.',
      fields: { targets: ['16.7', '11.7'], wordsOf: ['civic'] }
    }
  ]
})

export const fillDesignPlan = form('plan', {
  objectives: {
    text: ['Agreed in two meetings; the Union’s list of barriers became the second module.'],
    fields: { policyIssues: ['Cost of help at home', 'Access to public places'], dataNeeded: ['Degree of difficulty', 'Barriers met'] }
  },
  partners: {
    text: ['The Union sends testers from all six districts. People in institutions are still without a voice here.'],
    fields: {
      partners: ['National Statistical Office of Selara', 'Selara Union of Persons with Disabilities'],
      missing: ['People who live in institutions']
    }
  },
  approach: {
    text: ['Questions are tried in three rounds by members of the Union, who are paid for it as interviewers are.'],
    fields: { gsbpm: ['2.2', '2.3', '2.4'], gsbpmVersion: '5.2' }
  },
  consent: {
    fields: {
      purpose: 'To know how many we are, and what is in our way.',
      procedures: 'Forty minutes at home, in the language and manner you choose.',
      risks: 'Somebody may listen in; you may stop, or answer alone.',
      benefits: 'None at once. The results are read where money is decided.',
      use: 'Official statistics; the Union receives the tables on the same day.'
    }
  }
})

export const fillAgreement = agreement({
  C02: { fields: { sharedGoal: 'Official figures on disability that the people counted recognise.' } },
  C04: {
    rows: {
      party: [
        { name: 'National Statistical Office of Selara', kind: 'nso', side: 'state', dataRoles: ['controller'] },
        { name: 'Selara Union of Persons with Disabilities', kind: 'cso', side: 'civic', dataRoles: ['recipient', 'trust_broker'] }
      ]
    }
  },
  C06: {
    text: ['“Persons with disabilities” as in the Convention; each person says for herself.'],
    fields: {
      populations: ['PD'],
      selfDefinition: 'Persons with disabilities, by their own word',
      communityAuthority: false,
      socialProtectionLink: true
    }
  },
  C08: {
    text: ['An answer is never passed to the office that decides on pensions.'],
    fields: { prohibited: ['benefit_eligibility', 'stigmatising_publication', 'reidentification'] }
  },
  C21: { fields: { minimumCount: 20, appliesTo: ['tables', 'maps'], checker: 'holder' } }
})
