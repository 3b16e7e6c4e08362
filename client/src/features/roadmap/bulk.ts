import { readDocument, removeTask, setField, setSchedule, setTaskField, type Schedule, type Task } from '@roundtable/shared/document'
import { RoundtableError } from '@roundtable/shared/error'
import type * as Y from 'yjs'
import type { GroupCode } from './arrange.js'

/** One change of many tasks. A day of null takes the day back; an empty one is not chosen yet. */
export type Change =
  | GroupCode
  | { readonly field: 'addPrinciples' | 'dropPrinciples'; readonly codes: readonly string[] }
  | { readonly field: 'start' | 'due'; readonly day: string | null }

/** A change of which it is not chosen yet into what. */
export interface Unchosen {
  readonly field: GroupCode['field']
  readonly isUnchosen: true
}

/** What became of each: how many were changed, were so already, cannot be so, or are gone. */
export interface Outcome {
  readonly changed: readonly string[]
  readonly same: readonly string[]
  readonly refused: readonly string[]
  readonly gone: readonly string[]
}

const principlesOf = ({ fields }: Task) => (Array.isArray(fields.principles) ? fields.principles.map(String) : [])

/** What a change does to a task: whether it can be, and whether it is so already. */
export function effectOf(task: Task, change: Change): 'changed' | 'same' | 'refused' {
  switch (change.field) {
    case 'addPrinciples':
      return change.codes.every((code) => principlesOf(task).includes(code)) ? 'same' : 'changed'
    case 'dropPrinciples':
      return change.codes.some((code) => principlesOf(task).includes(code)) ? 'changed' : 'same'
    case 'start':
    case 'due': {
      const { start, due } = scheduleWith(task, change)
      if (start !== undefined && due !== undefined && due < start) return 'refused'
      return (task.schedule[change.field] ?? null) === change.day ? 'same' : 'changed'
    }
    case 'stage':
    case 'leadSide':
    case 'keyArea':
      return task[change.field] === change.code ? 'same' : 'changed'
  }
}

/** Changes the tasks as they are by now, in one transaction. */
export function changeTasks(doc: Y.Doc, ids: readonly string[], change: Change): Outcome {
  const tasks = new Map(readDocument('roadmap', doc).tasks.map((task) => [task.id, task]))
  const outcome = { changed: [] as string[], same: [] as string[], refused: [] as string[], gone: [] as string[] }
  doc.transact(() => {
    for (const id of ids) {
      const task = tasks.get(id)
      const effect = task ? effectOf(task, change) : 'gone'
      outcome[task && effect === 'changed' ? written(doc, task, change) : effect].push(id)
    }
  })
  return outcome
}

/** Takes out those that are still there, in one transaction; answers which. */
export function removeTasks(doc: Y.Doc, ids: readonly string[]): readonly string[] {
  const there = readDocument('roadmap', doc).tasks.filter(({ id }) => ids.includes(id))
  doc.transact(() => there.forEach(({ id }) => removeTask(doc, id)))
  return there.map(({ id }) => id)
}

/** An entry that has lost a part of it takes no answer: it is told like any other that cannot, and the others are changed. */
function written(doc: Y.Doc, task: Task, change: Change): 'changed' | 'refused' {
  try {
    write(doc, task, change)
    return 'changed'
  } catch (error) {
    if (error instanceof RoundtableError) return 'refused'
    throw error
  }
}

function write(doc: Y.Doc, task: Task, change: Change): void {
  const { id } = task
  if ('day' in change) return setSchedule(doc, id, scheduleWith(task, change))
  if ('codes' in change) {
    const others = principlesOf(task).filter((code) => !change.codes.includes(code))
    const next = change.field === 'addPrinciples' ? [...others, ...change.codes].sort() : others
    return setField(doc, 'roadmap', id, 'principles', next.length > 0 ? next : null)
  }
  setTaskField(doc, id, change.field, change.code)
}

function scheduleWith({ schedule: { start, due } }: Task, { field, day }: Extract<Change, { day: string | null }>): Schedule {
  const next = { start, due, [field]: day ?? undefined }
  return { ...(next.start ? { start: next.start } : {}), ...(next.due ? { due: next.due } : {}) }
}
