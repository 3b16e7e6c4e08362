import { useQuery } from '@tanstack/react-query'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { openAnswersQuery } from '../open-answers/open-answers.js'
import { principlesQuery } from '../principles-query.js'

/** How far the other sides are with what each says of itself: a line a side. Where that does not come, nothing waits for it. */
export function OtherSides({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const { data: principles } = useQuery({ ...principlesQuery(workspace.id), enabled: !workspace.notShown.includes('principles') })
  const { data: asked } = useQuery({ ...openAnswersQuery(workspace.id), enabled: workspace.documentList.length > 0 })
  const others = principles?.sides.filter(({ isMine, files }) => files && !isMine) ?? []
  if (others.length === 0) return null
  return (
    <ul className="plain-list">
      {others.map(({ side, documentId, filings }) => {
        const count = asked?.documents.find(({ id }) => id === documentId)
        return (
          <li key={side}>
            <Link to={`/initiatives/${workspace.id}/principles`}>
              {t('overview.otherSide', {
                side: t(`sideTitle.${side}`),
                isCounted: count ? 'yes' : 'no',
                answered: count?.answered ?? 0,
                total: count?.total ?? 0,
                isHandedIn: filings.length > 0 ? 'yes' : 'no'
              })}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
