import { PRINCIPLES, STAGES, TASK_STATUSES } from '@roundtable/shared/framework'
import type { AssignmentView, TasksView } from '@roundtable/shared/protocol'
import type { Translate } from '../../locales/use-text.js'
import { assigneeWords } from './assignee-words.js'
import { askedFor, assigneeKey, DUES, FILTER_NAMES, FILTERS, type Filter, type FilterName } from './filter.js'

export interface FilterChoice {
  readonly value: string
  readonly label: string
}

/** Everybody who was asked for something in this roadmap, each once, by name. */
export function ownersOf(facts: TasksView | undefined): readonly AssignmentView[] {
  const asked = new Map(facts?.tasks.flatMap((task) => askedFor(task).map((one) => [assigneeKey(one), one] as const)))
  return [...asked.values()]
}

/** What a filter can be set to, in words. */
export function filterChoices(name: FilterName, facts: TasksView | undefined, t: Translate): readonly FilterChoice[] {
  if (name === 'owner') {
    const owners = ownersOf(facts).map((one) => ({ value: assigneeKey(one), label: assigneeWords(one, t) }))
    return [...owners.sort((one, other) => one.label.localeCompare(other.label)), { value: '-', label: t('look.owner.none') }]
  }
  return (FILTERS[name] ?? []).map((value) => ({ value, label: choiceWords(name, value, t) }))
}

function choiceWords(name: FilterName, value: string, t: Translate): string {
  const status = TASK_STATUSES.find((one) => one === value)
  const stage = STAGES.find((one) => one === value)
  const principle = PRINCIPLES.find((one) => one === value)
  const due = DUES.find((one) => one === value)
  if (name === 'status' && status) return t(`taskStatus.${status}`)
  if (name === 'stage' && stage) return t(`stage.${stage}`)
  if (name === 'principle' && principle) return t(`principle.${principle}`)
  if (name === 'due' && due) return t(`look.due.${due}`)
  return t('grouping.notSaid')
}

/** Which filters are on, in words: "Status: Blocked". */
export function filterWords(filter: Filter, facts: TasksView | undefined, t: Translate): readonly string[] {
  return FILTER_NAMES.filter((name) => filter[name] !== undefined).map((name) => {
    if (name === 'mine') return t('look.mine')
    const chosen = filterChoices(name, facts, t).find(({ value }) => value === filter[name])
    return t('look.is', { name: t(`look.by.${name}`), value: chosen?.label ?? t('look.owner.gone') })
  })
}
