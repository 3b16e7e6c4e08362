import { useContext, useId, useState, type ReactNode } from 'react'
import type * as Y from 'yjs'
import { useChunk } from '../../../lib/chunk.js'
import { usePrinted } from '../../../lib/use-printed.js'
import { useText } from '../../../locales/use-text.js'
import { useOpenDocument } from '../open-document.js'
import { placeKey, placeOf } from '../places/place.js'
import { WritersContext } from '../together/writers.js'
import { editorChunk } from './fetched-editor.js'
import { RichTextReader } from './rich-text-reader.js'
import { useIsKnown } from './watch-known.js'

interface RichTextProps {
  readonly fragment: Y.XmlFragment
  readonly label: string
  /** What to write here; it stays visible while writing, where a placeholder would vanish. */
  readonly hint?: ReactNode
  /** The heading level of the label; a plain label where the text is part of a form. */
  readonly heading?: 2 | 3
  readonly isLabelHidden?: boolean
}

/**
 * A rich text with its label. The editor comes only where one may write, and only for what it knows in full: what an
 * editor has no word for, it would take out of the document. Where the editor itself did not come, the text is to read, and
 * so is what comes to the page for paper alone: a long document would make hundreds of editors that nobody writes in.
 */
export function RichText({ fragment, label, hint, heading, isLabelHidden = false }: RichTextProps) {
  const { t } = useText()
  const { doc, view, canEdit } = useOpenDocument()
  const place = placeOf(doc, view.kind, fragment)
  const writers = useContext(WritersContext).get(place ? placeKey(place) : '')
  const isKnown = useIsKnown(fragment)
  const isPrinted = usePrinted()
  const [cameForPaper] = useState(isPrinted)
  const mayWrite = canEdit && !(isPrinted && cameForPaper)
  const { value: editor, isMissing } = useChunk(editorChunk, mayWrite)
  const id = useId()
  const Label = heading === 2 ? 'h2' : heading === 3 ? 'h3' : 'span'
  const labelClass = isLabelHidden ? 'visually-hidden' : heading === undefined ? 'field__label' : 'rich-field__heading'
  const isWritten = mayWrite && isKnown && !isMissing
  return (
    <div className="field rich-field" data-place={place ? placeKey(place) : undefined}>
      <Label id={`${id}-label`} className={labelClass}>
        {label}
      </Label>
      {writers !== undefined && <p className="caption muted">{t('people.writing', { n: writers, place: label })}</p>}
      {hint !== undefined && isWritten && (
        <span id={`${id}-hint`} className="field__hint">
          {hint}
        </span>
      )}
      {!isWritten && <RichTextReader fragment={fragment} labelId={`${id}-label`} isKnown={isKnown} />}
      {isWritten && !editor && <div className="rich rich--waiting">{t('opened.editorLoading')}</div>}
      {isWritten && editor && (
        <editor.RichTextEditor fragment={fragment} labelId={`${id}-label`} hintId={hint === undefined ? null : `${id}-hint`} />
      )}
    </div>
  )
}
