import type * as Y from 'yjs'
import { RichTextView } from './rich-text-view.js'
import { Unreadable } from './unreadable.js'
import { useRichText } from './use-rich-text.js'

interface RichTextReaderProps {
  readonly fragment: Y.XmlFragment
  readonly labelId: string
  readonly isKnown: boolean
}

/** A rich text to read. Parts that this build does not know are shown as their words, and it is said. */
export function RichTextReader({ fragment, labelId, isKnown }: RichTextReaderProps) {
  const text = useRichText(fragment)
  return (
    <>
      {!isKnown && <Unreadable fragment={fragment} />}
      <RichTextView text={text} labelId={labelId} />
    </>
  )
}
