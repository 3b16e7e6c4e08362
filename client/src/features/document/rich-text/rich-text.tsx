import { lazy, Suspense, useId, useState } from 'react'
import { hasOpaque, readRichText } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import { useText } from '../../../locales/use-text.js'
import { useOpenDocument } from '../open-document.js'
import { RichTextReader } from './rich-text-reader.js'

const RichTextEditor = lazy(async () => ({ default: (await import('./rich-text-editor.js')).RichTextEditor }))

interface RichTextProps {
  readonly fragment: Y.XmlFragment
  readonly label: string
  /** What to write here; it stays visible while writing, where a placeholder would vanish. */
  readonly hint?: string
  /** The heading level of the label; a plain label where the text is part of a form. */
  readonly heading?: 2 | 3
  readonly isLabelHidden?: boolean
}

/**
 * A rich text with its label. The editor comes only where one may write, and only for what it knows in full: what an
 * editor has no word for, it would take out of the document.
 */
export function RichText({ fragment, label, hint, heading, isLabelHidden = false }: RichTextProps) {
  const { t } = useText()
  const { canEdit } = useOpenDocument()
  const [isKnown] = useState(() => !hasOpaque(readRichText(fragment)))
  const id = useId()
  const Label = heading === 2 ? 'h2' : heading === 3 ? 'h3' : 'span'
  const labelClass = isLabelHidden ? 'visually-hidden' : heading === undefined ? 'field__label' : 'rich-field__heading'
  return (
    <div className="field rich-field">
      <Label id={`${id}-label`} className={labelClass}>
        {label}
      </Label>
      {hint !== undefined && canEdit && (
        <span id={`${id}-hint`} className="field__hint">
          {hint}
        </span>
      )}
      {canEdit && isKnown ? (
        <Suspense fallback={<div className="rich rich--waiting">{t('document.editorLoading')}</div>}>
          <RichTextEditor fragment={fragment} labelId={`${id}-label`} hintId={hint === undefined ? null : `${id}-hint`} />
        </Suspense>
      ) : (
        <RichTextReader fragment={fragment} labelId={`${id}-label`} />
      )}
    </div>
  )
}
