import { Extension, type Editor } from '@tiptap/core'

export type Direction = 'ltr' | 'rtl'

const DIRECTED = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'table']

/**
 * The direction of a top-level block where its writers set one. A pasted one counts only from a text of Roundtable: other
 * programs name one for every paragraph, and a block whose words change should then change with them.
 */
export const BlockDirection = Extension.create({
  name: 'blockDirection',

  addGlobalAttributes() {
    const dir = {
      default: null,
      parseHTML: (element: HTMLElement) => (element.dataset.block === undefined ? null : directionIn(element.getAttribute('dir'))),
      renderHTML: (attributes: Record<string, unknown>) => (directionIn(attributes.dir) ? { dir: attributes.dir } : {})
    }
    return [{ types: DIRECTED, attributes: { dir } }]
  }
})

const directionIn = (value: unknown): Direction | null => (value === 'ltr' || value === 'rtl' ? value : null)

/** The direction that was set for the block the caret is in, or null where it follows the words. */
export function directionOf({ state }: Editor): Direction | null {
  return directionIn(state.selection.$from.node(1)?.attrs.dir)
}

/** Sets the direction of every block that the selection touches; with null it follows the words again. */
export function setDirection(editor: Editor, direction: Direction | null): void {
  const { selection, tr } = editor.state
  const [first, last] = [selection.$from.index(0), selection.$to.index(0)]
  editor.state.doc.forEach((block, at, index) => {
    if (index >= first && index <= last && 'dir' in block.attrs) tr.setNodeAttribute(at, 'dir', direction)
  })
  editor.view.dispatch(tr)
  // Not at once: a menu that closes gives the focus back to its button first.
  editor.commands.focus()
}
