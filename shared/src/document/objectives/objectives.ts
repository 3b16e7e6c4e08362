import type * as Y from 'yjs'
import { storedEntries, type IdSource } from '../entry.js'
import { fieldWords, readFields, type Fields } from '../field/fields.js'
import { root } from '../layouts.js'
import { readable } from '../readable.js'
import { readRichText } from '../rich-text/read.js'
import { richTextWords, type RichText } from '../rich-text/rich-text.js'
import { startRichText } from '../rich-text/write.js'
import { readClassification, type Classification } from './classification.js'
import { OBJECTIVE_FIELDS } from './fields.js'
import { OBJECTIVES_LAYOUT } from './layout.js'

export interface Objective {
  readonly id: string
  /** Null until somebody has chosen. */
  readonly classification: Classification | null
  /** The policy issue. */
  readonly issue: RichText
  /** The data needed. */
  readonly data: RichText
  /** Why the people concerned want it. */
  readonly why: RichText
  readonly fields: Fields
}

export interface ObjectivesContent {
  readonly kind: 'objectives'
  readonly goal: RichText
  readonly missing: RichText
  readonly success: RichText
  /** In the order people gave them. */
  readonly objectives: readonly Objective[]
}

export function readObjectives(doc: Y.Doc): ObjectivesContent {
  const roots = readable(doc, OBJECTIVES_LAYOUT)
  return {
    kind: 'objectives',
    goal: readRichText(roots.get('goal', 'fragment')),
    missing: readRichText(roots.get('missing', 'fragment')),
    success: readRichText(roots.get('success', 'fragment')),
    objectives: storedEntries(roots, 'objectives').map((entry) => ({
      id: entry.id,
      classification: readClassification(entry.value('classification')),
      issue: readRichText(entry.part('issue', 'fragment')),
      data: readRichText(entry.part('data', 'fragment')),
      why: readRichText(entry.part('why', 'fragment')),
      fields: readFields(OBJECTIVE_FIELDS, entry.part('fields', 'map'))
    }))
  }
}

/** Three empty texts; objectives themselves are added by the people who hold them. */
export function startObjectives(doc: Y.Doc, ids: IdSource): void {
  for (const name of ['goal', 'missing', 'success'] as const) startRichText(root(doc, 'objectives', name), ids)
}

export function objectivesWords({ goal, missing, success, objectives }: ObjectivesContent): string {
  const own = objectives.flatMap(({ classification, issue, data, why, fields }) => [
    classification?.other ?? '',
    richTextWords(issue),
    richTextWords(data),
    richTextWords(why),
    ...fieldWords(OBJECTIVE_FIELDS, fields)
  ])
  return [richTextWords(goal), richTextWords(missing), richTextWords(success), ...own].filter((words) => words !== '').join('\n')
}
