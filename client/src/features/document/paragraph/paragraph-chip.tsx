import type { KeyboardEvent } from 'react'
import { mentionOf } from '@roundtable/shared/document'
import { useParagraphWords } from './paragraph-words.js'

/**
 * A paragraph of the Framework by its number. What it says, in short, is its name for those who listen, and stands beside it
 * while it has the focus or the pointer; Escape puts that away.
 */
export function ParagraphChip({ number }: { readonly number: number }) {
  const said = useParagraphWords(number)
  const putAway = (event: KeyboardEvent<HTMLElement>) => event.key === 'Escape' && event.currentTarget.blur()
  return (
    <span
      className="mention"
      role="note"
      tabIndex={0}
      aria-label={said ? `${mentionOf(number)}: ${said}` : mentionOf(number)}
      onKeyDown={putAway}
    >
      <bdi>{mentionOf(number)}</bdi>
      {said && (
        <span className="mention__said" aria-hidden="true">
          {said}
        </span>
      )}
    </span>
  )
}
