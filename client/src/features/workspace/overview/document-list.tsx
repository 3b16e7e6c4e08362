import { useQuery } from '@tanstack/react-query'
import type { DocumentCard, OpenAnswers } from '@roundtable/shared/protocol'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Icon } from '../../../ui/icon.js'
import { Link } from '../../../ui/link.js'
import { openAnswersQuery } from '../open-answers/open-answers.js'

interface DocumentListProps {
  readonly workspaceId: string
  readonly documents: readonly DocumentCard[]
}

export function DocumentList({ workspaceId, documents }: DocumentListProps) {
  const { t, sentence } = useText()
  // Beside the list, which does not wait for it.
  const { data: asked } = useQuery(openAnswersQuery(workspaceId))
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
            <Count asked={asked} id={document.id} />
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

function Count({ asked, id }: { readonly asked: OpenAnswers | undefined; readonly id: string }) {
  const { t } = useText()
  const found = asked?.documents.find((document) => document.id === id)
  return found && <span>{t('openAnswers.count', { answered: found.answered, total: found.total })}</span>
}
