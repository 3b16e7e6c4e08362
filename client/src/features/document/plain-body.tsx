import { root } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { useOpenDocument } from './open-document.js'
import { useBeGuide } from './places/guide.js'
import { useGuidance } from './template/guidance-context.js'
import { WordsField } from './words/words-field.js'

/** A document of plain words: one text, no formatting. */
export function PlainBody() {
  const { t } = useText()
  const { doc, canEdit } = useOpenDocument()
  const said = useGuidance()('content')
  useBeGuide({ nameOf: () => t('plain.label'), open: () => undefined })
  return (
    <WordsField
      label={t('plain.label')}
      isLabelHidden
      hint={said ? <span lang={said.language}>{said.asks}</span> : undefined}
      look="page"
      lines="many"
      text={root(doc, 'plain', 'content')}
      isReadOnly={!canEdit}
    />
  )
}
