import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { watchKnown } from './watch-known.js'

/**
 * Ends the editor when something arrives that it has no word for, before its binding sees it. Nothing is written; the
 * page shows the text to read. Merely unbinding would not do: the next update of the view would compare and delete.
 */
export const StopAtUnknown = Extension.create<{ fragment: Y.XmlFragment | null }>({
  name: 'stopAtUnknown',
  // Before the collaboration: its binding begins to write as soon as its view exists.
  priority: 10_001,

  addOptions() {
    return { fragment: null }
  },

  addProseMirrorPlugins() {
    const { fragment } = this.options
    if (!fragment) return []
    const { editor } = this
    return [new Plugin({ view: () => ({ destroy: watchKnown(fragment, (isKnown) => isKnown || editor.destroy()) }) })]
  }
})
