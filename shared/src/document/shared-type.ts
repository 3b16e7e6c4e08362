import * as Y from 'yjs'

/** The Yjs types a layout is made of; a root or a part is always exactly one of them. */
export type SharedTypeName = 'text' | 'map' | 'fragment'

interface SharedTypes {
  readonly text: Y.Text
  readonly map: Y.Map<unknown>
  readonly fragment: Y.XmlFragment
}

export type SharedTypeOf<Name extends SharedTypeName> = SharedTypes[Name]

/** Where a kind keeps its things: named roots and, for kinds that are lists, the Y types inside each entry. */
export interface Layout {
  /** Kinds with rich text are view-only for clients that do not state the schema they write (design §5, wire). */
  readonly richText: boolean
  readonly roots: Readonly<Record<string, SharedTypeName>>
  /** The root map of id → entry (a Y.Map), and the shared types an entry holds beside its JSON values. */
  readonly entries: { readonly root: string; readonly parts: Readonly<Record<string, SharedTypeName>> } | null
}

const CONSTRUCTORS = { text: Y.Text, map: Y.Map, fragment: Y.XmlFragment } as const

/** True for exactly this type: an XmlElement is no fragment here, nor an XmlText a text. */
export function isSharedType<Name extends SharedTypeName>(value: unknown, name: Name): value is SharedTypeOf<Name> {
  return value instanceof Y.AbstractType && value.constructor === CONSTRUCTORS[name]
}

/** A new, still unattached shared type. */
export function newSharedType(name: SharedTypeName): Y.Text | Y.Map<unknown> | Y.XmlFragment {
  return new CONSTRUCTORS[name]()
}
