import * as Y from 'yjs'
import { badInput } from '../bad-input.js'
import type { IdSource } from '../entry.js'
import { MAX_DEPTH } from '../limits.js'
import { childrenOf } from './children.js'
import { isKnownMark } from './marks.js'
import { readRichText, wordsOfText } from './read.js'
import { richTextWords, type ElementNode, type RichNode } from './rich-text.js'
import { isAsRead, NODES, nodeIn, type Holds, type NodeDefinition } from './schema.js'
import { isTooLargeStored, isTooLargeTable, withoutSpans } from './table-size.js'
import { elementOf, startRichText } from './write.js'

/**
 * True when an editor of this build can hold all of the text. An editor takes out of the document what it has no word
 * for: not only nodes that a reader shows as opaque, but also the words that carry a mark of a newer build. And it takes
 * attributes as they are stored, so that those have to be what a reader makes of them.
 */
export function holdsOnlyKnown(fragment: Y.XmlFragment): boolean {
  return childrenAreKnown(fragment, 'blocks', 1)
}

function childrenAreKnown(parent: Y.XmlFragment, holds: Holds, depth: number): boolean {
  return childrenOf(parent).every(({ node }) => isKnown(node, holds, depth))
}

function isKnown(child: unknown, holds: Holds, depth: number): boolean {
  if (child instanceof Y.XmlElement) {
    const definition = depth > MAX_DEPTH ? undefined : nodeIn(holds, child.nodeName)
    if (!definition || !attributesAreKnown((name) => child.getAttribute(name) as unknown, definition)) return false
    if (!childrenAreKnown(child, definition.holds, depth + 1)) return false
    return definition.holds !== 'rows' || !isTooLargeStored(child as Y.XmlElement)
  }
  return child instanceof Y.XmlText && (holds === 'inline' || holds === 'words') && runsAreKnown(child, holds)
}

function attributesAreKnown(get: (name: string) => unknown, { attributes }: NodeDefinition): boolean {
  return Object.keys(attributes).every((name) => isAsRead(attributes, name, get(name)))
}

function runsAreKnown(text: Y.XmlText, holds: 'inline' | 'words'): boolean {
  const runs = text.toDelta() as readonly { readonly insert: unknown; readonly attributes?: object }[]
  return runs.every(({ insert, attributes = {} }) => {
    const marks = Object.entries(attributes)
    return typeof insert === 'string' && (holds === 'inline' ? marks.every(isKnownMark) : marks.length === 0)
  })
}

/**
 * Takes out what this build does not know and keeps its words, as plain paragraphs where a block was unknown. Blocks that
 * are known in full are left as they are. One transaction; afterwards the text can be opened in an editor.
 */
export function keepWordsOnly(fragment: Y.XmlFragment, ids: IdSource): void {
  const { doc } = fragment
  if (!doc) throw badInput('fragment', 'not part of a document yet')
  const blocks = readRichText(fragment).content
  const unknown = childrenOf(fragment)
    .map(({ node, ...place }, index) => ({ ...place, isKnown: isKnown(node, 'blocks', 1), plain: plainBlocks(node, blocks[index]) }))
    .filter((block) => !block.isKnown)
  if (unknown.length === 0) return
  doc.transact(() => {
    for (const { at, length, plain } of unknown.reverse()) {
      fragment.delete(at, length)
      fragment.insert(
        at,
        plain.map((block) => elementOf(withId(block, ids)))
      )
    }
    if (fragment.length === 0) startRichText(fragment, ids)
  })
}

/** A block of this build without its unknown parts; of an unknown block a paragraph for each of its texts. */
function plainBlocks(child: unknown, block: RichNode | undefined): readonly ElementNode[] {
  if (block === undefined || block.type === 'text') return []
  const words = () => wordsBelow(child).map(paragraphOf)
  if (block.type === 'opaque') return words()
  return [...tableOrWords(withoutUnknown(block)), ...(NODES[block.type].holds === 'nothing' ? words() : [])]
}

function withId(block: ElementNode, { newId }: IdSource): ElementNode {
  return { ...block, attrs: { ...block.attrs, id: block.attrs?.id ?? newId() } }
}

function withoutUnknown(node: ElementNode): ElementNode {
  if (!node.content) return node
  const { holds } = NODES[node.type]
  const content = node.content.flatMap((child): readonly RichNode[] => {
    if (child.type === 'text') return [child]
    if (child.type !== 'opaque') return tableOrWords(withoutUnknown(child))
    return child.text === '' ? [] : [holderOf(child.text, holds)]
  })
  const mayBeEmpty = holds === 'inline' || holds === 'words'
  return { ...node, content: content.length > 0 || mayBeEmpty ? content : [holderOf('', holds)] }
}

/** A table that is too large loses what its cells span; one that is so still is kept as its words, a paragraph for each row. */
function tableOrWords(node: ElementNode): readonly ElementNode[] {
  const table = isTooLargeTable(node) ? withoutSpans(node) : node
  if (!isTooLargeTable(table)) return [table]
  const lines = richTextWords({ type: 'doc', content: [table] }).split('\n')
  return lines.filter((line) => line.trim() !== '').map(paragraphOf)
}

/** Words as what may stand in a holder of this sort. */
function holderOf(words: string, holds: Holds): RichNode {
  switch (holds) {
    case 'items':
      return { type: 'listItem', content: [paragraphOf(words)] }
    case 'rows':
      return { type: 'tableRow', content: [holderOf(words, 'cells')] }
    case 'cells':
      return { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [paragraphOf(words)] }
    case 'blocks':
      return paragraphOf(words)
    default:
      return { type: 'text', text: words }
  }
}

function paragraphOf(words: string): ElementNode {
  return { type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] }
}

function wordsBelow(child: unknown, depth = 1): readonly string[] {
  if (depth > MAX_DEPTH) return []
  if (child instanceof Y.XmlFragment) return childrenOf(child).flatMap(({ node }) => wordsBelow(node, depth + 1))
  const words = child instanceof Y.Text ? wordsOfText(child) : ''
  return words === '' ? [] : [words]
}
