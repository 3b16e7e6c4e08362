import { root } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { useOpenDocument } from './open-document.js'
import { WordsField } from './words/words-field.js'

/** A document of plain words: one text, no formatting. */
export function PlainBody() {
  const { t } = useText()
  const { doc, canEdit } = useOpenDocument()
  return (
    <WordsField
      label={t('plain.label')}
      isLabelHidden
      look="page"
      lines="many"
      text={root(doc, 'plain', 'content')}
      isReadOnly={!canEdit}
    />
  )
}
