import { mentionOf } from '@roundtable/shared/document'
import { useParagraphWords } from './paragraph-words.js'

/** What the paragraph says whose mention the caret stands at: at the foot of the screen, and read out when it comes. */
export function ParagraphSaid({ number }: { readonly number: number }) {
  const said = useParagraphWords(number)
  return (
    <span className="mention__said mention__said--caret" role="status">
      {said && `${mentionOf(number)}: ${said}`}
    </span>
  )
}
