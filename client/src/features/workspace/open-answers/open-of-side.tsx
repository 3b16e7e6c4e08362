import type { Side } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useFocusByHash } from '../../../lib/use-focus-by-hash.js'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { OpenDocument } from './open-document.js'
import { WhoCan } from './who-can.js'
import { placeOfOpen, type OpenDocument as Open } from './open-answers.js'
import { useOpenOfSide } from './use-open-of-side.js'

interface OpenOfSideProps {
  readonly workspace: WorkspaceView
  readonly side: Side
  readonly documents: readonly Open[]
}

/** What only this side can answer: its own documents, its voices in the definition test, its part at each stage. */
export function OpenOfSide({ workspace, side, documents }: OpenOfSideProps) {
  const { t } = useText()
  const { voices, parts, isMine, isRead, isMissing, total } = useOpenOfSide(workspace, side, documents)
  const heading = useFocusByHash(placeOfOpen(side))
  const address = `/initiatives/${workspace.id}`
  return (
    <section className="stack" aria-labelledby={placeOfOpen(side)}>
      <h2 id={placeOfOpen(side)} ref={heading} tabIndex={-1}>
        {t('openAnswers.side', { side: t(`sideTitle.${side}`) })}
      </h2>
      {isMissing && <p className="muted">{t('openAnswers.unread')}</p>}
      {isRead && total === 0 && <p className="muted">{t('openAnswers.nothing')}</p>}
      <ul className="stack open-documents">
        {documents.map((document) => (
          <OpenDocument key={document.id} workspace={workspace} document={document} />
        ))}
        {voices.map(({ voice, open }) => (
          <li key={voice.key} className="stack stack--tight">
            <h3 className="documents__title">
              <Link to={`${address}/definition`}>{t('overview.definition')}</Link>
            </h3>
            <WhoCan isMe={voice.isMine} names={[voice.name]} />
            <ul className="open-list">
              {open.map((question) => (
                <li key={question}>
                  <Link to={`${address}/definition/${question}`}>{t(`definition.${question}`)}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {parts.length > 0 && (
          <li className="stack stack--tight">
            <h3 className="documents__title">
              <Link to={`${address}/stages`}>{t('overview.stages')}</Link>
            </h3>
            {isMine ? <WhoCan isMe names={[]} /> : <p className="caption">{t('openAnswers.ofSide')}</p>}
            <p className="caption muted">{parts.map(({ stage }) => t(`stage.${stage}`)).join(' · ')}</p>
          </li>
        )}
      </ul>
    </section>
  )
}
