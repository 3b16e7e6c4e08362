import type { SaveState } from '../../../connection/index.js'
import { useChunk } from '../../../lib/chunk.js'
import { useText } from '../../../locales/use-text.js'
import { PartMissing } from '../../../ui/part-missing.js'
import { useOpenDocument } from '../open-document.js'
import { editorChunk } from '../rich-text/fetched-editor.js'
import type { DocumentToolsProps } from '../together/document-tools.js'
import { toolsChunk } from '../together/fetched-tools.js'
import { SavePill } from './save-pill.js'

interface DocumentBarProps extends Omit<DocumentToolsProps, 'hasCarets'> {
  readonly saveState: SaveState
  /** The document has rich texts, which the format bar is for. */
  readonly hasTexts: boolean
}

/** What stays in view above an open document: what has become of what was typed, its tools, and the format bar. */
export function DocumentBar({ saveState, hasTexts, ...tools }: DocumentBarProps) {
  const { t } = useText()
  const { canEdit } = useOpenDocument()
  const hasEditor = hasTexts && canEdit
  // With the document, not with its first text: on a phone a clause may be opened when the network is gone.
  const { value: editor, isMissing, isFetching } = useChunk(editorChunk, hasEditor)
  const { value: Tools } = useChunk(toolsChunk)
  return (
    <>
      <div className="document__bar no-print">
        <div className="row row--apart document__state">
          <SavePill state={saveState} />
          {Tools ? <Tools {...tools} hasCarets={hasTexts} /> : <div className="document__tools" />}
        </div>
        {hasEditor && !isMissing && (editor ? <editor.FormatBar /> : <div className="format-bar" />)}
      </div>
      {hasEditor && isMissing && <PartMissing sentence={t('opened.editorMissing')} isFetching={isFetching} onRetry={editorChunk.load} />}
    </>
  )
}
