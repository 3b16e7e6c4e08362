import { planQuestions } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { QuestionList, useEntries, useOpenDocument } from '../document/index.js'

/** The plan of one stage: who leads it is said on the stages' page, how it is done is answered here. */
export function PlanBody() {
  const { t, sentence } = useText()
  const { doc, view } = useOpenDocument()
  const { answers } = useEntries(doc, 'plan')
  const stage = view.stage ?? 'S1'
  return (
    <div className="stack stack--loose">
      <p className="prose">
        {t('plan.stage', { stage: t(`stage.${stage}`) })} <Link to={`/initiatives/${view.workspaceId}/stages`}>{t('plan.whoLeads')}</Link>
      </p>
      <QuestionList
        kind="plan"
        questions={planQuestions(stage)}
        answers={answers}
        headingOf={(code) => sentence(`plan.${code}.heading`, 'field.unknownField', { name: code })}
        asks={(code) => sentence(`plan.${code}.asks`, 'field.unknownField', { name: '' })}
        textLabel={t('plan.text')}
        labelsOf={(code) => `plan.${code}`}
      />
    </div>
  )
}
