import { FILTER_NAMES, FILTERS, type Filter, type FilterName } from './filter.js'
import { GROUPINGS, type Grouping } from './grouping.js'

export const SHOWN_AS = ['table', 'columns'] as const
export type ShownAs = 'list' | (typeof SHOWN_AS)[number]

/** How a reader looks at the roadmap. */
export interface Look {
  readonly shownAs: ShownAs
  readonly grouping: Grouping | null
  readonly isMilestones: boolean
  readonly filter: Filter
  /** A task that is gone to: open, and with the focus. */
  readonly taskId: string | null
}

/** A look as it stands in an address; what is none is passed over. */
export function readLook(search: URLSearchParams): Look {
  const filters = FILTER_NAMES.flatMap((name) => {
    const value = search.get(name)
    const choices = FILTERS[name]
    return value && (choices === null ? value.length <= 100 : choices.includes(value)) ? [[name, value] as const] : []
  })
  return {
    shownAs: SHOWN_AS.find((one) => one === search.get('show')) ?? 'list',
    grouping: GROUPINGS.find((one) => one === search.get('group')) ?? null,
    isMilestones: search.get('only') === 'milestones',
    filter: Object.fromEntries(filters),
    taskId: search.get('task')
  }
}

export type LookName = 'show' | 'group' | 'only' | 'task' | FilterName

/** The address with some of the look changed (null: taken out), everything else in it as it was. */
export function changedLook(search: URLSearchParams, changes: Partial<Record<LookName, string | null>>): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

/** What takes every filter back. */
export const NO_FILTER: Partial<Record<LookName, null>> = Object.fromEntries([...FILTER_NAMES, 'only'].map((name) => [name, null]))
