import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useParams } from 'react-router'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { EmptyState } from '../../ui/empty-state.js'
import { Page } from '../../ui/page.js'
import { PendingPage } from '../../ui/pending-page.js'
import { Breadcrumb } from './breadcrumb.js'
import { DocumentList } from './document-list.js'
import { SeatList } from './seat-list.js'
import { seatWords } from './seat-words.js'
import { WhoDecides } from './who-decides.js'
import { useWorkspace } from './workspace.js'

export function InitiativePage() {
  const { t } = useText()
  const { id = '' } = useParams()
  const workspace = useWorkspace(id)
  if (workspace.data) return <Initiative workspace={workspace.data} />
  return <PendingPage query={workspace} title={t('initiative.opening')} waitingFor={t('initiative.loading')} />
}

function Initiative({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const { country } = useFormat()
  return (
    <Page
      title={workspace.title}
      width="wide"
      breadcrumb={<Breadcrumb steps={[{ label: country(workspace.country) }, { label: t('shell.initiatives'), to: '/initiatives' }]} />}
    >
      <div className="stack stack--tight prose">
        <p className="lead">{t(`modality.${workspace.modality}`)}</p>
        <WhoDecides decides={`decides.${workspace.modality}`} />
        <p className="muted">{t('initiative.mySeat', { seat: seatWords(workspace.mySeat, t) })}</p>
      </div>
      <div className="initiative__columns">
        <section className="stack" aria-labelledby="documents-title">
          <h2 id="documents-title">{t('initiative.documentsTitle')}</h2>
          {workspace.documentList.length === 0 ? (
            <EmptyState title={t('initiative.noDocumentsTitle')}>
              <p>{t('initiative.noDocuments')}</p>
            </EmptyState>
          ) : (
            <DocumentList documents={workspace.documentList} />
          )}
        </section>
        <section className="stack" aria-labelledby="people-title">
          <h2 id="people-title">{t('initiative.peopleTitle')}</h2>
          <SeatList seats={workspace.seats} mySeatId={workspace.mySeat.id} />
        </section>
      </div>
    </Page>
  )
}
