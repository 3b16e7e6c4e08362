import { useQuery } from '@tanstack/react-query'
import { DEFINITION_PARAGRAPHS, DEFINITION_QUESTIONS, type DefinitionQuestion } from '@roundtable/shared/framework'
import type { DefinitionView, WorkspaceView } from '@roundtable/shared/protocol'
import { useId, useState } from 'react'
import { useParams } from 'react-router'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { Disclosure } from '../../../ui/disclosure.js'
import { NotFoundPage } from '../../../ui/pending-page.js'
import { QueryState } from '../../../ui/query-state.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { WorkspacePage } from '../workspace-page.js'
import { answerOf, definitionQuery, myVoice } from './definition.js'
import { QuestionForm } from './question-form.js'
import { Voices } from './voices.js'

/** One question a page, in plain words; what others answered comes after one's own answer, or when it is asked for. */
export function QuestionPage() {
  const { t } = useText()
  const params = useParams()
  const question = DEFINITION_QUESTIONS.find((one) => one === params.question)
  if (!question) return <NotFoundPage />
  return (
    <WorkspacePage title={t(`definition.${question}`)} above={{ label: t('definition.title'), path: 'definition' }}>
      {(workspace) => <Question key={question} workspace={workspace} question={question} />}
    </WorkspacePage>
  )
}

interface QuestionProps {
  readonly workspace: WorkspaceView
  readonly question: DefinitionQuestion
}

function Question({ workspace, question }: QuestionProps) {
  const { t } = useText()
  const may = useMay(workspace)
  const definition = useQuery(definitionQuery(workspace.id))
  return (
    <>
      <div className="stack stack--tight">
        <p className="muted">
          {t('definition.numbered', { number: DEFINITION_QUESTIONS.indexOf(question) + 1, total: DEFINITION_QUESTIONS.length })}
        </p>
        <p className="lead">{t(`definition.${question}.help`)}</p>
        <WhyAsked question={question} />
      </div>
      <QueryState query={definition} waitingFor={t('definition.loading')}>
        {(view) => (
          <>
            {myVoice(view) ? (
              <QuestionForm workspace={workspace} view={view} question={question} />
            ) : (
              <WhyNot cannot={t('definition.cannot')} because={may('approve', 'PROF').because} />
            )}
            <Others view={view} question={question} />
          </>
        )}
      </QueryState>
    </>
  )
}

function WhyAsked({ question }: { readonly question: DefinitionQuestion }) {
  const { t } = useText()
  return (
    <div>
      <Disclosure label={t('definition.whyAsked')}>
        {t(`definition.${question}.why`)}
        <br />
        {t('definition.quote', { paragraph: DEFINITION_PARAGRAPHS[question], quote: t(`definition.${question}.quote`) })}
      </Disclosure>
    </div>
  )
}

function Others({ view, question }: { readonly view: DefinitionView; readonly question: DefinitionQuestion }) {
  const { t } = useText()
  const id = useId()
  const [wantsToSee, setWantsToSee] = useState(false)
  const mine = myVoice(view)
  const hasAnswered = mine === undefined || answerOf(mine, question) !== undefined
  const others = view.voices.filter((voice) => !voice.isMine && answerOf(voice, question))
  return (
    <section className="section stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('definition.others')}</h2>
      {others.length === 0 && <p className="muted">{t('definition.othersNone')}</p>}
      {others.length > 0 && !hasAnswered && (
        <>
          <p>{t('definition.othersLater')}</p>
          <div className="row">
            <Button aria-expanded={wantsToSee} aria-controls={wantsToSee ? id : undefined} onPress={() => setWantsToSee(!wantsToSee)}>
              {t('definition.othersShow')}
            </Button>
          </div>
        </>
      )}
      {others.length > 0 && (hasAnswered || wantsToSee) && (
        <div id={id}>
          <Voices question={question} voices={others} />
        </div>
      )}
    </section>
  )
}
