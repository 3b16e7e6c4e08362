import { FUNDINGS, GSBPM, GSBPM_OF_STAGE, GSBPM_VERSIONS, POPULATIONS, STAGES, type Stage } from '../../framework/index.js'
import { anyOf, day, list, oneOf, rows, whole, words, yesNo, type FieldDefinition } from '../field/field-definition.js'
import type { QuestionDefinition } from '../form/form.js'

const tags = (codes: readonly string[]): readonly FieldDefinition[] => [
  anyOf('gsbpm', 'optional', codes),
  oneOf('gsbpmVersion', 'optional', GSBPM_VERSIONS)
]

const question = (code: string, rest: Omit<QuestionDefinition, 'code'>): QuestionDefinition => ({ code, ...rest })

/** The first stage in its four parts (¶12.1 a to d). */
const DESIGN: readonly QuestionDefinition[] = [
  question('objectives', { principles: ['P02'], paragraphs: [12, 14], fields: [list('policyIssues'), list('dataNeeded')] }),
  question('partners', { principles: ['P03'], paragraphs: [12, 37], fields: [list('partners'), list('missing')] }),
  question('approach', { principles: ['P05', 'P07'], paragraphs: [12, 23, 25], fields: [...tags(GSBPM_OF_STAGE.S1)] }),
  question('access', {
    principles: ['P08', 'P12'],
    paragraphs: [12, 24, 26],
    fields: [list('whoMayUse'), list('appropriateUses'), yesNo('agreementNeeded')]
  })
]

/** What every stage is asked. */
const EVERY_STAGE: readonly QuestionDefinition[] = [
  question('method', {
    principles: ['P05'],
    paragraphs: [12, 23],
    fields: [
      words('frame'),
      list('instruments'),
      list('languages'),
      whole('people', 0, 10_000_000),
      day('from'),
      day('until', 'optional', 'from'),
      ...tags(GSBPM)
    ]
  }),
  question('consent', {
    principles: ['P04'],
    paragraphs: [22, 27],
    fields: [
      words('purpose', 'required'),
      words('procedures', 'required'),
      words('risks', 'required'),
      words('benefits', 'required'),
      words('use', 'required'),
      words('storage', 'required'),
      words('withdrawal', 'required'),
      list('languages')
    ]
  }),
  question('privacy', {
    principles: ['P06', 'P12'],
    paragraphs: [24, 30],
    fields: [
      anyOf('steps', 'required', [
        'collect_less',
        'pseudonyms',
        'separate_names',
        'encrypt',
        'limit_access',
        'suppress_small',
        'delete_raw'
      ]),
      whole('minimumCount', 3, 1000),
      oneOf('assessment', 'required', ['done', 'planned', 'not_needed']),
      words('whoChecks')
    ]
  }),
  question('resources', {
    principles: [],
    paragraphs: [38, 44],
    fields: [
      rows('need', 'optional', [
        words('what', 'required'),
        whole('cost', 0, 1_000_000_000),
        words('currency'),
        oneOf('funding', 'optional', FUNDINGS)
      ]),
      list('skills'),
      list('training'),
      words('compensation')
    ]
  })
]

/** What is known of the data set: metadata and paradata (¶27), never the data (¶17.12). */
const DATASET = question('dataset', {
  principles: ['P09', 'P13'],
  paragraphs: [27, 31],
  fields: [
    words('title', 'required'),
    words('description'),
    list('keywords'),
    anyOf('populations', 'optional', POPULATIONS),
    words('unit'),
    words('geography'),
    day('periodFrom'),
    day('periodUntil', 'optional', 'periodFrom'),
    oneOf('frequency', 'optional', ['once', 'monthly', 'quarterly', 'annual', 'continuous']),
    anyOf('collectedBy', 'optional', ['face_to_face', 'phone', 'online', 'observation', 'sensor', 'mapping', 'group', 'existing_records']),
    words('sample'),
    words('response'),
    words('processing'),
    words('knownLimits'),
    list('languages'),
    list('formats'),
    words('licence'),
    oneOf('access', 'required', ['open', 'on_request', 'restricted', 'closed']),
    words('contact'),
    list('conformsTo')
  ]
})

/** The questions of one stage's plan. The data set is described where it comes into being: with its processing. */
export function planQuestions(stage: Stage): readonly QuestionDefinition[] {
  const own = stage === 'S1' ? DESIGN : []
  const described = stage === 'S3' ? [DATASET] : []
  return [...own, ...EVERY_STAGE, ...described]
}

/** Every question any plan asks, each once: what a reader looks for. */
export const PLAN_QUESTIONS: readonly QuestionDefinition[] = [...new Set(STAGES.flatMap(planQuestions))]
