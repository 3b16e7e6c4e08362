import { anyOf, day, list, oneOf, whole, words, yesNo } from '../../field/field-definition.js'
import { inChapter } from '../clause-definition.js'

const clause = inChapter('return')

/** What belongs to whom, who is named, what is published, what comes back. */
export const RETURN = [
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
      words('format'),
      list('accessibleFormats')
    ]
  }),
  clause('C27', {
    principles: ['P03'],
    paragraphs: [21],
    needed: 'optional',
    fields: [anyOf('participants', 'required', ['none', 'costs', 'fee', 'in_kind']), words('amount'), words('equityNote')]
  }),
  clause('C28', { principles: ['P07', 'P08'], paragraphs: [25, 26], needed: 'community', fields: [words('meaning')] })
] as const
