import { useEffect, useId, useRef, type ReactNode } from 'react'
import type * as Y from 'yjs'
import { useOpenDocument } from '../open-document.js'
import { placeKey, placeOf } from '../places/place.js'
import { bindWords } from './bind-words.js'

interface WordsFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly text: Y.Text
  /** `one` grows with its words but takes no line breaks: titles. */
  readonly lines: 'one' | 'many'
  readonly isReadOnly: boolean
  /** The label is there for those who do not see the layout that makes it plain. */
  readonly isLabelHidden?: boolean
  readonly look?: 'field' | 'page' | 'title'
}

/** Plain words that several people write at once. */
export function WordsField({ label, hint, text, lines, isReadOnly, isLabelHidden = false, look = 'field' }: WordsFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { doc, view } = useOpenDocument()
  const place = placeOf(doc, view.kind, text)
  useEffect(() => (area.current ? bindWords(area.current, text, { lines }) : undefined), [text, lines])
  return (
    <div className={`field words words--${look}`} data-place={place ? placeKey(place) : undefined}>
      <label className={isLabelHidden ? 'visually-hidden' : 'field__label'} htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="field__hint">
          {hint}
        </span>
      )}
      <textarea
        ref={area}
        id={id}
        className="field__input words__area"
        dir="auto"
        rows={lines === 'one' ? 1 : 4}
        readOnly={isReadOnly}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </div>
  )
}
