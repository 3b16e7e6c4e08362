import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** What of the collaboration's binding is used here: where the caret was, as places in the shared text. */
interface Binding {
  readonly doc: Y.Doc
  readonly type: Y.XmlFragment
  readonly mapping: Map<Y.AbstractType<unknown>, Node | Node[]>
  readonly beforeTransactionSelection: {
    readonly type: string
    readonly anchor: Y.RelativePosition | null
    readonly head: Y.RelativePosition | null
  } | null
}

/**
 * Keeps the caret with its words while others write in the same paragraph.
 *
 * y-tiptap (3.0.9) takes every change of a paragraph's words for a block that was moved, and puts the caret back at its
 * old distance from the paragraph's start: two people in one paragraph would write into each other's words. As long as
 * the paragraph itself lives, the caret's place in the shared text is the right one.
 */
export const KeepCaret = Extension.create({
  name: 'keepCaret',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) => {
          const isRemote = transactions.some((transaction) => transaction.docChanged && isFromOthers(transaction))
          return isRemote ? caretInItsPlace(state) : null
        }
      })
    ]
  }
})

function isFromOthers(transaction: Transaction): boolean {
  const change = transaction.getMeta(ySyncPluginKey) as { readonly isChangeOrigin?: boolean } | undefined
  return change?.isChangeOrigin === true
}

function caretInItsPlace(state: EditorState): Transaction | null {
  const { binding } = (ySyncPluginKey.getState(state) ?? {}) as { readonly binding?: Binding }
  const before = binding?.beforeTransactionSelection
  if (!binding || before?.type !== 'text') return null
  const [anchor, head] = [positionOf(binding, before.anchor), positionOf(binding, before.head)]
  if (anchor === null || head === null || (anchor === state.selection.anchor && head === state.selection.head)) return null
  const selection = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))
  return state.tr.setSelection(selection).setMeta('addToHistory', false).setMeta(ySyncPluginKey, { isChangeOrigin: true })
}

/** Where a place in the shared text is now; null when the block it was in is gone, and the binding has to guess. */
function positionOf({ doc, type, mapping }: Binding, place: Y.RelativePosition | null): number | null {
  const found = place && Y.createAbsolutePositionFromRelativePosition(place, doc)
  if (!found || !isAlive(found.type)) return null
  return relativePositionToAbsolutePosition(doc, type, place, mapping)
}

function isAlive(type: Y.AbstractType<unknown>): boolean {
  for (let at: unknown = type; at instanceof Y.AbstractType; at = at._item?.parent) {
    if (at._item?.deleted) return false
  }
  return true
}
