import { EditorContent, useEditor } from '@tiptap/react'
import { useState } from 'react'
import type * as Y from 'yjs'
import { useChunk } from '../../../lib/chunk.js'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { PartMissing } from '../../../ui/part-missing.js'
import { useOpenDocument } from '../open-document.js'
import { EDITOR_KEYS_ID, toFormatBar, useDesk } from './desk.js'
import { richTextExtensions } from './extensions.js'
import { laterChunk } from './later-chunk.js'
import { usePaste } from './paste/use-paste.js'

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
  const paste = usePaste()
  const [isMentioning, setMentioning] = useState(false)
  const { value: later, isMissing, isFetching } = useChunk(laterChunk)
  const editor = useEditor(
    {
      extensions: richTextExtensions({
        fragment,
        awareness: live.awareness,
        onTabReleased: () => announce(t('editor.tabReleased')),
        onParagraphAsked: () => {
          setMentioning(true)
          // Where it is missing, this is another try.
          laterChunk.load()
        }
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
        transformPastedHTML: paste.transformHtml,
        handlePaste: (_view, event) => {
          paste.notePictures(event)
          return false
        },
        handleKeyDown: (_view, event) => {
          if (!event.altKey || event.key !== 'F10') return false
          toFormatBar()
          return true
        }
      },
      onFocus: ({ editor: focused }) => setActive(focused),
      onDestroy: () => setActive(null)
    },
    [fragment, live]
  )

  const focusText = useFocusAfter(() => editor.view.dom)

  function putAway() {
    paste.forget()
    focusText()
  }

  return (
    <>
      <EditorContent editor={editor} className="rich" />
      {paste.leftOut !== null && later && <later.LeftOutLine said={paste.leftOut} onForget={putAway} />}
      {isMentioning && isMissing && <PartMissing sentence={t('mention.missing')} isFetching={isFetching} onRetry={laterChunk.load} />}
      {isMentioning && later && <later.ParagraphDialog editor={editor} onClose={() => setMentioning(false)} />}
    </>
  )
}
