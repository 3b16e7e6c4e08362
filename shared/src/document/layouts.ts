import type * as Y from 'yjs'
import type { DocumentKind } from '../framework/index.js'
import { AGREEMENT_LAYOUT } from './agreement/layout.js'
import { OBJECTIVES_LAYOUT } from './objectives/layout.js'
import { PLAIN_LAYOUT } from './plain/layout.js'
import { PLAN_LAYOUT } from './plan/layout.js'
import { PRINCIPLES_LAYOUT } from './principles/layout.js'
import { ROADMAP_LAYOUT } from './roadmap/layout.js'
import { isSharedType, type Layout, type SharedTypeName, type SharedTypeOf } from './shared-type.js'

const EXACT = {
  plain: PLAIN_LAYOUT,
  objectives: OBJECTIVES_LAYOUT,
  agreement: AGREEMENT_LAYOUT,
  roadmap: ROADMAP_LAYOUT,
  plan: PLAN_LAYOUT,
  principles: PRINCIPLES_LAYOUT
} as const satisfies Record<DocumentKind, Layout>

type Exact = typeof EXACT

/** The layout of every kind; the server refuses updates that write any other root. */
export const LAYOUTS: Readonly<Record<DocumentKind, Layout>> = EXACT

export type RootName<Kind extends DocumentKind> = keyof Exact[Kind]['roots'] & string
type RootType<Kind extends DocumentKind, Name extends RootName<Kind>> = Exact[Kind]['roots'][Name] & SharedTypeName

/** Kinds that are made of entries: objectives, clauses, tasks, answers. */
export type ListKind = { [Kind in DocumentKind]: Exact[Kind]['entries'] extends null ? never : Kind }[DocumentKind]

export type PartName<Kind extends ListKind> = keyof Exact[Kind]['entries']['parts'] & string
type PartType<Kind extends ListKind, Name extends PartName<Kind>> = Exact[Kind]['entries']['parts'][Name] & SharedTypeName

/** A root for writing and for binding an editor to it. Defines the type in this Y.Doc: readers use `readDocument` instead. */
export function root<Kind extends DocumentKind, Name extends RootName<Kind>>(
  doc: Y.Doc,
  kind: Kind,
  name: Name
): SharedTypeOf<RootType<Kind, Name>> {
  const define = { text: () => doc.getText(name), map: () => doc.getMap(name), fragment: () => doc.getXmlFragment(name) }
  const type = LAYOUTS[kind].roots[name] as RootType<Kind, Name>
  return define[type]() as SharedTypeOf<RootType<Kind, Name>>
}

/** The root map of id → entry of a list kind, for writing and observing. */
export function entriesOf(doc: Y.Doc, kind: ListKind): Y.Map<unknown> {
  return doc.getMap(EXACT[kind].entries.root)
}

/** One entry, or undefined when it was removed. */
export function entryOf(doc: Y.Doc, kind: ListKind, id: string): Y.Map<unknown> | undefined {
  const entry = entriesOf(doc, kind).get(id)
  return isSharedType(entry, 'map') ? entry : undefined
}

/** A shared type inside an entry (a task's title, a clause's text), or undefined when either is missing. */
export function part<Kind extends ListKind, Name extends PartName<Kind>>(
  doc: Y.Doc,
  kind: Kind,
  id: string,
  name: Name
): SharedTypeOf<PartType<Kind, Name>> | undefined
export function part(doc: Y.Doc, kind: ListKind, id: string, name: string): SharedTypeOf<SharedTypeName> | undefined {
  const type = LAYOUTS[kind].entries?.parts[name]
  const value = entryOf(doc, kind, id)?.get(name)
  return type && isSharedType(value, type) ? value : undefined
}
