import { SIDES, STAGES } from '../../../framework/index.js'
import { anyOf, day, list, oneOf, rows, whole, words, yesNo } from '../../field/field-definition.js'
import { inChapter } from '../clause-definition.js'

const clause = inChapter('running')

/** How the parties work together, disagree, and part. */
export const RUNNING = [
  clause('C32', {
    principles: ['P04'],
    paragraphs: [22],
    needed: 'personal_data',
    fields: [
      list('channels', 'required'),
      whole('responseDays', 0, 365, 'required'),
      anyOf('effect', 'required', ['stop_future_use', 'remove_record', 'cannot_remove_from_published'])
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
    fields: [
      rows('responsibility', 'required', [oneOf('stage', 'required', STAGES), oneOf('side', 'required', SIDES), words('what', 'required')]),
      list('costs'),
      list('funders'),
      list('capacityBuilding')
    ]
  }),
  clause('C35', {
    principles: [],
    paragraphs: [39, 41],
    fields: [words('body', 'required'), list('members', 'required'), words('meets'), words('facilitator')]
  }),
  clause('C37', {
    principles: ['P11'],
    paragraphs: [29],
    fields: [
      words('reports', 'required'),
      anyOf('auditRight', 'required', ['holder', 'community', 'third_party']),
      yesNo('useLog', 'required')
    ]
  }),
  clause('C38', {
    principles: ['P01'],
    paragraphs: [19],
    fields: [list('funderDisclosure', 'required'), list('interests'), words('noInterference', 'required')]
  }),
  clause('C39', {
    principles: [],
    paragraphs: [39],
    fields: [anyOf('steps', 'required', ['talk', 'facilitator', 'mediator', 'named_body', 'court']), words('interimRule')]
  }),
  clause('C40', {
    principles: ['P11'],
    paragraphs: [29],
    needed: 'optional',
    fields: [words('liability', 'required'), words('cap'), words('insurance')]
  }),
  clause('C41', {
    principles: ['P11'],
    paragraphs: [29],
    fields: [
      day('start', 'required'),
      day('end', 'required', 'start'),
      day('reviewOn', 'required', 'start'),
      words('amendmentRule'),
      whole('terminationNoticeDays', 0, 3650)
    ]
  }),
  clause('C42', {
    principles: [],
    paragraphs: [40],
    needed: 'optional',
    fields: [words('governingLaw', 'required'), words('forum'), words('immunities')]
  }),
  clause('C43', { principles: ['P03', 'P11'], paragraphs: [21, 29, 31], fields: [words('signingOrder')] })
] as const
