import { isMessageKey } from '../../locales/catalogue.js'
import { useText } from '../../locales/use-text.js'
import { Disclosure } from '../../ui/disclosure.js'
import { paragraphKeys } from './paragraphs.js'

interface WhyProps {
  readonly question: 'why.question' | 'whyNot.question'
  readonly paragraph: string
  readonly rule?: string
  /** The sentence that stands before the question already. */
  readonly said?: string
}

/** Answered in plain words first, of the rule and of what each paragraph is about; the codes come after them. */
export function Why({ question, paragraph, rule, said = '' }: WhyProps) {
  const { t } = useText()
  const ofRule = `ability.because.${rule}`
  const known = paragraphKeys(paragraph).filter(({ key }) => isMessageKey(key))
  const sentence = isMessageKey(ofRule) && ofRule !== said ? ofRule : known.length === 0 ? said : ''
  return (
    <Disclosure label={t(question)}>
      {isMessageKey(sentence) && <span className="why__line">{t(sentence)}</span>}
      {known.map(
        ({ name, key }) =>
          isMessageKey(key) && (
            <span key={key} className="why__line">
              {t(key)} <span className="muted">{name}</span>
            </span>
          )
      )}
      <span className="why__line muted">{rule ? t('why.answer', { rule, paragraph }) : t('because.framework', { paragraph })}</span>
    </Disclosure>
  )
}
