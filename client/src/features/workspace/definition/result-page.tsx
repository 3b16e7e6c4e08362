import { useQuery } from '@tanstack/react-query'
import type { DefinitionView, WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { QueryState } from '../../../ui/query-state.js'
import { isSameTarget, modalityName } from '../modality-words.js'
import { WorkspacePage } from '../workspace-page.js'
import { definitionQuery, questionsOf } from './definition.js'
import { Voices } from './voices.js'
import { Why } from '../why.js'

/** What the answers come to, what is missing and from whom, and all answers side by side. */
export function ResultPage() {
  const { t } = useText()
  return (
    <WorkspacePage title={t('definition.result')} width="wide" above={{ label: t('definition.title'), path: 'definition' }}>
      {(workspace) => <Result workspace={workspace} />}
    </WorkspacePage>
  )
}

function Result({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const definition = useQuery(definitionQuery(workspace.id))
  return (
    <QueryState query={definition} waitingFor={t('definition.loading')}>
      {(view) => (
        <>
          <Outcome workspace={workspace} view={view} />
          <Missing workspaceId={workspace.id} view={view} />
          <AllAnswers view={view} />
        </>
      )}
    </QueryState>
  )
}

function Outcome({ workspace, view }: { readonly workspace: WorkspaceView; readonly view: DefinitionView }) {
  const { t } = useText()
  const { outcome, candidate, paragraph } = view.classification
  const isOther = candidate !== null && workspace.modality !== 'M0' && !isSameTarget(candidate, workspace)
  return (
    <div className="card stack">
      <p className="lead">
        {outcome === null ? t('definition.outcomeNone') : t(`definition.outcome.${outcome}`)}{' '}
        {paragraph !== '' && <Why question="why.question" paragraph={paragraph} />}
      </p>
      {outcome !== null && (
        <p>{candidate === null ? t('definition.candidateNone') : t('definition.candidate', { modality: modalityName(candidate, t) })}</p>
      )}
      {isOther && (
        <p>
          {t('definition.otherModality', { modality: modalityName(workspace, t) })}{' '}
          <Link to={`/initiatives/${workspace.id}/modality`} look="alone">
            {t('definition.proposeChange')}
          </Link>
        </p>
      )}
      <p className="caption muted">{t('definition.yourSide')}</p>
    </div>
  )
}

function Missing({ workspaceId, view }: { readonly workspaceId: string; readonly view: DefinitionView }) {
  const { t } = useText()
  const { missing } = view.classification
  if (missing.length === 0) return null
  const address = `/initiatives/${workspaceId}`
  return (
    <section className="stack" aria-labelledby="missing-title">
      <h2 id="missing-title">{t('definition.missingTitle')}</h2>
      <ul className="plain-list">
        {missing.map(({ question, side, why }) => (
          <li key={`${question}/${side}/${why}`}>
            {t(`missing.${why}`, { side: side === null ? '' : t(`side.${side}`), question: t(`definition.${question}`) })}{' '}
            {why === 'nobody' ? (
              <Link to={`${address}/invitations?for=other-side`}>{t('missing.invite')}</Link>
            ) : (
              <Link to={`${address}/definition/${question}`}>{t('missing.answer')}</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function AllAnswers({ view }: { readonly view: DefinitionView }) {
  const { t } = useText()
  return (
    <section className="stack stack--loose" aria-labelledby="answers-title">
      <h2 id="answers-title">{t('definition.allAnswers')}</h2>
      {questionsOf(view).map((question) => (
        <section key={question} className="stack" aria-labelledby={`answers-${question}`}>
          <h3 id={`answers-${question}`}>{t(`definition.${question}`)}</h3>
          <Voices question={question} voices={view.voices} />
        </section>
      ))}
    </section>
  )
}
