import type { Because } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Why } from './why.js'

/** The plain sentence first; behind "Why?" what its rule and the Framework's paragraphs say, and their codes. */
export function BecauseLine({ because: { rule, paragraph, sentence: said } }: { readonly because: Because }) {
  const { sentence } = useText()
  return (
    <span>
      {sentence(said, 'because.unknown')} <Why question="why.question" {...{ rule, paragraph, said }} />
    </span>
  )
}
