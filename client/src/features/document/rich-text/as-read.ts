import { isAsRead, NODES, type AttributeValue, type NodeName } from '@roundtable/shared/document'
import { combineTransactionSteps, Extension, getChangedRanges } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'

/**
 * What is pasted or typed here is stored as it is read: a list that starts at minus three, or a level from elsewhere, would
 * end the editors of everybody else.
 */
export const AsRead = Extension.create({
  name: 'asRead',

  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, state) => {
        const own = transactions.filter((transaction) => transaction.docChanged && !isChangeOrigin(transaction))
        return own.length > 0 ? asRead(own, before, state) : null
      }
    })
  ]
})

/** Looks at the blocks that were changed, and at no other. */
function asRead(own: readonly Transaction[], before: EditorState, state: EditorState): Transaction | null {
  const change = state.tr
  for (const { newRange } of getChangedRanges(combineTransactionSteps(before.doc, [...own]))) {
    state.doc.nodesBetween(newRange.from, Math.min(newRange.to, state.doc.content.size), (node, at) => {
      const readers: Readonly<Record<string, (value: unknown) => AttributeValue | undefined>> = readersOf(node.type.name)
      for (const [name, read] of Object.entries(readers))
        if (!isAsRead(readers, name, node.attrs[name])) change.setNodeAttribute(at, name, read(node.attrs[name]) ?? null)
    })
  }
  return change.docChanged ? change : null
}

const readersOf = (name: string) => (Object.hasOwn(NODES, name) ? NODES[name as NodeName].attributes : {})
