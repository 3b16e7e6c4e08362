import { isSafeHref } from '@roundtable/shared/document'
import type { Extensions } from '@tiptap/core'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { AsRead } from './as-read.js'
import { BlockDirection } from './block-direction.js'
import { BlockId } from './block-id.js'
import { CaretNames } from './caret-names.js'
import { caretAwareness, renderCaret, renderSelection } from './carets.js'
import { FrameworkParagraph } from './framework-paragraph.js'
import { KeepCaret } from './keep-caret.js'
import { LeaveByEscape } from './leave-by-escape.js'
import { SharedText } from './shared-text.js'
import { StarterKit } from './starter-kit.js'
import { StopAtUnknown } from './stop-at-unknown.js'
import { TableKit } from './table-kit.js'

interface ExtensionOptions {
  readonly fragment: Y.XmlFragment
  readonly awareness: Awareness
  readonly onTabReleased: () => void
  /** Somebody typed `¶`: which paragraph? */
  readonly onParagraphAsked?: () => void
}

/**
 * What a rich text may hold is what shared/document reads: paste from Word or the web is cut down to it by the schema.
 * History is the document's, not the editor's (`history`). No trailing paragraph is kept alive: it would write into a
 * text by merely showing it.
 */
export function richTextExtensions({
  fragment,
  awareness,
  onTabReleased,
  onParagraphAsked = () => undefined
}: ExtensionOptions): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      trailingNode: false,
      link: {
        openOnClick: false,
        // Linking while typing would act on what others type, too.
        autolink: false,
        defaultProtocol: 'https',
        isAllowedUri: (href) => isSafeHref(href),
        HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank', class: null }
      }
    }),
    TableKit.configure({ table: { resizable: false } }),
    StopAtUnknown.configure({ fragment }),
    AsRead,
    BlockId,
    BlockDirection,
    FrameworkParagraph.configure({ onAsked: onParagraphAsked }),
    KeepCaret,
    LeaveByEscape.configure({ onReleased: onTabReleased }),
    SharedText.configure({ fragment }),
    CaretNames.configure({ awareness }),
    CollaborationCaret.configure({
      provider: { awareness: caretAwareness(awareness) },
      render: renderCaret,
      selectionRender: renderSelection
    })
  ]
}
