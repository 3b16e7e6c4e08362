import { mentionedParagraphs } from '@roundtable/shared/document'
import { combineTransactionSteps, getChangedRanges, Mark } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'

export const MENTION = 'frameworkParagraph'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    frameworkParagraph: {
      /** Asks which paragraph is meant. */
      askForParagraph: () => ReturnType
    }
  }
}

/**
 * A mention of a paragraph of the Framework: the words `¶41` under a mark. Typing `¶` asks which one; Backspace takes a
 * mention out whole, and what is changed within is no mention any more.
 */
export const FrameworkParagraph = Mark.create<{ onAsked: () => void }>({
  name: MENTION,
  inclusive: false,

  addOptions() {
    return { onAsked: () => undefined }
  },

  parseHTML: () => [{ tag: 'span[data-framework-paragraph]' }],
  renderHTML: () => ['span', { class: 'mention', 'data-framework-paragraph': '' }, 0],

  addCommands() {
    const { onAsked } = this.options
    return {
      askForParagraph: () => () => {
        onAsked()
        return true
      }
    }
  },

  addKeyboardShortcuts() {
    return {
      Backspace: ({ editor }) => {
        const { selection } = editor.state
        const before = selection.$from.nodeBefore
        if (!selection.empty || !before?.marks.some(({ type }) => type.name === MENTION)) return false
        return editor.commands.deleteRange({ from: selection.from - before.nodeSize, to: selection.from })
      }
    }
  },

  addProseMirrorPlugins() {
    const { onAsked } = this.options
    return [
      new Plugin({
        props: {
          handleTextInput: (_view, _from, _to, typed) => {
            if (typed === '¶') onAsked()
            return false
          }
        },
        appendTransaction: (transactions, before, state) => {
          const own = transactions.filter((transaction) => transaction.docChanged && !isChangeOrigin(transaction))
          return own.length > 0 ? withoutBroken(own, before, state) : null
        }
      })
    ]
  }
})

/** The paragraph whose mention the caret stands at, or null. */
export function mentionAtCaret({ selection: { $from } }: EditorState): number | null {
  const marked = [$from.nodeBefore, $from.nodeAfter].find((node) => node?.marks.some(({ type }) => type.name === MENTION))
  return mentionedParagraphs(marked?.text ?? '')[0] ?? null
}

/** Looks at the blocks that were changed, and at no other. */
function withoutBroken(own: readonly Transaction[], before: EditorState, state: EditorState): Transaction | null {
  const mark = state.schema.marks[MENTION]
  if (!mark) return null
  const change = state.tr
  for (const { newRange } of getChangedRanges(combineTransactionSteps(before.doc, [...own]))) {
    const [from, to] = [newRange.from, Math.min(newRange.to, state.doc.content.size)]
    state.doc.nodesBetween(Math.max(0, from - 1), to, (node, at) => {
      if (node.isText && mark.isInSet(node.marks) && mentionedParagraphs(node.text ?? '').length === 0)
        change.removeMark(at, at + node.nodeSize, mark)
    })
  }
  return change.docChanged ? change : null
}
