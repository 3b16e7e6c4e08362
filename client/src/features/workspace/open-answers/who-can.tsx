import { useText } from '../../../locales/use-text.js'

/** So many are named; the others are counted. */
const MOST_NAMED = 3

interface WhoCanProps {
  /** The reader is one of them. */
  readonly isMe: boolean
  /** Of the others; none are known where the names are empty. */
  readonly names: readonly string[]
}

/** Who can answer: the reader, or whom the reader could ask. */
export function WhoCan({ isMe, names }: WhoCanProps) {
  const { t, formatting } = useText()
  const more = names.length - MOST_NAMED
  const named = more > 1 ? [...names.slice(0, MOST_NAMED), t('openAnswers.others', { n: more })] : names
  return (
    <p className="caption">
      <bdi>
        {isMe
          ? t('openAnswers.youCan')
          : names.length === 0
            ? t('openAnswers.nobodyCan')
            : t('openAnswers.can', { who: new Intl.ListFormat(formatting, { type: 'disjunction' }).format(named) })}
      </bdi>
    </p>
  )
}
