import { EditorContent, useEditor } from '@tiptap/react'
import type * as Y from 'yjs'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { useOpenDocument } from '../open-document.js'
import { EDITOR_KEYS_ID, FORMAT_BAR_ID, useDesk } from './desk.js'
import { richTextExtensions } from './extensions.js'
import { withItemsBegun } from './pasted-html.js'

export interface RichTextEditorProps {
  readonly fragment: Y.XmlFragment
  readonly labelId: string
  readonly hintId: string | null
}

/** The editor itself, in a chunk of its own. */
export function RichTextEditor({ fragment, labelId, hintId }: RichTextEditorProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const { live } = useOpenDocument()
  const { setActive } = useDesk()
  const editor = useEditor(
    {
      extensions: richTextExtensions({
        fragment,
        awareness: live.awareness,
        onTabReleased: () => announce(t('editor.tabReleased'))
      }),
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: () => ({
          class: 'rich__text',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelId,
          'aria-describedby': hintId === null ? EDITOR_KEYS_ID : `${hintId} ${EDITOR_KEYS_ID}`
        }),
        transformPastedHTML: withItemsBegun,
        handleKeyDown: (_view, event) => {
          if (!event.altKey || event.key !== 'F10') return false
          document.querySelector<HTMLElement>(`#${FORMAT_BAR_ID} button:not([disabled])`)?.focus()
          return true
        }
      },
      onFocus: ({ editor: focused }) => setActive(focused),
      onDestroy: () => setActive(null)
    },
    [fragment, live]
  )

  return <EditorContent editor={editor} className="rich" />
}
