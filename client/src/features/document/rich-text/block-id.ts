import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { randomId } from '../../../lib/random-id.js'

const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock', 'horizontalRule', 'table']

/**
 * Every top-level block carries an id that comments and decisions can point at. A block without one gets it, and of
 * several with the same the first keeps it, but only as part of a change made here: what others changed is theirs to
 * key, and merely looking at a text writes nothing.
 */
export const BlockId = Extension.create({
  name: 'blockId',

  addGlobalAttributes() {
    const id = {
      default: null,
      keepOnSplit: false,
      parseHTML: (element: HTMLElement) => element.dataset.block ?? null,
      renderHTML: (attributes: Record<string, unknown>) => (typeof attributes.id === 'string' ? { 'data-block': attributes.id } : {})
    }
    return [{ types: BLOCKS, attributes: { id } }]
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) => {
          const isOwnChange = transactions.some((transaction) => transaction.docChanged && !isChangeOrigin(transaction))
          return isOwnChange ? keyed(state) : null
        },
        props: { transformPasted: (slice, view) => withoutUsedIds(slice, idsOf(view.state.doc)) }
      })
    ]
  }
})

function keyed(state: EditorState): Transaction | null {
  const used = new Set<string>()
  const change = state.tr
  state.doc.forEach((block, offset) => {
    const id: unknown = block.attrs.id
    if (typeof id === 'string' && id !== '' && !used.has(id)) used.add(id)
    else if ('id' in block.attrs) change.setNodeAttribute(offset, 'id', randomId())
  })
  return change.docChanged ? change : null
}

function idsOf(doc: Node): ReadonlySet<unknown> {
  const ids = new Set<unknown>()
  doc.forEach((block) => ids.add(block.attrs.id))
  return ids
}

/** What is cut and pasted keeps its ids; what is copied does not, wherever it is pasted. */
function withoutUsedIds(slice: Slice, used: ReadonlySet<unknown>): Slice {
  const blocks: Node[] = []
  slice.content.forEach((block) => {
    blocks.push(used.has(block.attrs.id) ? block.type.create({ ...block.attrs, id: null }, block.content, block.marks) : block)
  })
  return new Slice(Fragment.fromArray(blocks), slice.openStart, slice.openEnd)
}
