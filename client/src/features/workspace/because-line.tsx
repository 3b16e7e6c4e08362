import type { Because } from '@roundtable/shared/protocol'
import { isMessageKey } from '../../locales/catalogue.js'
import { useText } from '../../locales/use-text.js'
import { Disclosure } from '../../ui/disclosure.js'
import { paragraphKeys } from './paragraphs.js'

/** The plain sentence first; behind "Why?" the rule, the Framework's paragraphs, and what each of them is about. */
export function BecauseLine({ because }: { readonly because: Because }) {
  const { t, sentence } = useText()
  return (
    <span>
      {sentence(because.sentence, 'because.unknown')}{' '}
      <Disclosure label={t('why.question')}>
        {t('why.answer', { rule: because.rule, paragraph: because.paragraph })}
        {paragraphKeys(because.paragraph).map(
          ({ name, key }) =>
            isMessageKey(key) && (
              <span key={key} className="why__paragraph">
                {t('why.paragraph', { name, about: t(key) })}
              </span>
            )
        )}
      </Disclosure>
    </span>
  )
}
