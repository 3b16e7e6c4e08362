import { DATA_CLASSES, OBJECTIVE_CODES } from '../../../framework/index.js'
import { anyOf, list, oneOf, rows, when, whole, words, yesNo } from '../../field/field-definition.js'
import { inChapter } from '../clause-definition.js'

const clause = inChapter('use')

/** What the data may be used for, and what never. */
export const USE = [
  clause('C07', {
    principles: ['P02', 'P12'],
    paragraphs: [14, 32],
    fields: [
      rows('purposes', 'required', [
        words('wording', 'required'),
        oneOf('objective', 'required', OBJECTIVE_CODES),
        oneOf('dataClass', 'required', DATA_CLASSES),
        words('dpvTerm'),
        words('duoCode')
      ])
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
  clause('C12', {
    principles: [],
    paragraphs: [40],
    needed: 'personal_data',
    fields: [
      anyOf('basis', 'required', [
        'consent',
        'contract',
        'legal_obligation',
        'public_interest',
        'official_authority',
        'vital_interest',
        'legitimate_interest'
      ]),
      list('laws'),
      words('jurisdiction'),
      words('statisticalAct')
    ]
  }),
  clause('C20', {
    principles: ['P08', 'P12'],
    paragraphs: [26, 30],
    fields: [
      oneOf('allowed', 'required', ['no', 'with_approval', 'listed']),
      when('allowed', 'listed', list('sources')),
      words('keyCustodian')
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
  clause('C30', {
    principles: ['P08'],
    paragraphs: [26],
    fields: [
      oneOf('allowed', 'required', ['no', 'with_approval', 'listed']),
      when('allowed', 'listed', list('recipients')),
      yesNo('flowDown', 'required')
    ]
  })
] as const
