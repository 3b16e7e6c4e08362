import type { Side } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { openIn, placeOfOpen, type OpenDocument } from './open-answers.js'
import { useOpenOfSide } from './use-open-of-side.js'

interface OpenSummaryProps {
  readonly workspace: WorkspaceView
  readonly sides: readonly Side[]
  readonly documents: readonly OpenDocument[]
}

/** Whether the others have answered, at a glance: how much is open for all and for each side, and the way down to it. */
export function OpenSummary({ workspace, sides, documents }: OpenSummaryProps) {
  const { t } = useText()
  const whose = t('openAnswers.all')
  const n = openIn(documents.filter(({ side }) => side === null))
  return (
    <nav aria-label={t('openAnswers.summary')}>
      <ul className="plain-list">
        <li>
          <Link to={`#${placeOfOpen('all')}`}>{t('openAnswers.openOf', { whose, n })}</Link>
        </li>
        {sides.map((side) => (
          <OfSide key={side} workspace={workspace} side={side} documents={documents.filter((document) => document.side === side)} />
        ))}
      </ul>
    </nav>
  )
}

interface OfSideProps {
  readonly workspace: WorkspaceView
  readonly side: Side
  readonly documents: readonly OpenDocument[]
}

function OfSide({ workspace, side, documents }: OfSideProps) {
  const { t } = useText()
  const { total, isRead, isMissing } = useOpenOfSide(workspace, side, documents)
  const whose = t(`sideTitle.${side}`)
  const howMuch = isRead ? t('openAnswers.openOf', { whose, n: total }) : isMissing ? t('openAnswers.unknownOf', { whose }) : whose
  return (
    <li>
      <Link to={`#${placeOfOpen(side)}`}>{howMuch}</Link>
    </li>
  )
}
