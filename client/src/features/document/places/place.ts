import type { DocumentKind } from '@roundtable/shared/framework'
import { LAYOUTS } from '@roundtable/shared/document'
import * as Y from 'yjs'

/** Where in a document something is, as exactly as it is known. */
export interface Place {
  /** A clause, task, question or objective by its id; null for what belongs to the document as a whole. */
  readonly entry: string | null
  /** A root or a part of the entry by its name in the layout, such as `text` or `fields`. */
  readonly part: string | null
  /** Of `fields` alone: the typed field. */
  readonly field: string | null
}

/** The place of a shared type or of one of its keys; null for what belongs to no document of the kind. */
export function placeOf(doc: Y.Doc, kind: DocumentKind, type: unknown, key: string | null = null): Place | null {
  const keys = key === null ? [] : [key]
  let at = type
  for (; at instanceof Y.AbstractType && at._item; at = at._item.parent) if (at._item.parentSub !== null) keys.unshift(at._item.parentSub)
  const name = [...doc.share].find(([, root]) => root === at)?.[0]
  if (name === undefined) return null
  if (name !== LAYOUTS[kind].entries?.root) return { entry: null, part: name, field: null }
  const [entry = null, part = null, inPart = ''] = keys
  return { entry, part, field: part === 'fields' && inPart !== '' ? (inPart.split('/')[0] ?? null) : null }
}

/** Every place in which a transaction changed something, each once, in the order of the changes. */
export function placesChanged(doc: Y.Doc, kind: DocumentKind, { changed }: Pick<Y.Transaction, 'changed'>): readonly Place[] {
  const places = new Map<string, Place>()
  for (const [type, keys] of changed)
    for (const key of keys) {
      const place = placeOf(doc, kind, type, key)
      if (place && !places.has(placeKey(place))) places.set(placeKey(place), place)
    }
  return [...places.values()]
}

/** A place as `data-place` on the page names it, and as one word to compare. */
export function placeKey({ entry, part, field }: Place): string {
  return [entry, part, field].map((name) => name ?? '').join('|')
}

export function placeFromKey(key: string): Place {
  const [entry = null, part = null, field = null] = key.split('|').map((name) => name || null)
  return { entry, part, field }
}

/**
 * A place as presence names it: two ends of a selection, both at the part, else at the entry. Null where the document has
 * no such thing.
 */
export function presenceAt(
  doc: Y.Doc,
  kind: DocumentKind,
  { entry, part }: Place
): { readonly anchor: object; readonly head: object } | null {
  const root = LAYOUTS[kind].entries?.root
  const stored: unknown = entry === null ? part !== null && doc.share.get(part) : root !== undefined && doc.getMap(root).get(entry)
  const inside: unknown = entry !== null && part !== null && stored instanceof Y.Map ? stored.get(part) : undefined
  const type = inside instanceof Y.AbstractType ? inside : stored
  if (!(type instanceof Y.AbstractType)) return null
  const end = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, Number.MAX_SAFE_INTEGER)) as object
  return { anchor: end, head: end }
}
