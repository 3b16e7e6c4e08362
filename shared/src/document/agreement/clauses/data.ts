import { DATA_CLASSES } from '../../../framework/index.js'
import { anyOf, list, oneOf, rows, words, yesNo } from '../../field/field-definition.js'
import { inChapter } from '../clause-definition.js'

const clause = inChapter('data')

/** Which data, about whom, how good. */
export const DATA = [
  clause('C09', {
    principles: ['P09'],
    paragraphs: [27],
    fields: [
      rows('dataset', 'required', [
        words('title', 'required'),
        oneOf('level', 'required', [
          'aggregate',
          'anonymised_microdata',
          'pseudonymised_microdata',
          'identifiable',
          'qualitative',
          'geospatial',
          'image_audio'
        ]),
        list('variables'),
        list('sensitiveVariables'),
        words('period'),
        words('geography'),
        words('format'),
        words('size')
      ])
    ]
  }),
  clause('C10', {
    principles: ['P10', 'P12'],
    paragraphs: [28, 30],
    fields: [
      list('sensitiveCategories'),
      list('vulnerableGroups'),
      yesNo('smallPopulation', 'required'),
      oneOf('safetyRisk', 'required', ['low', 'medium', 'high', 'extreme'])
    ]
  }),
  clause('C11', {
    principles: ['P04'],
    paragraphs: [22],
    needed: 'personal_data',
    fields: [
      oneOf('basis', 'required', ['individual_consent', 'collective_consent', 'both', 'other']),
      anyOf('noticeItems', 'required', ['purpose', 'procedures', 'risks', 'benefits', 'use', 'storage']),
      oneOf('coversThisSharing', 'required', ['yes', 'partly', 'no']),
      words('recontactPlan')
    ]
  }),
  clause('C22', {
    principles: ['P05'],
    paragraphs: [32, 33, 34, 43],
    fields: [
      oneOf('dataClass', 'required', DATA_CLASSES),
      list('criteria'),
      words('validator'),
      words('validationMethod'),
      words('knownLimits', 'required'),
      words('wordingOnUse')
    ]
  }),
  clause('C23', {
    principles: ['P09'],
    paragraphs: [27],
    fields: [anyOf('profile', 'optional', ['dcat', 'ddi', 'sdmx', 'ppsr']), yesNo('publishMetadata', 'required'), words('paradata')]
  })
] as const
