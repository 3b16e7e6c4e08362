import * as Y from 'yjs'
import { badInput } from './bad-input.js'
import { entriesOf, entryOf, type ListKind } from './layouts.js'
import { isId } from './limits.js'
import { inOrder, placesFor, type Placed } from './place.js'
import type { Roots } from './readable.js'
import { isSharedType, newSharedType, type SharedTypeName, type SharedTypeOf } from './shared-type.js'

/** Where ids come from; the caller owns the randomness. */
export interface IdSource {
  readonly newId: () => string
}

/** Where an entry goes: after another one, first (`null`), or last when left out. */
export interface Position {
  readonly after?: string | null
}

/** A stored entry with its key and its place, for the kinds' readers. */
export interface StoredEntry extends Placed {
  value(name: string): unknown
  part<Name extends SharedTypeName>(name: string, type: Name): SharedTypeOf<Name> | undefined
}

/** The entries of a list kind in order; whatever is not an entry is passed over. */
export function storedEntries(roots: Roots, root: string): readonly StoredEntry[] {
  return inOrder([...(roots.get(root, 'map')?.entries() ?? [])].flatMap(([id, entry]) => storedEntry(id, entry) ?? []))
}

function storedEntry(id: string, entry: unknown): StoredEntry | undefined {
  if (!isId(id) || !isSharedType(entry, 'map')) return undefined
  return {
    id,
    place: entry.get('place'),
    value: (name) => entry.get(name),
    part: (name, type) => {
      const value = entry.get(name)
      return isSharedType(value, type) ? value : undefined
    }
  }
}

export interface EntryContent {
  /** JSON values by name; undefined ones are not written. */
  readonly values: Readonly<Record<string, unknown>>
  readonly parts: Readonly<Record<string, SharedTypeName>>
  /** Writes first words into the parts. */
  readonly fill: (entry: Y.Map<unknown>) => void
}

/**
 * Adds an entry in one transaction; returns its id. Throws `bad_input` for an unknown `after` or a used id.
 */
export function addEntry(
  doc: Y.Doc,
  kind: ListKind,
  { newId }: IdSource,
  position: Position,
  { values, parts, fill }: EntryContent
): string {
  const entries = entriesOf(doc, kind)
  const id = newId()
  if (!isId(id)) throw badInput('id', 'not an id')
  if (entries.has(id)) throw badInput('id', 'already used')
  const others = placedEntries(doc, kind)
  const places = placesFor(id, others, indexAfter(others, position.after))
  doc.transact(() => {
    const entry = new Y.Map<unknown>()
    entries.set(id, entry)
    writePlaces(entries, places)
    for (const [name, value] of Object.entries(values)) if (value !== undefined) entry.set(name, value)
    for (const [name, type] of Object.entries(parts)) entry.set(name, newSharedType(type))
    fill(entry)
  })
  return id
}

/** Takes an entry out, with all that was written in it. Throws `bad_input` when there is none. */
export function removeEntry(doc: Y.Doc, kind: ListKind, id: string): void {
  existing(doc, kind, id)
  entriesOf(doc, kind).delete(id)
}

/** Puts an entry after another one, or first with `after: null`. Throws `bad_input` for unknown ids. */
export function moveEntry(doc: Y.Doc, kind: ListKind, id: string, position: Position): void {
  existing(doc, kind, id)
  if (position.after === id) throw badInput('after', 'the same entry')
  const others = placedEntries(doc, kind).filter((other) => other.id !== id)
  const places = placesFor(id, others, indexAfter(others, position.after))
  doc.transact(() => writePlaces(entriesOf(doc, kind), places))
}

/** The entry of this id. Throws `bad_input` when it was removed or never was. */
export function existing(doc: Y.Doc, kind: ListKind, id: string): Y.Map<unknown> {
  const entry = entryOf(doc, kind, id)
  if (!entry) throw badInput('id', 'no longer there')
  return entry
}

function placedEntries(doc: Y.Doc, kind: ListKind): readonly Placed[] {
  return inOrder([...entriesOf(doc, kind).entries()].flatMap(([id, entry]) => storedEntry(id, entry) ?? []))
}

function indexAfter(others: readonly Placed[], after: string | null | undefined): number {
  if (after === undefined) return others.length
  if (after === null) return 0
  const index = others.findIndex((other) => other.id === after)
  if (index < 0) throw badInput('after', 'no longer there')
  return index + 1
}

function writePlaces(entries: Y.Map<unknown>, places: ReadonlyMap<string, string>): void {
  for (const [id, place] of places) {
    const entry = entries.get(id)
    if (isSharedType(entry, 'map') && entry.get('place') !== place) entry.set('place', place)
  }
}
