import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useParams } from 'react-router'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { EmptyState } from '../../../ui/empty-state.js'
import { Link } from '../../../ui/link.js'
import { Page } from '../../../ui/page.js'
import { PendingPage } from '../../../ui/pending-page.js'
import { Breadcrumb } from '../breadcrumb.js'
import { seatWords } from '../seat-words.js'
import { useWorkspace } from '../workspace.js'
import { Acceptance } from './acceptance.js'
import { AddDocument } from './add-document.js'
import { DocumentList } from './document-list.js'
import { ModalityCard } from './modality-card.js'
import { NextActions } from './next-actions.js'
import { OtherSides } from './other-sides.js'
import { PartLinks } from './part-links.js'
import { SeatList } from './seat-list.js'

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
      <p className="muted">
        {t('initiative.kindAndCountry', { kind: t(`workspaceKind.${workspace.kind}`), country: country(workspace.country) })}
        {' · '}
        {t('initiative.mySeat', { seat: seatWords(workspace.mySeat, t) })}
      </p>
      <div className="initiative__columns">
        <div className="stack stack--loose">
          <ModalityCard workspace={workspace} />
          <OtherSides workspace={workspace} />
          <NextActions workspace={workspace} />
          {workspace.kind === 'country_programme' && <Acceptance workspace={workspace} />}
          <Documents workspace={workspace} />
        </div>
        <div className="stack stack--loose">
          <About workspace={workspace} />
          <section className="stack" aria-labelledby="people-title">
            <h2 id="people-title">{t('initiative.peopleTitle')}</h2>
            {workspace.notShown.includes('people') ? (
              <p className="muted">{t('overview.peopleNotShown', { n: workspace.people })}</p>
            ) : (
              <>
                <SeatList seats={workspace.seats} mySeatId={workspace.mySeat.id} />
                <p>
                  <Link to={`/initiatives/${workspace.id}/people`} look="alone">
                    {t('overview.people')}
                  </Link>
                </p>
              </>
            )}
          </section>
        </div>
      </div>
    </Page>
  )
}

function Documents({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  return (
    <section className="stack" aria-labelledby="documents-title">
      <h2 id="documents-title">{t('initiative.documentsTitle')}</h2>
      {workspace.documentList.length === 0 ? (
        <EmptyState title={t('initiative.noDocumentsTitle')}>
          <p>{t('initiative.noDocuments')}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            <Link to={`/initiatives/${workspace.id}/open`} look="alone">
              {t('openAnswers.title')}
            </Link>
          </p>
          <DocumentList workspaceId={workspace.id} documents={workspace.documentList} />
        </>
      )}
      <AddDocument workspace={workspace} />
    </section>
  )
}

function About({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  return (
    <section className="stack stack--tight" aria-labelledby="about-title">
      <h2 id="about-title">{workspace.kind === 'initiative' ? t('overview.about') : t('overview.aboutProgramme')}</h2>
      {workspace.stage && <p>{t('overview.stageNow', { stage: t(`stage.${workspace.stage}`) })}</p>}
      <PartLinks workspace={workspace} parts={['profile', 'stages', 'principles']} />
    </section>
  )
}
