import type { Editor } from '@tiptap/core'
import type { MessageKey } from '../../../locales/catalogue.js'
import { directionOf, setDirection } from './block-direction.js'

interface Extra {
  readonly key: MessageKey
  /** It is so now; undefined for what is done rather than on or off. */
  readonly isOn?: boolean
  readonly act: (editor: Editor) => void
}

/** What is rarer than the bar: a mention of a paragraph, and the direction of the block. */
export function formatExtras(editor: Editor | null): readonly Extra[] {
  const current = editor && directionOf(editor)
  return [
    { key: 'editor.mention', act: (on) => on.commands.askForParagraph() },
    { key: 'editor.direction.auto', isOn: current === null, act: (on) => setDirection(on, null) },
    { key: 'editor.direction.ltr', isOn: current === 'ltr', act: (on) => setDirection(on, 'ltr') },
    { key: 'editor.direction.rtl', isOn: current === 'rtl', act: (on) => setDirection(on, 'rtl') }
  ]
}
