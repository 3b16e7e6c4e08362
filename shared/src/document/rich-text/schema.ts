/**
 * The one allow-list of rich text: what an editor may offer, a reader may return and an export may write.
 * Node and mark names are Tiptap's; anything else is read as opaque text.
 */
type Role = 'block' | 'inline' | 'item' | 'row' | 'cell'
export type Holds = 'blocks' | 'inline' | 'words' | 'items' | 'rows' | 'cells' | 'nothing'
export type AttributeValue = string | number

export interface NodeDefinition {
  /** Where the node may stand. */
  readonly role: Role
  /** What may stand in it; `words` is text without marks. */
  readonly holds: Holds
  /** Each attribute's reading of any stored value; undefined leaves it out. */
  readonly attributes: Readers
}

type Readers = Readonly<Record<string, (value: unknown) => AttributeValue | undefined>>

/** True when an attribute is stored as it is read, or not at all. The usual numbers of a list may be named: they read as none. */
export function isAsRead(readers: Readers, name: string, value: unknown): boolean {
  if (value === undefined || value === null || (name === 'type' && value === '1')) return true
  return readers[name]?.(value) === value
}

const integer = (from: number, to: number, otherwise: number) => (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to ? value : otherwise

const oneOf = (options: readonly string[]) => (value: unknown) => (typeof value === 'string' && options.includes(value) ? value : undefined)

/** A block's direction where its writers set one; without it the block takes that of its own words. */
const DIRECTED = { dir: oneOf(['ltr', 'rtl']) }

const CELL = {
  role: 'cell',
  holds: 'blocks',
  attributes: { colspan: integer(1, 1000, 1), rowspan: integer(1, 1000, 1), align: oneOf(['left', 'center', 'right']) }
} as const satisfies NodeDefinition

/** Attributes with a default are always present in what is read, so that "not set" and "set to the default" are equal. */
export const NODES = {
  paragraph: { role: 'block', holds: 'inline', attributes: DIRECTED },
  heading: { role: 'block', holds: 'inline', attributes: { level: integer(1, 6, 1), ...DIRECTED } },
  bulletList: { role: 'block', holds: 'items', attributes: DIRECTED },
  orderedList: {
    role: 'block',
    holds: 'items',
    attributes: { start: integer(0, 1_000_000, 1), type: oneOf(['a', 'A', 'i', 'I']), ...DIRECTED }
  },
  listItem: { role: 'item', holds: 'blocks', attributes: {} },
  blockquote: { role: 'block', holds: 'blocks', attributes: DIRECTED },
  codeBlock: { role: 'block', holds: 'words', attributes: {} },
  hardBreak: { role: 'inline', holds: 'nothing', attributes: {} },
  horizontalRule: { role: 'block', holds: 'nothing', attributes: {} },
  table: { role: 'block', holds: 'rows', attributes: DIRECTED },
  tableRow: { role: 'row', holds: 'cells', attributes: {} },
  tableHeader: CELL,
  tableCell: CELL
} as const satisfies Record<string, NodeDefinition>

export type NodeName = keyof typeof NODES

/** Marks in their canonical order. */
export const MARKS = ['bold', 'italic', 'underline', 'strike', 'code', 'link', 'frameworkParagraph'] as const
export type MarkName = (typeof MARKS)[number]

/** A link leads to a web page or a mailbox; every other scheme, and anything with a space or control character, is no link. */
const SAFE_HREF = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu

export function isSafeHref(href: unknown): href is string {
  return typeof href === 'string' && href.length <= 2048 && SAFE_HREF.test(href)
}

const HOLDS_ROLE: Readonly<Record<Holds, Role | null>> = {
  blocks: 'block',
  inline: 'inline',
  words: null,
  items: 'item',
  rows: 'row',
  cells: 'cell',
  nothing: null
}

/** The definition of a node that may stand in a holder of this sort, or undefined for an unknown or misplaced one. */
export function nodeIn(holds: Holds, name: string): NodeDefinition | undefined {
  if (!isNodeName(name)) return undefined
  const definition: NodeDefinition = NODES[name]
  return definition.role === HOLDS_ROLE[holds] ? definition : undefined
}

function isNodeName(name: string): name is NodeName {
  return Object.hasOwn(NODES, name)
}
