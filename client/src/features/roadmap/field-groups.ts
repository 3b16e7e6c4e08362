import { TASK_FIELDS, type FieldDefinition } from '@roundtable/shared/document'

/** What else can be said of a task, in groups that are opened by name: most tasks need little of it. */
export const FIELD_GROUPS = {
  serves: ['level', 'enablers', 'principles', 'commitment'],
  concerns: ['populations', 'targets', 'targetRole', 'gaps'],
  process: ['gsbpm'],
  outcome: ['contributors', 'deliverable', 'evidence'],
  money: ['effort', 'cost', 'currency', 'funding', 'funder'],
  watching: ['checkInWeeks', 'weight', 'risk']
} as const

export const GROUP_NAMES = Object.keys(FIELD_GROUPS) as (keyof typeof FIELD_GROUPS)[]

const named = (names: readonly string[]) => TASK_FIELDS.filter(({ name }) => names.includes(name))

export function fieldsOf(group: keyof typeof FIELD_GROUPS): readonly FieldDefinition[] {
  return named(FIELD_GROUPS[group])
}

/** Fields that stand with the main points: all that is in no group. */
export const MAIN_FIELDS: readonly FieldDefinition[] = TASK_FIELDS.filter(
  ({ name }) => !Object.values(FIELD_GROUPS).some((names: readonly string[]) => names.includes(name))
)
