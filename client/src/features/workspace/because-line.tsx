import type { Because } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Disclosure } from '../../ui/disclosure.js'

/** The plain sentence first; behind "Why?" the rule and the Framework's paragraph. */
export function BecauseLine({ because }: { readonly because: Because }) {
  const { t, sentence } = useText()
  return (
    <span>
      {sentence(because.sentence, 'because.unknown')}{' '}
      <Disclosure label={t('why.question')}>{t('why.answer', { rule: because.rule, paragraph: because.paragraph })}</Disclosure>
    </span>
  )
}
