import type { AttributeValue, MarkName, NodeName } from './schema.js'

/** Rich text as plain, canonical JSON in ProseMirror's shape: equal for equal content, whatever the editing history. */
export interface RichText {
  readonly type: 'doc'
  readonly content: readonly RichNode[]
}

export type RichNode = ElementNode | TextNode | OpaqueNode

export interface ElementNode {
  readonly type: NodeName
  readonly attrs?: Readonly<Record<string, AttributeValue>>
  /** Present in every node that can hold something, empty or not. */
  readonly content?: readonly RichNode[]
}

export interface TextNode {
  readonly type: 'text'
  readonly text: string
  /** In the order of `MARKS`; left out when there are none. */
  readonly marks?: readonly RichMark[]
}

/** What this build does not know or what stands where it may not: its words are kept and shown, never interpreted. */
export interface OpaqueNode {
  readonly type: 'opaque'
  /** The stored node's name, or `#text`, `#value` and `#deep` for stray words, stray values and nesting beyond the limit. */
  readonly name: string
  readonly text: string
}

export interface RichMark {
  readonly type: MarkName
  readonly attrs?: { readonly href: string }
}

export const EMPTY_RICH_TEXT: RichText = { type: 'doc', content: [] }

/** True when some part of the text is opaque: such a text is shown with a warning. */
export function hasOpaque(text: RichText): boolean {
  const visit = (node: RichNode): boolean => node.type === 'opaque' || (node.type !== 'text' && (node.content ?? []).some(visit))
  return text.content.some(visit)
}

/** The words alone: a line per block, tabs between table cells. */
export function richTextWords(text: RichText): string {
  return text.content.map(wordsOf).join('\n')
}

function wordsOf(node: RichNode): string {
  if (node.type === 'text' || node.type === 'opaque') return node.text
  if (node.type === 'hardBreak') return '\n'
  const separator = SEPARATORS[node.type] ?? '\n'
  return (node.content ?? []).map(wordsOf).join(separator)
}

const SEPARATORS: Partial<Record<NodeName, string>> = { paragraph: '', heading: '', codeBlock: '', tableRow: '\t' }
