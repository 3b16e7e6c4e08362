import { useQuery } from '@tanstack/react-query'
import type { ModalityHistory, WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { QueryState } from '../../../ui/query-state.js'
import { modalityName, modalitySentence } from '../modality-words.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { WorkspacePage } from '../workspace-page.js'
import { History } from './history.js'
import { modalityQuery } from './modality.js'
import { OpenChange } from './open-change.js'
import { ProposalForm } from './proposal-form.js'

/** How an initiative works together: what holds now, how that came about, and a proposed change. */
export function ModalityPage() {
  const { t } = useText()
  return <WorkspacePage title={t('modalityPage.title')}>{(workspace) => <Modality workspace={workspace} />}</WorkspacePage>
}

function Modality({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const query = useQuery(modalityQuery(workspace.id))
  return (
    <QueryState query={query} waitingFor={t('modalityPage.loading')}>
      {(history) => (
        <>
          <section className="card stack stack--tight" aria-labelledby="now-title">
            <h2 id="now-title" className="card__title">
              {t('modalityPage.now')}
            </h2>
            {history.present.modality !== 'M0' && <p className="caption muted">{modalityName(history.present, t)}</p>}
            <p className="lead">{modalitySentence({ ...history.present, kind: workspace.kind }, t)}</p>
          </section>
          {history.open && <OpenChange workspace={workspace} change={history.open} />}
          <Propose workspace={workspace} history={history} />
          <History history={history} />
        </>
      )}
    </QueryState>
  )
}

function Propose({ workspace, history }: { readonly workspace: WorkspaceView; readonly history: ModalityHistory }) {
  const { t } = useText()
  const may = useMay(workspace)('approve', 'PROF')
  return (
    <section className="section stack" aria-labelledby="propose-title">
      <h2 id="propose-title">{t('modalityPage.propose')}</h2>
      {workspace.kind === 'country_programme' ? (
        <p>{t('modalityPage.neverHere')}</p>
      ) : !may.allowed ? (
        <WhyNot cannot={t('modalityPage.cannotPropose')} because={may.because} />
      ) : history.open ? (
        <p>{t('modalityPage.oneAtATime')}</p>
      ) : history.mayPropose ? (
        <ProposalForm workspace={workspace} present={history.present} />
      ) : (
        <p>
          {t('modalityPage.beforeQuestions')}{' '}
          <Link to={`/initiatives/${workspace.id}/definition`} look="alone">
            {t('modalityPage.answerQuestions')}
          </Link>
        </p>
      )}
    </section>
  )
}
