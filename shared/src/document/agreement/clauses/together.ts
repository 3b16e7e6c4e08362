import { POPULATIONS, SIDES } from '../../../framework/index.js'
import { anyOf, day, list, oneOf, rows, when, words, yesNo } from '../../field/field-definition.js'
import { inChapter } from '../clause-definition.js'

const clause = inChapter('together')

export const PARTY_KINDS = ['community', 'cso', 'nso', 'other_state', 'academia', 'nhri', 'international', 'private'] as const

/** Who the parties are, what they want together, and who the data is about. */
export const TOGETHER = [
  clause('C01', {
    principles: ['P06', 'P09'],
    paragraphs: [24, 27],
    fields: [
      oneOf('kind', 'required', [
        'dsa',
        'mou',
        'data_use_agreement',
        'joint_controller',
        'confidentiality',
        'letter_of_intent',
        'community_protocol'
      ]),
      oneOf('binding', 'required', ['binding', 'non_binding']),
      list('languages', 'required'),
      words('authoritativeLanguage')
    ]
  }),
  clause('C02', { principles: [], paragraphs: [15, 39], fields: [words('sharedGoal', 'required'), words('context')] }),
  clause('C03', { principles: ['P03', 'P13'], paragraphs: [21, 31], fields: [list('terms'), list('summaries', 'required')] }),
  clause('C04', {
    principles: ['P11'],
    paragraphs: [29],
    fields: [
      rows('party', 'required', [
        words('name', 'required'),
        oneOf('kind', 'required', PARTY_KINDS),
        oneOf('side', 'optional', SIDES),
        anyOf('dataRoles', 'required', ['holder', 'controller', 'joint_controller', 'processor', 'recipient', 'steward', 'trust_broker']),
        words('legalId'),
        words('contact')
      ])
    ]
  }),
  clause('C05', {
    principles: ['P04', 'P07', 'P08'],
    paragraphs: [22, 25, 26],
    needed: 'community',
    fields: [
      words('community', 'required'),
      words('authorityBody', 'required'),
      oneOf('protocol', 'required', ['consensus', 'assembly', 'elders_council', 'elected_body', 'other']),
      words('mandateEvidence'),
      list('renewalTriggers')
    ]
  }),
  clause('C06', {
    principles: ['P07'],
    paragraphs: [25],
    fields: [
      anyOf('populations', 'required', POPULATIONS),
      words('selfDefinition', 'required'),
      words('identificationQuestions'),
      day('agreedOn'),
      yesNo('communityAuthority', 'required'),
      yesNo('socialProtectionLink', 'required'),
      when('socialProtectionLink', true, words('safeguard'))
    ]
  })
] as const
