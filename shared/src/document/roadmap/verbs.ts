import type * as Y from 'yjs'
import type { KeyArea, Side, Stage } from '../../framework/index.js'
import { badInput } from '../bad-input.js'
import { addEntry, existing, moveEntry, removeEntry, type IdSource, type Position } from '../entry.js'
import { codeOf } from '../json-value.js'
import { startRichText } from '../rich-text/write.js'
import { isSharedType } from '../shared-type.js'
import { ROADMAP_LAYOUT } from './layout.js'
import { TASK_CODES } from './roadmap.js'
import { checkedSchedule, type Schedule } from './schedule.js'

export interface TaskFields {
  readonly keyArea: KeyArea | null
  readonly stage: Stage | null
  readonly leadSide: Side | null
}

export interface NewTask extends Position, Partial<TaskFields> {
  readonly title?: string
  readonly sign?: string
  readonly schedule?: Schedule
}

/** Adds a task, last unless a position is given; returns its id. Throws `bad_input`. */
export function addTask(doc: Y.Doc, ids: IdSource, { title, sign, schedule, keyArea, stage, leadSide, ...position }: NewTask = {}): string {
  const values = {
    schedule: checkedSchedule(schedule ?? {}),
    keyArea: checkedCode('keyArea', keyArea ?? null),
    stage: checkedCode('stage', stage ?? null),
    leadSide: checkedCode('leadSide', leadSide ?? null)
  }
  const fill = (task: Y.Map<unknown>) => {
    const why = task.get('why')
    if (isSharedType(why, 'fragment')) startRichText(why, ids)
    for (const [name, words] of Object.entries({ title, sign })) {
      const text = task.get(name)
      if (words && isSharedType(text, 'text')) text.insert(0, words)
    }
  }
  return addEntry(doc, 'roadmap', ids, position, { values, parts: ROADMAP_LAYOUT.entries.parts, fill })
}

export function removeTask(doc: Y.Doc, id: string): void {
  removeEntry(doc, 'roadmap', id)
}

export function moveTask(doc: Y.Doc, id: string, position: Position): void {
  moveEntry(doc, 'roadmap', id, position)
}

/** Throws `bad_input` naming `id`, `start` or `due`. */
export function setSchedule(doc: Y.Doc, id: string, schedule: Schedule): void {
  const checked = checkedSchedule(schedule)
  existing(doc, 'roadmap', id).set('schedule', checked)
}

/** Throws `bad_input` naming `id` or the field. */
export function setTaskField<Name extends keyof TaskFields>(doc: Y.Doc, id: string, name: Name, value: TaskFields[Name]): void {
  const checked = checkedCode(name, value)
  existing(doc, 'roadmap', id).set(name, checked)
}

function checkedCode(name: keyof TaskFields, value: string | null): string | null {
  if (!Object.hasOwn(TASK_CODES, name)) throw badInput('field', 'not a field of a task')
  if (value !== null && codeOf<string>(TASK_CODES[name], value) === undefined) throw badInput(name, 'not one of the codes')
  return value
}
