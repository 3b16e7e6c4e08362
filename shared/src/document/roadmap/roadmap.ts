import type * as Y from 'yjs'
import { KEY_AREAS, SIDES, STAGES, type KeyArea, type Side, type Stage } from '../../framework/index.js'
import { storedEntries } from '../entry.js'
import { fieldWords, readFields, type Fields } from '../field/fields.js'
import { codeOf } from '../json-value.js'
import { readable } from '../readable.js'
import { readRichText } from '../rich-text/read.js'
import { richTextWords, type RichText } from '../rich-text/rich-text.js'
import { wordsOfText } from '../words-of-text.js'
import { TASK_FIELDS } from './fields.js'
import { ROADMAP_LAYOUT } from './layout.js'
import { readSchedule, type Schedule } from './schedule.js'

export interface Task {
  readonly id: string
  readonly title: string
  readonly why: RichText
  readonly schedule: Schedule
  readonly keyArea: KeyArea | null
  readonly stage: Stage | null
  readonly leadSide: Side | null
  /** How people will see that it is done. */
  readonly sign: string
  readonly fields: Fields
}

export interface RoadmapContent {
  readonly kind: 'roadmap'
  /** In the order people gave them. */
  readonly tasks: readonly Task[]
}

/** The fields of a task that hold one code or nothing. */
export const TASK_CODES = { keyArea: KEY_AREAS, stage: STAGES, leadSide: SIDES } as const

export function readRoadmap(doc: Y.Doc): RoadmapContent {
  const roots = readable(doc, ROADMAP_LAYOUT)
  return {
    kind: 'roadmap',
    tasks: storedEntries(roots, 'tasks').map((entry) => ({
      id: entry.id,
      title: wordsOfText(entry.part('title', 'text')),
      why: readRichText(entry.part('why', 'fragment')),
      schedule: readSchedule(entry.value('schedule')),
      keyArea: codeOf(KEY_AREAS, entry.value('keyArea')) ?? null,
      stage: codeOf(STAGES, entry.value('stage')) ?? null,
      leadSide: codeOf(SIDES, entry.value('leadSide')) ?? null,
      sign: wordsOfText(entry.part('sign', 'text')),
      fields: readFields(TASK_FIELDS, entry.part('fields', 'map'))
    }))
  }
}

export function roadmapWords({ tasks }: RoadmapContent): string {
  return tasks
    .flatMap(({ title, why, sign, fields }) => [title, richTextWords(why), sign, ...fieldWords(TASK_FIELDS, fields)])
    .filter((words) => words !== '')
    .join('\n')
}
