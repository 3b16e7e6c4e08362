import { planQuestions } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { QuestionList, useEntries, useOpenDocument } from '../document/index.js'
import { StageOfPlan } from '../workspace/index.js'

/** The plan of one stage: how it is done is answered here; who leads it, and how each side sees the engagement, is shown from the page of all stages. */
export function PlanBody() {
  const { t, sentence } = useText()
  const { doc, view } = useOpenDocument()
  const { answers } = useEntries(doc, 'plan')
  const stage = view.stage ?? 'S1'
  return (
    <div className="stack stack--loose">
      <p className="prose">{t('plan.stage', { stage: t(`stage.${stage}`) })}</p>
      <QuestionList
        kind="plan"
        questions={planQuestions(stage)}
        answers={answers}
        headingOf={(code) => sentence(`plan.${code}.heading`, 'field.unknownField', { name: code })}
        asks={(code) => sentence(`plan.${code}.asks`, 'field.unknownField', { name: '' })}
        textLabel={t('plan.text')}
        labelsOf={(code) => `plan.${code}`}
      />
      <StageOfPlan workspaceId={view.workspaceId} stage={stage} />
    </div>
  )
}
