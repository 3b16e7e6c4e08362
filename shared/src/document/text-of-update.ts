import * as Y from 'yjs'
import { CLAUSES } from './agreement/clauses.js'
import type { CellDefinition } from './field/field-definition.js'
import { MAX_DEPTH } from './limits.js'
import { isPlace } from './place.js'
import { wellFormed } from './json-value.js'
import { NODES } from './rich-text/schema.js'
import { OBJECTIVE_FIELDS } from './objectives/fields.js'
import { PLAN_QUESTIONS } from './plan/questions.js'
import { PRINCIPLE_QUESTIONS } from './principles/principles.js'
import { TASK_FIELDS } from './roadmap/fields.js'
import { TASK_CODES } from './roadmap/roadmap.js'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Deleted = ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>

const FIELDS: readonly CellDefinition[] = [
  ...[...CLAUSES, ...PLAN_QUESTIONS, ...PRINCIPLE_QUESTIONS].flatMap(({ fields }) => fields),
  ...OBJECTIVE_FIELDS,
  ...TASK_FIELDS
].flatMap((field) => (field.type === 'rows' ? field.cells : [field]))
const isWords = (field: CellDefinition) => field.type === 'text' || field.type === 'list'

/** Keys whose values are codes, places, days and numbers, which mean nothing as words: of entries, of rich text and of answers. */
const MACHINE_KEYS: ReadonlySet<string> = new Set([
  ...['place', 'code', 'schedule', 'start', 'due', ...Object.keys(TASK_CODES)],
  ...['id', ...Object.values(NODES).flatMap(({ attributes }) => Object.keys(attributes))],
  ...FIELDS.filter((field) => !isWords(field)).map(({ name }) => name)
])
const OPTIONS: ReadonlySet<string> = new Set(FIELDS.flatMap((field) => (field.type === 'enumeration' ? field.options : [])))

/**
 * The words a person wrote in a Yjs update (V1) that was never sent or was refused, for the recovered-text panel:
 * runs of typing joined by client and clock, and the words of JSON values; what the update itself deletes is left out.
 * Bytes that are no update give an empty list, since there is then nothing to recover.
 */
export function textOfUpdate(update: Uint8Array): string[] {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    return []
  }
  const structs = [...decoded.structs].sort((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock)
  return new Recovery(decoded.ds.clients).read(structs)
}

class Recovery {
  readonly #texts: string[] = []
  #run = ''
  /** Where the run would continue: right of this id. */
  #end: Y.ID | null = null

  constructor(private readonly deleted: Deleted) {}

  read(structs: readonly Struct[]): string[] {
    for (const struct of structs) this.#visit(struct)
    this.#endRun()
    return this.#texts
  }

  #visit(struct: Struct): void {
    if (!(struct instanceof Y.Item)) return this.#endRun()
    const { content, origin, id } = struct
    const isText = content instanceof Y.ContentString
    const continues = this.#end !== null && origin !== null && Y.compareIDs(origin, this.#end)
    if (!continues || !(isText || content instanceof Y.ContentFormat)) this.#endRun()
    if (isText) this.#run += this.#kept(id, content.str)
    else if (!this.#isDeleted(id.client, id.clock)) this.#values(struct)
    this.#end = Y.createID(id.client, id.clock + struct.length - 1)
  }

  #endRun(): void {
    if (this.#run.trim() !== '') this.#texts.push(wellFormed(this.#run))
    this.#run = ''
    this.#end = null
  }

  #kept({ client, clock }: Y.ID, text: string): string {
    const ranges = (this.deleted.get(client) ?? []).filter((range) => range.clock < clock + text.length && range.clock + range.len > clock)
    let kept = ''
    let from = clock
    for (const range of ranges.sort((a, b) => a.clock - b.clock)) {
      kept += text.slice(from - clock, Math.max(from, range.clock) - clock)
      from = Math.max(from, range.clock + range.len)
    }
    return kept + text.slice(from - clock)
  }

  #isDeleted(client: number, clock: number): boolean {
    return (this.deleted.get(client) ?? []).some((range) => clock >= range.clock && clock < range.clock + range.len)
  }

  #values({ content, parentSub }: Y.Item): void {
    if (parentSub !== null && isMachineKey(parentSub)) return
    if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) {
      for (const value of content.arr as readonly unknown[]) this.#words(value, parentSub !== null, 0)
    }
  }

  #words(value: unknown, hasKey: boolean, depth: number): void {
    if (typeof value === 'string' && value.trim() !== '' && (hasKey || !isMachineWord(value))) this.#texts.push(wellFormed(value))
    if (typeof value !== 'object' || value === null || depth >= MAX_DEPTH) return
    if (Array.isArray(value)) for (const item of value as readonly unknown[]) this.#words(item, hasKey, depth + 1)
    else for (const [key, item] of Object.entries(value)) if (!MACHINE_KEYS.has(key)) this.#words(item, true, depth + 1)
  }
}

/** A row of a table holds its place under `field/row`, and a cell under `field/row/cell`. */
function isMachineKey(key: string): boolean {
  const [, , cell, ...rest] = key.split('/')
  const isRow = key.includes('/') && cell === undefined
  return isRow || MACHINE_KEYS.has(cell !== undefined && rest.length === 0 ? cell : key)
}

/**
 * An update that replaces a value does not say its key, so codes, days and places are told by their look.
 * A place is taken for one only where no word looks like it: "apple" would be a place as well.
 */
function isMachineWord(word: string): boolean {
  const looksPlaced = isPlace(word) && (word.length <= 2 || /\d|.[A-Z]/.test(word))
  return looksPlaced || OPTIONS.has(word) || /^\d{4}-\d{2}-\d{2}$|^[A-Z]{1,2}\d{1,2}$/.test(word)
}
