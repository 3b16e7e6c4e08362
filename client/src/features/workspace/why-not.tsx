import type { Because } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Icon } from '../../ui/icon.js'
import { Why } from './why.js'

interface WhyNotProps {
  /** What cannot be done, as a sentence. */
  readonly cannot: string
  readonly because: Because | null
}

/** Stands where a control is missing because of a right: what cannot be done and why; rule and paragraph behind the question. */
export function WhyNot({ cannot, because }: WhyNotProps) {
  const { sentence } = useText()
  return (
    <div className="why-not">
      <Icon name="readOnly" />
      <span>
        {cannot} {sentence(because?.sentence ?? '', 'because.notKnown')}{' '}
        {because && <Why question="whyNot.question" rule={because.rule} paragraph={because.paragraph} said={because.sentence} />}
      </span>
    </div>
  )
}
