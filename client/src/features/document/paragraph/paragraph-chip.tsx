import { useState } from 'react'
import { mentionOf } from '@roundtable/shared/document'
import { useParagraphWords } from './paragraph-words.js'

/**
 * A paragraph of the Framework by its number. What it says, in short, is its name for those who listen, and stands beside it
 * while it has the focus or the pointer; Escape puts that away, and the focus stays.
 */
export function ParagraphChip({ number }: { readonly number: number }) {
  const said = useParagraphWords(number)
  const [isAway, setAway] = useState(false)
  const comeBack = () => setAway(false)
  return (
    <span
      className="mention"
      role="note"
      tabIndex={0}
      aria-label={said ? `${mentionOf(number)}: ${said}` : mentionOf(number)}
      onKeyDown={(event) => event.key === 'Escape' && setAway(true)}
      onBlur={comeBack}
      onPointerEnter={comeBack}
    >
      <bdi>{mentionOf(number)}</bdi>
      {said && !isAway && (
        <span className="mention__said" aria-hidden="true">
          {said}
        </span>
      )}
    </span>
  )
}
