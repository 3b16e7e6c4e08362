import { useQuery } from '@tanstack/react-query'
import type { StagesView, WorkspaceView } from '@roundtable/shared/protocol'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useMedia } from '../../../lib/use-media.js'
import { useText } from '../../../locales/use-text.js'
import { Dialog } from '../../../ui/dialog.js'
import { QueryState } from '../../../ui/query-state.js'
import { WhyNot } from '../why-not.js'
import { WorkspacePage } from '../workspace-page.js'
import { EngagementForm } from './engagement-form.js'
import { WAITING_HASH } from './stage-name.js'
import { StageList } from './stage-list.js'
import { StagePartForm } from './stage-part-form.js'
import { StageTable } from './stage-table.js'
import { stagesQuery, type Edited } from './stages.js'

/** The Framework's Table 1 with this initiative's answers: who leads and who takes part at each stage. */
export function StagesPage() {
  const { t } = useText()
  return (
    <WorkspacePage title={t('stages.title')} width="wide" artefact="METH">
      {(workspace) => <Stages workspace={workspace} />}
    </WorkspacePage>
  )
}

function Stages({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const query = useQuery(stagesQuery(workspace.id))
  return (
    <QueryState query={query} waitingFor={t('stages.loading')}>
      {(view) => <StagesOf workspace={workspace} view={view} />}
    </QueryState>
  )
}

const DIALOGS = { part: 'stages.dialog', engagement: 'engaged.dialog' } as const

/** A table where there is room for it, a list where there is not: both hold the same. */
function StagesOf({ workspace, view }: { readonly workspace: WorkspaceView; readonly view: StagesView }) {
  const { t } = useText()
  const isWide = useMedia('(min-width: 60rem)')
  const [edited, setEdited] = useState<Edited | null>(null)
  const whole = useRef<HTMLDivElement>(null)
  const isAskedFor = useLocation().hash === WAITING_HASH
  useEffect(() => {
    if (isAskedFor) whole.current?.querySelector<HTMLElement>('[data-waiting]')?.focus()
  }, [isAskedFor])
  const { side } = workspace.mySeat
  const Layout = isWide ? StageTable : StageList
  const Form = edited?.what === 'engagement' ? EngagementForm : StagePartForm
  const mine = view.stages.find(({ stage }) => stage === edited?.stage)?.parts.find((part) => part.isMine)
  return (
    <div className="stack" ref={whole}>
      <div className="stack stack--tight prose">
        <p className="lead">{t('stages.lead')}</p>
        <p className="muted">{t('stages.examples')}</p>
      </div>
      {!view.mayAnswer.allowed && <WhyNot cannot={t('stages.cannot')} because={view.mayAnswer.because} />}
      <Layout stages={view.stages} modality={workspace.modality} onEdit={view.mayAnswer.allowed ? setEdited : null} />
      <Dialog
        title={edited && side ? t(DIALOGS[edited.what], { stage: t(`stage.${edited.stage}`), side: t(`side.${side}`) }) : ''}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
      >
        {edited && mine && <Form workspaceId={workspace.id} stage={edited.stage} part={mine} onClose={() => setEdited(null)} />}
      </Dialog>
    </div>
  )
}
