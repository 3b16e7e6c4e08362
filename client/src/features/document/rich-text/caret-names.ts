import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Awareness } from 'y-protocols/awareness'

interface Change {
  readonly added: readonly number[]
  readonly updated: readonly number[]
}

/**
 * The name at somebody's caret covers the line above: it goes away after a moment (carets.css) and comes back when the
 * caret moves. The caret's element stays the same while it moves, so its animation is begun anew by giving it the other of
 * two names.
 */
export const CaretNames = Extension.create<{ awareness: Awareness | null }>({
  name: 'caretNames',

  addOptions() {
    return { awareness: null }
  },

  addProseMirrorPlugins() {
    const { awareness } = this.options
    if (!awareness) return []
    return [
      new Plugin({
        view: ({ dom }) => {
          const places = new Map<number, string>()
          const onChange = ({ added, updated }: Change) => {
            for (const client of [...added, ...updated]) {
              const place = JSON.stringify(awareness.getStates().get(client)?.cursor ?? null)
              if (places.get(client) !== place) showName(dom, client)
              places.set(client, place)
            }
          }
          awareness.on('change', onChange)
          return { destroy: () => awareness.off('change', onChange) }
        }
      })
    ]
  }
})

function showName(dom: Element, client: number): void {
  for (const caret of dom.querySelectorAll<HTMLElement>(`.caret[data-client="${client}"]`))
    caret.dataset.moved = caret.dataset.moved === 'odd' ? 'even' : 'odd'
}
