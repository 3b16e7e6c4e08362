import type { DocumentCard } from '@roundtable/shared/protocol'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Icon } from '../../../ui/icon.js'
import { Link } from '../../../ui/link.js'

export function DocumentList({ documents }: { readonly documents: readonly DocumentCard[] }) {
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
