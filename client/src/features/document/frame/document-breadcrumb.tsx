import type { DocumentView } from '@roundtable/shared/protocol'
import { useFormat } from '../../../locales/use-format.js'
import { Breadcrumb, useWorkspace } from '../../workspace/index.js'

/** Country › initiative › this document. The country comes with the initiative, a moment later. */
export function DocumentBreadcrumb({ view }: { readonly view: DocumentView }) {
  const { country } = useFormat()
  const workspace = useWorkspace(view.workspaceId)
  const initiative = { label: view.workspaceTitle, to: `/initiatives/${view.workspaceId}` }
  return <Breadcrumb steps={workspace.data ? [{ label: country(workspace.data.country) }, initiative] : [initiative]} />
}
