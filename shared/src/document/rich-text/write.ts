import * as Y from 'yjs'
import { badInput } from '../bad-input.js'
import type { IdSource } from '../entry.js'
import type { StoredAttributes } from './block-id.js'
import type { ElementNode, RichNode, RichText, TextNode } from './rich-text.js'

/** One empty paragraph: what every new rich text begins with, so that no editor has to seed it. */
export function startRichText(fragment: Y.XmlFragment, ids: IdSource): void {
  appendParagraph(fragment, '', ids)
}

/** Adds a paragraph of plain words with an id of its own. */
export function appendParagraph(fragment: Y.XmlFragment, words: string, { newId }: IdSource): void {
  const content = words === '' ? [] : [{ type: 'text', text: words } as const]
  fragment.push([elementOf({ type: 'paragraph', attrs: { id: newId() }, content })])
}

/** Replaces all of a fragment, in the encoding y-tiptap writes. Throws `bad_input` for opaque parts, before changing anything. */
export function writeRichText(fragment: Y.XmlFragment, text: RichText): void {
  const children = childrenOf(text.content)
  const replace = () => {
    fragment.delete(0, fragment.length)
    fragment.insert(0, children)
  }
  if (!fragment.doc) throw badInput('fragment', 'not part of a document yet')
  fragment.doc.transact(replace)
}

type Child = Y.XmlElement | Y.XmlText

function childrenOf(nodes: readonly RichNode[]): Child[] {
  const children: Child[] = []
  let run: TextNode[] = []
  const endRun = () => {
    if (run.length > 0) children.push(textOf(run))
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'text') run.push(node)
    else if (node.type === 'opaque') throw badInput('content', 'unknown content cannot be written')
    else {
      endRun()
      children.push(elementOf(node))
    }
  }
  endRun()
  return children
}

/** A node in the encoding y-tiptap writes. Throws `bad_input` for opaque parts. */
export function elementOf(node: ElementNode): Y.XmlElement {
  const element = new Y.XmlElement<StoredAttributes>(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value)
  element.insert(0, childrenOf(node.content ?? []))
  return element as unknown as Y.XmlElement
}

function textOf(run: readonly TextNode[]): Y.XmlText {
  const text = new Y.XmlText()
  const marks = (node: TextNode) => Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]))
  text.applyDelta(run.map((node) => ({ insert: node.text, attributes: marks(node) })))
  return text
}
