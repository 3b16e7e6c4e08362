import * as Y from 'yjs'
import { MAX_DEPTH } from '../limits.js'
import { wellFormed } from '../json-value.js'
import { withUniqueIds, type StoredAttributes } from './block-id.js'
import { childrenOf } from './children.js'
import { mentionedParagraphs } from './framework-paragraph.js'
import { marksOf } from './marks.js'
import { EMPTY_RICH_TEXT, type ElementNode, type OpaqueNode, type RichNode, type TextNode } from './rich-text.js'
import type { RichText } from './rich-text.js'
import { nodeIn, type AttributeValue, type Holds, type NodeName } from './schema.js'

/**
 * Reads a fragment as y-tiptap writes it, without touching it: nodes are XmlElements, runs of text XmlTexts,
 * marks their formatting attributes. Takes whatever stands there; see `OpaqueNode` for what it does not know.
 */
export function readRichText(fragment: Y.XmlFragment | undefined): RichText {
  if (!fragment) return EMPTY_RICH_TEXT
  const blocks = readChildren(fragment, 'blocks', 1)
  const ids = childrenOf(fragment).map(({ node }) => (isElement(node) ? node.getAttribute('id') : undefined))
  return { type: 'doc', content: withUniqueIds(blocks, ids) }
}

const isElement = (value: unknown): value is Y.XmlElement<StoredAttributes> => value instanceof Y.XmlElement

/** In a fragment every child gives exactly one node, so that blocks and their ids keep pace. */
function readChildren(parent: Y.XmlFragment, holds: Holds, depth: number): readonly RichNode[] {
  const nodes = childrenOf(parent).flatMap(({ node: child }): RichNode | readonly RichNode[] => {
    if (isElement(child)) return readElement(child, holds, depth)
    if (child instanceof Y.XmlText && (holds === 'inline' || holds === 'words')) return readRuns(child, holds)
    if (child instanceof Y.Text) return opaque('#text', wordsOfText(child))
    return opaque('#value', '')
  })
  return holds === 'inline' || holds === 'words' ? withTrueMentions(joined(nodes)) : nodes
}

/** Words that are marked as a mention and name no paragraph (one letter was taken out, say) are words. */
function withTrueMentions(nodes: readonly RichNode[]): readonly RichNode[] {
  const isUntrue = (node: RichNode): node is TextNode =>
    node.type === 'text' && node.marks?.at(-1)?.type === 'frameworkParagraph' && mentionedParagraphs(node.text).length === 0
  if (!nodes.some(isUntrue)) return nodes
  return joined(
    nodes.map((node) => {
      if (!isUntrue(node)) return node
      const { marks = [], ...words } = node
      return marks.length > 1 ? { ...words, marks: marks.slice(0, -1) } : words
    })
  )
}

function readElement(element: Y.XmlElement<StoredAttributes>, holds: Holds, depth: number): ElementNode | OpaqueNode {
  if (depth > MAX_DEPTH) return opaque('#deep', '')
  const definition = nodeIn(holds, element.nodeName)
  if (!definition) return opaque(element.nodeName, wordsBelow(element, depth))
  const attrs: Record<string, AttributeValue> = {}
  for (const [name, read] of Object.entries(definition.attributes)) {
    const value = read(element.getAttribute(name))
    if (value !== undefined) attrs[name] = value
  }
  return {
    type: element.nodeName as NodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(definition.holds === 'nothing' ? {} : { content: readChildren(element, definition.holds, depth + 1) })
  }
}

interface Run {
  readonly insert: unknown
  readonly attributes?: object
}

function readRuns(text: Y.XmlText, holds: 'inline' | 'words'): readonly (TextNode | OpaqueNode)[] {
  return (text.toDelta() as readonly Run[]).map(({ insert, attributes }) => {
    if (typeof insert !== 'string') return opaque('#value', '')
    const marks = holds === 'inline' ? marksOf(attributes) : []
    return { type: 'text', text: wellFormed(insert), ...(marks.length > 0 ? { marks } : {}) }
  })
}

/** Neighbouring runs with the same marks become one, wherever edits and splits have cut them; empty ones vanish. */
function joined(nodes: readonly RichNode[]): readonly RichNode[] {
  const result: RichNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && node.text === '') continue
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks)) {
      result[result.length - 1] = { ...last, text: last.text + node.text }
    } else result.push(node)
  }
  return result
}

const opaque = (name: string, text: string): OpaqueNode => ({ type: 'opaque', name: wellFormed(name), text: wellFormed(text) })

/** The words of a text without its formatting; what is no words (an embedded value) is left out. */
export function wordsOfText(text: Y.Text): string {
  return (text.toDelta() as readonly Run[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
}

function wordsBelow(parent: Y.XmlFragment, depth: number): string {
  if (depth >= MAX_DEPTH) return ''
  const words = childrenOf(parent).map(({ node: child }) => {
    if (isElement(child)) return wordsBelow(child, depth + 1)
    return child instanceof Y.Text ? wordsOfText(child) : ''
  })
  return words.filter((word) => word !== '').join(' ')
}
