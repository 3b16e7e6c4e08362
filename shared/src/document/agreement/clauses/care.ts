import { anyOf, countries, day, list, oneOf, whole, words, yesNo } from '../../field/field-definition.js'
import { inChapter } from '../clause-definition.js'

const clause = inChapter('care')

/** How people and data are kept safe. */
export const CARE = [
  clause('C13', { principles: ['P11'], paragraphs: [29], mayNotArise: false, fields: [list('lawGaps')] }),
  clause('C16', {
    principles: ['P08', 'P12'],
    paragraphs: [26, 30],
    fields: [
      list('recipients', 'required'),
      words('peopleRule'),
      words('projectRule'),
      oneOf('setting', 'required', ['open', 'on_request', 'safe_room', 'remote_enclave', 'community_held']),
      yesNo('trainingRequired')
    ]
  }),
  clause('C17', {
    principles: ['P06'],
    paragraphs: [24],
    needed: 'personal_data',
    fields: [
      oneOf('method', 'required', ['secure_upload', 'api', 'physical', 'visit', 'none_view_only']),
      oneOf('frequency', 'required', ['once', 'monthly', 'quarterly', 'annual', 'event']),
      day('firstDelivery')
    ]
  }),
  clause('C18', {
    principles: ['P12'],
    paragraphs: [30],
    needed: 'personal_data',
    fields: [countries('storageCountries', 'required'), countries('allowedCountries'), words('safeguards')]
  }),
  clause('C19', {
    principles: ['P06', 'P12'],
    paragraphs: [24, 30],
    needed: 'personal_data',
    fields: [
      anyOf('measures', 'required', [
        'encryption_at_rest',
        'encryption_in_transfer',
        'access_control',
        'mfa',
        'logging',
        'device_rules',
        'staff_confidentiality'
      ]),
      words('standard')
    ]
  }),
  clause('C21', {
    principles: ['P12'],
    paragraphs: [30],
    fields: [
      whole('minimumCount', 3, 1000, 'required'),
      whole('rounding', 1, 1000),
      yesNo('secondarySuppression'),
      yesNo('dominanceRule'),
      oneOf('perturbation', 'optional', ['none', 'rounding', 'cell_key']),
      anyOf('appliesTo', 'required', ['tables', 'maps', 'text']),
      oneOf('checker', 'required', ['holder', 'recipient', 'both']),
      yesNo('communityReview')
    ]
  }),
  clause('C29', {
    principles: ['P06', 'P12'],
    paragraphs: [24, 30],
    fields: [
      day('retainUntil'),
      words('duration'),
      oneOf('action', 'required', ['return', 'delete', 'archive_with_holder', 'keep_aggregate_only']),
      yesNo('certificateRequired')
    ]
  }),
  clause('C31', {
    principles: ['P10', 'P11'],
    paragraphs: [28, 29],
    fields: [
      whole('notifyWithinHours', 1, 720, 'required'),
      anyOf('notify', 'required', ['holder', 'community', 'individuals', 'authority']),
      oneOf('fromSeverity', 'optional', ['near_miss', 'minor', 'major', 'harm']),
      words('remedy')
    ]
  }),
  clause('C36', {
    principles: ['P10'],
    paragraphs: [28],
    fields: [
      oneOf('impactAssessment', 'required', ['done', 'not_needed', 'planned']),
      anyOf('riskChecks', 'optional', [
        'legal_basis',
        'legal_licence',
        'legal_rights',
        'ethical_harm',
        'ethical_fairness',
        'ethical_voice',
        'reputation_trust',
        'reputation_misuse',
        'reputation_quality',
        'reputation_partner',
        'commercial_value',
        'commercial_cost'
      ]),
      words('ethicsReview'),
      words('doNoHarmPlan', 'required')
    ]
  })
] as const
