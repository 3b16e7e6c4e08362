import type * as Y from 'yjs'
import {
  addClause,
  addRow,
  addObjective,
  addTask,
  appendParagraph,
  CLAUSES,
  moveClause,
  moveObjective,
  moveTask,
  part,
  readDocument,
  removeClause,
  removeObjective,
  removeRow,
  removeTask,
  rowsOf,
  setCell,
  setClassification,
  setField,
  setNotArising,
  setSchedule,
  setTaskField,
  type IdSource,
  type ListKind
} from '@roundtable/shared/document'
import type { SeededRandom } from './random.js'

/** Random edits of the list kinds through their verbs: what people do to objectives, clauses and tasks. */
type Edit = (doc: Y.Doc, random: SeededRandom, ids: IdSource) => void

const DAYS = ['2026-01-31', '2026-02-28', '2026-12-01'] as const
const OWN_FIELDS = { C25: ['reviewDays', 14], C41: ['start', '2026-01-01'], C08: ['prohibited', ['linkage', 'ai_training']] } as const

function anyId(list: readonly { readonly id: string }[], random: SeededRandom): string | undefined {
  return list.length > 0 ? random.pick(list).id : undefined
}

/** After another entry, or first: never after itself. */
function somewhere(list: readonly { readonly id: string }[], id: string | undefined, random: SeededRandom): { after: string | null } {
  return {
    after:
      anyId(
        list.filter((entry) => entry.id !== id && random.chance(0.7)),
        random
      ) ?? null
  }
}

const editObjectives: Edit = (doc, random, ids) => {
  const { objectives } = readDocument('objectives', doc)
  const id = anyId(objectives, random)
  const choice = random.integer(0, 4)
  if (!id || choice === 0) addObjective(doc, ids, somewhere(objectives, undefined, random))
  else if (choice === 1) moveObjective(doc, id, somewhere(objectives, id, random))
  else if (choice === 2)
    setClassification(doc, id, random.chance(0.5) ? { code: 'OX', other: random.pick(['water', 'land']) } : { code: 'O4' })
  else if (choice === 3 && random.chance(0.4)) removeObjective(doc, id)
  else if (choice === 3) setField(doc, 'objectives', id, 'targets', random.pick([['6.1'], ['6.1.1', '3.9'], null]))
  else writeIssue(doc, id, ids)
}

function writeIssue(doc: Y.Doc, id: string, ids: IdSource): void {
  const issue = part(doc, 'objectives', id, 'issue')
  if (issue) appendParagraph(issue, 'no water since March', ids)
}

const editClauses: Edit = (doc, random, ids) => {
  const { clauses } = readDocument('agreement', doc)
  const id = anyId(clauses, random)
  const code = clauses.find((clause) => clause.id === id)?.code ?? 'own'
  const answer = Object.hasOwn(OWN_FIELDS, code) ? OWN_FIELDS[code as keyof typeof OWN_FIELDS] : undefined
  const choice = random.integer(0, 5)
  if (!id || choice === 0) addAnyClause(doc, random, ids)
  else if (choice === 1) moveClause(doc, id, somewhere(clauses, id, random))
  else if (choice === 2 && random.chance(0.4)) removeClause(doc, id)
  else if (choice === 3 && code === 'own') part(doc, 'agreement', id, 'heading')?.insert(0, 'Q')
  else if (choice === 4 && code === 'C09') setNotArising(doc, id, random.chance(0.5) ? 'no data move' : null)
  else if (code === 'C04') editRows(doc, { kind: 'agreement', id, field: 'party', cell: 'name' }, random, ids)
  else if (answer) setField(doc, 'agreement', id, answer[0], random.chance(0.8) ? answer[1] : null)
}

interface Table {
  readonly kind: ListKind
  readonly id: string
  readonly field: string
  readonly cell: string
}

/** Adds, fills and removes rows of a table. */
function editRows(doc: Y.Doc, { kind, id, field, cell }: Table, random: SeededRandom, ids: IdSource): void {
  const read = readDocument(kind, doc)
  const entries = read.kind === 'agreement' ? read.clauses : read.kind === 'plan' ? read.answers : []
  const row = anyId(rowsOf(entries.find((entry) => entry.id === id)?.fields ?? {}, field), random)
  if (!row || random.chance(0.3)) addRow(doc, kind, id, field, ids)
  else if (random.chance(0.2)) removeRow(doc, kind, id, field, row)
  else setCell(doc, kind, id, { field, row, cell }, random.chance(0.9) ? random.pick(['Water watch', 'Office']) : null)
}

const editPlan: Edit = (doc, random, ids) => {
  const choice = random.integer(0, 3)
  const text = part(doc, 'plan', random.pick(['objectives', 'method', 'resources']), 'text')
  if (choice === 0) editRows(doc, { kind: 'plan', id: 'resources', field: 'need', cell: 'what' }, random, ids)
  else if (choice === 1) setField(doc, 'plan', 'consent', 'risks', random.pick(['none known', 'being seen', null]))
  else if (choice === 2) setField(doc, 'plan', 'method', 'gsbpm', random.pick([['2.4'], ['2.1', '2.4'], null]))
  else if (text) appendParagraph(text, 'thirty wells', ids)
}

const editPrinciples: Edit = (doc, random, ids) => {
  const code = random.pick(['P01', 'P08', 'P11'])
  const choice = random.integer(0, 2)
  const text = part(doc, 'principles', code, 'text')
  if (choice === 0) setField(doc, 'principles', code, 'howFar', random.pick(['partly', 'fully', null]))
  else if (choice === 1) setField(doc, 'principles', code, 'helpWanted', random.pick([true, false]))
  else if (text) appendParagraph(text, 'we ask the council', ids)
}

function addAnyClause(doc: Y.Doc, random: SeededRandom, ids: IdSource): void {
  const { clauses } = readDocument('agreement', doc)
  const missing = CLAUSES.filter(({ code }) => clauses.every((clause) => clause.code !== code))
  const position = somewhere(clauses, undefined, random)
  if (missing.length > 0 && random.chance(0.7)) addClause(doc, ids, { code: random.pick(missing).code, ...position })
  else addClause(doc, ids, { code: 'own', heading: 'Ours', ...position })
}

const editTasks: Edit = (doc, random, ids) => {
  const { tasks } = readDocument('roadmap', doc)
  const id = anyId(tasks, random)
  const choice = random.integer(0, 5)
  if (!id || choice === 0) addTask(doc, ids, { title: 'Map', ...somewhere(tasks, undefined, random) })
  else if (choice === 1) moveTask(doc, id, somewhere(tasks, id, random))
  else if (choice === 2 && random.chance(0.4)) removeTask(doc, id)
  else if (choice === 3) setSchedule(doc, id, { start: DAYS[0], due: random.pick(DAYS) })
  else if (choice === 4 && random.chance(0.5)) setField(doc, 'roadmap', id, 'cost', random.pick([0, 1200, null]))
  else if (choice === 4) setTaskField(doc, id, 'stage', random.pick(['S1', 'S6', null]))
  else part(doc, 'roadmap', id, 'title')?.insert(0, random.pick(['a', 'é', '😀']))
}

export const EDIT_LIST = {
  objectives: editObjectives,
  agreement: editClauses,
  roadmap: editTasks,
  plan: editPlan,
  principles: editPrinciples
} as const
