import { PRINCIPLE_QUESTIONS } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { QuestionList, useEntries, useOpenDocument } from '../document/index.js'
import { FilingOfDocument } from './filing-of-document.js'

/** One side's answers to the thirteen principles: about itself, in its own words, and never a score. */
export function PrinciplesBody() {
  const { t, sentence } = useText()
  const { doc, view } = useOpenDocument()
  const { answers } = useEntries(doc, 'principles')
  return (
    <div className="stack stack--loose">
      <p className="prose">{t('principles.lead', { side: t(`sideTitle.${view.side ?? 'none'}`) })}</p>
      <QuestionList
        kind="principles"
        questions={PRINCIPLE_QUESTIONS}
        answers={answers}
        headingOf={(code) =>
          t('principles.heading', {
            number: Number(code.slice(1)),
            name: sentence(`principleName.${code}`, 'field.unknownField', { name: code })
          })
        }
        asks={(code) => sentence(`principleDuty.${code}`, 'field.unknownField', { name: '' })}
        textLabel={t('principles.text')}
        labelsOf={() => 'principles'}
      />
      <FilingOfDocument />
    </div>
  )
}
