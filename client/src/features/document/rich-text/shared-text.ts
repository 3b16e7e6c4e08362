import { Collaboration } from '@tiptap/extension-collaboration'
import type { Plugin } from '@tiptap/pm/state'
import { ySyncPlugin } from '@tiptap/y-tiptap'

/**
 * The collaboration of Tiptap without its undo: one of its own for each editor would forget everything when the editor
 * goes, and would know nothing of the fields beside it. The document has one for all of them (`history`).
 */
export const SharedText = Collaboration.extend({
  addCommands: () => ({}),
  addKeyboardShortcuts: () => ({}),
  addProseMirrorPlugins() {
    const { fragment } = this.options
    return fragment ? [ySyncPlugin(fragment) as Plugin] : []
  }
})
