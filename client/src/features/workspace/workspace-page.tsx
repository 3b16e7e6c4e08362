import { whoDecides } from '@roundtable/shared/ability'
import type { Artefact } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Page } from '../../ui/page.js'
import { PendingPage } from '../../ui/pending-page.js'
import { Breadcrumb } from './breadcrumb.js'
import { WhoDecides } from './who-decides.js'
import { useWorkspace } from './workspace.js'

interface WorkspacePageProps {
  readonly title: string
  readonly width?: 'column' | 'wide'
  /** What the page is about: who decides here is said of it. */
  readonly artefact?: Artefact
  /** A page above this one within the workspace. */
  readonly above?: { readonly label: string; readonly path: string }
  readonly children: (workspace: WorkspaceView) => ReactNode
}

/** A page about one part of a workspace: where it stands, who decides here, and what it shows. */
export function WorkspacePage({ title, width = 'column', artefact = 'PROF', above, children }: WorkspacePageProps) {
  const { t } = useText()
  const { country } = useFormat()
  const { id = '' } = useParams()
  const query = useWorkspace(id)
  const workspace = query.data
  if (!workspace) return <PendingPage query={query} title={title} waitingFor={t('initiative.loading')} />
  const address = `/initiatives/${workspace.id}`
  const steps = [
    { label: country(workspace.country) },
    { label: t('shell.initiatives'), to: '/initiatives' },
    { label: workspace.title, to: address },
    ...(above ? [{ label: above.label, to: `${address}/${above.path}` }] : [])
  ]
  return (
    <Page title={title} width={width} breadcrumb={<Breadcrumb steps={steps} />}>
      <WhoDecides decides={whoDecides(artefact, workspace.modality)} />
      {children(workspace)}
    </Page>
  )
}
