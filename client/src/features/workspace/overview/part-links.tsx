import type { WorkspacePart, WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'

type Part = 'profile' | Exclude<WorkspacePart, 'people'>

interface PartLinksProps {
  readonly workspace: WorkspaceView
  readonly parts: readonly Part[]
}

/** Ways to the pages about parts of an initiative; to none that would not be shown to whoever goes there. */
export function PartLinks({ workspace: { id, notShown }, parts }: PartLinksProps) {
  const { t } = useText()
  const shown = parts.filter((part) => part === 'profile' || !notShown.includes(part))
  if (shown.length === 0) return null
  return (
    <ul className="plain-list">
      {shown.map((part) => (
        <li key={part}>
          <Link to={`/initiatives/${id}/${part}`}>{t(`overview.${part}`)}</Link>
        </li>
      ))}
    </ul>
  )
}
