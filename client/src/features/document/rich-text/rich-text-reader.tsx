import { hasOpaque } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { RichTextView } from './rich-text-view.js'
import { useRichText } from './use-rich-text.js'

/** A rich text for whoever may read it. Parts of a newer build are shown as their words, and it is said. */
export function RichTextReader({ fragment, labelId }: { readonly fragment: Y.XmlFragment; readonly labelId: string }) {
  const { t } = useText()
  const text = useRichText(fragment)
  return (
    <>
      {hasOpaque(text) && (
        <Banner tone="caution">
          <p>{t('document.opaque')}</p>
        </Banner>
      )}
      <RichTextView text={text} labelId={labelId} />
    </>
  )
}
