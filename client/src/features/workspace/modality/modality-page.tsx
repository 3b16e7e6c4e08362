import { useQuery } from '@tanstack/react-query'
import type { ModalityHistory, WorkspaceView } from '@roundtable/shared/protocol'
import { useRef } from 'react'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
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
  const [now, open] = [useRef<HTMLHeadingElement>(null), useRef<HTMLHeadingElement>(null)]
  const focusHeading = useFocusAfter(() => open.current ?? now.current)
  return (
    <QueryState query={query} waitingFor={t('modalityPage.loading')}>
      {(history) => (
        <>
          <section className="card stack stack--tight" aria-labelledby="now-title">
            <h2 id="now-title" ref={now} tabIndex={-1} className="card__title">
              {t('modalityPage.now')}
            </h2>
            {history.present.modality !== 'M0' && <p className="caption muted">{modalityName(history.present, t)}</p>}
            <p className="lead">{modalitySentence({ ...history.present, kind: workspace.kind }, t)}</p>
          </section>
          {history.open && <OpenChange workspace={workspace} change={history.open} heading={open} onGone={focusHeading} />}
          <Propose workspace={workspace} history={history} onGone={focusHeading} />
          <History history={history} />
        </>
      )}
    </QueryState>
  )
}

interface ProposeProps {
  readonly workspace: WorkspaceView
  readonly history: ModalityHistory
  readonly onGone: () => void
}

function Propose({ workspace, history, onGone }: ProposeProps) {
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
        <ProposalForm workspace={workspace} present={history.present} onGone={onGone} />
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
