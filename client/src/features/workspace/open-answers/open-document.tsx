import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { addressOf, titleOf, type OpenDocument as Open } from './open-answers.js'
import { WhoCan } from './who-can.js'

/** One document: how much of it is answered, and a way to each clause or question that is not. */
export function OpenDocument({ workspace, document }: { readonly workspace: WorkspaceView; readonly document: Open }) {
  const text = useText()
  const { t } = text
  const { answered, total, open, writers } = document
  const names = workspace.seats.filter(({ id }) => writers.includes(id)).map(({ name }) => name)
  const notListed = total - answered - open.length
  return (
    <li className="stack stack--tight">
      <h3 className="documents__title">
        <Link to={`/documents/${document.id}`}>
          <bdi>{document.title}</bdi>
        </Link>
      </h3>
      <p className="caption muted">
        {t(`documentKind.${document.kind}`)} · {document.stage && `${t(`stage.${document.stage}`)} · `}
        {t('openAnswers.count', { answered, total })}
      </p>
      <WhoCan isMe={writers.includes(workspace.mySeat.id)} names={names} />
      {open.length > 0 && (
        <ul className="open-list">
          {open.map((entry) => (
            <li key={entry.key}>
              <Link to={addressOf(document, entry)}>
                <bdi>{titleOf(document, entry, text)}</bdi>
              </Link>
              {entry.state !== 'open' && <span className="caption muted"> {t(`openAnswers.${entry.state}`)}</span>}
            </li>
          ))}
        </ul>
      )}
      {notListed > 0 && <p className="caption muted">{t('openAnswers.more', { n: notListed })}</p>}
    </li>
  )
}
