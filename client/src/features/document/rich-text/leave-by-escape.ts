import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * In lists and tables Tab belongs to the text. After Esc the next Tab (or Shift+Tab) is the browser's again, so that
 * nobody is caught in here (WCAG 2.1.2); any other key returns Tab to the text.
 */
export const LeaveByEscape = Extension.create<{ onReleased: () => void }>({
  name: 'leaveByEscape',
  priority: 10_000,

  addOptions() {
    return { onReleased: () => undefined }
  },

  addProseMirrorPlugins() {
    let isReleased = false
    const { onReleased } = this.options
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, event) => {
              if (event.key === 'Escape') {
                isReleased = true
                onReleased()
                return false
              }
              if (event.key !== 'Tab') {
                if (event.key !== 'Shift') isReleased = false
                return false
              }
              return isReleased
            },
            blur: () => {
              isReleased = false
              return false
            }
          }
        }
      })
    ]
  }
})
