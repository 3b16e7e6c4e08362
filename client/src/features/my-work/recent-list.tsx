import type { MyWork } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { Where } from './where.js'

/** Documents that were written in lately; where there is none there is no list. */
export function RecentList({ work: { recent, workspaces } }: { readonly work: MyWork }) {
  const { t } = useText()
  const { moment } = useFormat()
  if (recent.length === 0) return null
  return (
    <section className="section stack stack--tight" aria-labelledby="recent-title">
      <h2 id="recent-title">{t('myWork.recent')}</h2>
      <ul className="documents">
        {recent.map(({ documentId, workspaceId, kind, title, changedAt }) => (
          <li key={documentId} className="documents__item">
            <h3 className="documents__title">
              <Link to={`/documents/${documentId}`}>
                <bdi>{title}</bdi>
              </Link>
            </h3>
            <p className="row caption muted">
              <span>{t(`documentKind.${kind}`)}</span>
              <Where workspace={workspaces.find(({ id }) => id === workspaceId)} />
              <span>{t('document.changed', { at: moment(new Date(changedAt)) })}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
