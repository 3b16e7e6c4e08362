import type { ClauseDefinition, FieldDefinition } from './clause-definition.js'

type Mark = 'required' | 'optional'

const simple =
  (type: 'text' | 'date' | 'boolean' | 'countries' | 'list') =>
  (name: string, mark: Mark = 'optional'): FieldDefinition => ({ name, type, required: mark === 'required' })
const words = simple('text')
const day = simple('date')
const yesNo = simple('boolean')
const list = simple('list')

const whole = (name: string, from: number, to: number, mark: Mark = 'optional'): FieldDefinition => ({
  name,
  type: 'number',
  required: mark === 'required',
  from,
  to
})
const options =
  (many: boolean) =>
  (name: string, mark: Mark, codes: readonly string[]): FieldDefinition => ({
    name,
    type: 'enumeration',
    required: mark === 'required',
    options: codes,
    many
  })
const oneOf = options(false)
const anyOf = options(true)

type Rest = Omit<ClauseDefinition, 'code' | 'title' | 'purpose' | 'mayNotArise' | 'needed'> &
  Partial<Pick<ClauseDefinition, 'mayNotArise' | 'needed'>>

const clause = (code: string, rest: Rest): ClauseDefinition => ({
  code,
  title: `clause.${code}.title`,
  purpose: `clause.${code}.purpose`,
  needed: 'always',
  mayNotArise: true,
  ...rest
})

/** Every clause this build can add, in the order of the catalogue. Rich text is beside the fields, in the clause's `text`. */
export const CLAUSES: readonly ClauseDefinition[] = [
  clause('C02', { principles: [], paragraphs: [15, 39], fields: [words('sharedGoal', 'required')] }),
  clause('C04', {
    principles: ['P11'],
    paragraphs: [],
    fields: [
      list('parties', 'required'),
      anyOf('dataRoles', 'optional', ['holder', 'controller', 'joint_controller', 'processor', 'recipient', 'steward', 'trust_broker'])
    ]
  }),
  clause('C06', {
    principles: ['P07'],
    paragraphs: [25],
    fields: [
      list('populations', 'required'),
      words('selfDefinition', 'required'),
      words('identificationQuestions'),
      day('agreedOn'),
      yesNo('socialProtectionLink', 'required'),
      words('safeguard')
    ]
  }),
  clause('C07', {
    principles: ['P02', 'P12'],
    paragraphs: [14, 32],
    fields: [
      anyOf('objectives', 'required', ['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'OX']),
      oneOf('dataClass', 'required', ['K1', 'K2', 'K3']),
      list('purposes', 'required')
    ]
  }),
  clause('C08', {
    principles: ['P08', 'P10'],
    paragraphs: [25, 26],
    fields: [
      anyOf('prohibited', 'required', [
        'reidentification',
        'law_enforcement',
        'immigration_enforcement',
        'benefit_eligibility',
        'commercial',
        'political_campaign',
        'stigmatising_publication',
        'ai_training',
        'linkage',
        'other'
      ]),
      words('reason')
    ]
  }),
  clause('C09', {
    principles: ['P09'],
    paragraphs: [27],
    fields: [
      list('datasets', 'required'),
      anyOf('levels', 'required', [
        'aggregate',
        'anonymised_microdata',
        'pseudonymised_microdata',
        'identifiable',
        'qualitative',
        'geospatial',
        'image_audio'
      ]),
      words('period'),
      words('geography'),
      words('format')
    ]
  }),
  clause('C13', { principles: ['P11'], paragraphs: [29], mayNotArise: false, fields: [list('gaps')] }),
  clause('C14', {
    principles: ['P06'],
    paragraphs: [24],
    fields: [
      words('dataHolder', 'required'),
      oneOf('derivedWorks', 'required', ['holder', 'joint', 'producer']),
      words('licence', 'required'),
      words('moralRights')
    ]
  }),
  clause('C15', {
    principles: ['P12'],
    paragraphs: [30],
    fields: [
      oneOf('mode', 'required', ['collective_community_level', 'organisation', 'named_individual', 'pseudonym', 'none']),
      words('wording'),
      yesNo('perOutput')
    ]
  }),
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
  clause('C18', {
    principles: ['P12'],
    paragraphs: [30],
    needed: 'personal_data',
    fields: [simple('countries')('storageCountries', 'required'), simple('countries')('allowedCountries'), words('safeguards')]
  }),
  clause('C21', {
    principles: ['P12'],
    paragraphs: [30],
    fields: [
      whole('minimumCount', 3, 1000, 'required'),
      whole('rounding', 1, 1000),
      yesNo('secondarySuppression'),
      oneOf('perturbation', 'optional', ['none', 'rounding', 'cell_key']),
      anyOf('appliesTo', 'required', ['tables', 'maps', 'text']),
      oneOf('checker', 'required', ['holder', 'recipient', 'both']),
      yesNo('communityReview')
    ]
  }),
  clause('C24', {
    principles: [],
    paragraphs: [32, 33],
    fields: [
      oneOf('permitted', 'required', ['no', 'complementary', 'integrated']),
      list('namedProducts'),
      words('wording'),
      whole('noticeDays', 0, 3650)
    ]
  }),
  clause('C25', {
    principles: ['P09', 'P13'],
    paragraphs: [12, 31],
    fields: [
      whole('reviewDays', 0, 365, 'required'),
      day('moratoriumUntil'),
      yesNo('communityValidation', 'required'),
      yesNo('dissentNote'),
      list('channels')
    ]
  }),
  clause('C26', {
    principles: ['P02'],
    paragraphs: [12],
    fields: [
      anyOf('returns', 'required', ['results_plain_language', 'dataset_back', 'training', 'funds', 'equipment', 'services']),
      words('when'),
      list('accessibleFormats')
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
  clause('C33', {
    principles: ['P08'],
    paragraphs: [26],
    mayNotArise: false,
    fields: [
      oneOf('scope', 'required', ['use', 'dataset', 'whole']),
      anyOf('effect', 'required', ['stop_new_use', 'delete_copies', 'notice_on_outputs', 'keep_published_aggregates']),
      whole('noticeDays', 0, 3650, 'required'),
      words('residualUse')
    ]
  }),
  clause('C34', {
    principles: [],
    paragraphs: [34, 44],
    fields: [list('responsibilities', 'required'), list('costs'), list('funders'), list('capacityBuilding')]
  }),
  clause('C39', {
    principles: [],
    paragraphs: [39],
    fields: [anyOf('steps', 'required', ['talk', 'facilitator', 'mediator', 'named_body', 'court']), words('interimRule')]
  }),
  clause('C41', {
    principles: ['P11'],
    paragraphs: [29],
    fields: [
      day('start', 'required'),
      day('end', 'required'),
      day('reviewOn', 'required'),
      words('amendmentRule'),
      whole('terminationNoticeDays', 0, 3650)
    ]
  })
]

/**
 * The short template: the fourteen clauses that partners settle first. C13 and C33 are among them because
 * they are the two that nobody may answer with "does not arise".
 */
export const SHORT_TEMPLATE: readonly string[] = [
  'C02',
  'C04',
  'C06',
  'C07',
  'C08',
  'C09',
  'C13',
  'C14',
  'C16',
  'C21',
  'C25',
  'C29',
  'C33',
  'C41'
]

/** The definition of a catalogue clause, or undefined for an own clause and for codes of another build. */
export function clauseDefinition(code: string): ClauseDefinition | undefined {
  return CLAUSES.find((definition) => definition.code === code)
}
