import type { Side } from '@roundtable/shared/framework'
import type { ListedDocument, Progress } from '@roundtable/shared/protocol'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Icon } from '../../../ui/icon.js'
import { Link } from '../../../ui/link.js'

export function DocumentList({ documents }: { readonly documents: readonly ListedDocument[] }) {
  const { t, sentence } = useText()
  const { moment } = useFormat()
  return (
    <ul className="documents">
      {documents.map((document) => (
        <li key={document.id} className="documents__item">
          <h3 className="documents__title">
            <Link to={`/documents/${document.id}`}>
              <bdi>{document.title}</bdi>
            </Link>
          </h3>
          <p className="row caption muted">
            <span>{t(`documentKind.${document.kind}`)}</span>
            {document.stage && <span>{t(`stage.${document.stage}`)}</span>}
            {document.side && !document.isKept && <span>{t('document.ofSide', { side: t(`side.${document.side}`) })}</span>}
            {document.isKept && <span className="tag">{t('document.kept')}</span>}
            <span className="tag tag--state">{t(`documentState.${document.state}`)}</span>
            <span>{t('document.changed', { at: moment(new Date(document.changedAt)) })}</span>
          </p>
          {document.progress && <ProgressLine progress={document.progress} side={document.side} />}
          {document.right === 'view' && (
            <p className="documents__right caption">
              <Icon name="readOnly" />
              <span>{t('document.readOnlyBecause', { because: sentence(document.because.sentence, 'because.unknown') })}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** How much is answered, and for whom something is open: the side whose document it is, or all who work on it. */
function ProgressLine({ progress, side }: { readonly progress: Progress; readonly side: Side | null }) {
  const { t } = useText()
  const { answered, begun, total } = progress
  const open = total - answered
  return (
    <p className="caption">
      <strong>{t('document.answered', { answered, total })}</strong>
      {open > 0 &&
        ` ${side ? t('document.openForSide', { open, begun, side: t(`side.${side}`) }) : t('document.openForAll', { open, begun })}`}
    </p>
  )
}
