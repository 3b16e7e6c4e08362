import { badInput } from '../bad-input.js'
import { dayOf, ownProperty } from '../json-value.js'

/** When a task runs, as days of the calendar; one value, so that start ≤ due survives two people changing it at once. */
export interface Schedule {
  readonly start?: string
  readonly due?: string
}

/** Any stored value as a schedule; what is no day is left out, and a schedule that ends before it starts is none. */
export function readSchedule(value: unknown): Schedule {
  const start = dayOf(ownProperty(value, 'start'))
  const due = dayOf(ownProperty(value, 'due'))
  if (start !== undefined && due !== undefined && start > due) return {}
  return { ...(start === undefined ? {} : { start }), ...(due === undefined ? {} : { due }) }
}

/** The schedule to store. Throws `bad_input` naming `start` or `due`. */
export function checkedSchedule({ start, due }: Schedule): Schedule {
  if (start !== undefined && dayOf(start) === undefined) throw badInput('start', 'not a day as YYYY-MM-DD')
  if (due !== undefined && dayOf(due) === undefined) throw badInput('due', 'not a day as YYYY-MM-DD')
  if (start !== undefined && due !== undefined && start > due) throw badInput('due', 'before the start')
  return readSchedule({ start, due })
}
