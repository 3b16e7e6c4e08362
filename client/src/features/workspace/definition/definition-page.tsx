import { useQuery } from '@tanstack/react-query'
import { DEFINITION_QUESTIONS, type DefinitionQuestion } from '@roundtable/shared/framework'
import type { DefinitionView, WorkspaceView } from '@roundtable/shared/protocol'
import { readKept } from '../../../lib/kept-input.js'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { QueryState } from '../../../ui/query-state.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { WorkspacePage } from '../workspace-page.js'
import { draftKey, readDraft } from './answer-draft.js'
import { answerOf, definitionQuery, myVoice, questionsOf, sideStates } from './definition.js'

/** The definition test as a list of tasks: each question with how far every side is. */
export function DefinitionPage() {
  const { t } = useText()
  return (
    <WorkspacePage title={t('definition.title')}>
      {(workspace) => (workspace.kind === 'initiative' ? <Questions workspace={workspace} /> : <p>{t('definition.programme')}</p>)}
    </WorkspacePage>
  )
}

function Questions({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const definition = useQuery(definitionQuery(workspace.id))
  return (
    <QueryState query={definition} waitingFor={t('definition.loading')}>
      {(view) => <QuestionList workspace={workspace} view={view} />}
    </QueryState>
  )
}

interface ViewProps {
  readonly workspace: WorkspaceView
  readonly view: DefinitionView
}

function QuestionList({ workspace, view }: ViewProps) {
  const { t } = useText()
  const may = useMay(workspace)
  const mine = myVoice(view)
  const asked = questionsOf(view)
  const answered = asked.filter((question) => answerOf(mine, question)).length
  return (
    <>
      <p className="lead">{t('definition.lead')}</p>
      {mine === undefined && <WhyNot cannot={t('definition.cannot')} because={may('approve', 'PROF').because} />}
      {mine?.counts === false && <WhyNot cannot={t('definition.notCounted')} because={may('approve', 'PROF').because} />}
      <section className="stack" aria-labelledby="questions-title">
        <h2 id="questions-title">{t('definition.questions')}</h2>
        {mine && <p>{t('definition.count', { answered, total: asked.length })}</p>}
        <ol className="questions">
          {DEFINITION_QUESTIONS.map((question) => (
            <QuestionItem key={question} workspace={workspace} view={view} question={question} />
          ))}
        </ol>
      </section>
      <div className="row">
        <Link to={`/initiatives/${workspace.id}/definition/result`} look="primary">
          {t('definition.result')}
        </Link>
      </div>
    </>
  )
}

function QuestionItem({ workspace, view, question }: ViewProps & { readonly question: DefinitionQuestion }) {
  const { t } = useText()
  if (!questionsOf(view).includes(question))
    return (
      <li className="questions__item">
        <h3 className="questions__title">{t(`definition.${question}`)}</h3>
        <p className="caption muted">{t('definition.notAsked')}</p>
      </li>
    )
  return (
    <li className="questions__item">
      <h3 className="questions__title">
        <Link to={`/initiatives/${workspace.id}/definition/${question}`}>{t(`definition.${question}`)}</Link>
      </h3>
      <p className="row caption">
        <MyState workspace={workspace} view={view} question={question} />
        {sideStates(view, question).map(({ side, answered, total }) => (
          <span key={side} className="tag">
            {t('definition.state.side', {
              side: t(`sideTitle.${side}`),
              state:
                answered === 0
                  ? t('definition.state.open')
                  : answered === total
                    ? t('definition.state.answered')
                    : t('definition.state.some', { answered, total })
            })}
          </span>
        ))}
      </p>
    </li>
  )
}

function MyState({ workspace, view, question }: ViewProps & { readonly question: DefinitionQuestion }) {
  const { t } = useText()
  const mine = myVoice(view)
  if (!mine) return null
  const isKept = readKept(draftKey(workspace.mySeat.id, question), readDraft) !== null
  const value = answerOf(mine, question)?.value
  const state = isKept ? 'kept' : value === undefined ? 'open' : value === 'not_sure' ? 'not_sure' : 'answered'
  return (
    <span className={state === 'answered' ? 'tag tag--state' : 'tag'}>
      {t('definition.state.mine', { state: t(`definition.state.${state}`) })}
    </span>
  )
}
