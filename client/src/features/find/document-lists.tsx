import { useId } from 'react'
import { useQuery } from '@tanstack/react-query'
import { abilityFrom, artefactOf } from '@roundtable/shared/ability'
import type { ListedDocument } from '@roundtable/shared/protocol'
import { request } from '../../lib/request.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { EmptyState } from '../../ui/empty-state.js'
import { Icon } from '../../ui/icon.js'
import { Link } from '../../ui/link.js'
import { Page } from '../../ui/page.js'
import { QueryState } from '../../ui/query-state.js'
import { useSession } from '../identity/index.js'

type ListedKind = 'agreements' | 'roadmaps'
const KINDS = { agreements: 'agreement', roadmaps: 'roadmap' } as const

export const AgreementsPage = () => <DocumentListPage kind="agreements" />
export const RoadmapsPage = () => <DocumentListPage kind="roadmaps" />

/** The documents of a kind in all of somebody's workspaces, the latest changed first. */
function DocumentListPage({ kind }: { readonly kind: ListedKind }) {
  const { t } = useText()
  const mayStart = useMayStart(kind)
  const list = useQuery({
    queryKey: ['documents', KINDS[kind]],
    queryFn: () => request('listDocuments', { query: { kind: KINDS[kind] } })
  })
  return (
    <Page title={t(`shell.${kind}`)}>
      <QueryState query={list} waitingFor={t('lists.loading')}>
        {({ items, isCut }) =>
          items.length === 0 ? (
            <EmptyState title={t(`lists.${kind}.${mayStart ? 'empty' : 'notYoursTitle'}`)}>
              <p>{t(`lists.${kind}.${mayStart ? 'emptyLead' : 'notYours'}`)}</p>
              <Link to="/initiatives" look="primary">
                {t('lists.toInitiatives')}
              </Link>
            </EmptyState>
          ) : (
            <>
              <p className="muted">{t('lists.lead', { n: items.length })}</p>
              <ul className="stack">
                {items.map((item) => (
                  <li key={item.id}>
                    <DocumentLine item={item} />
                  </li>
                ))}
              </ul>
              {isCut && <p role="note">{t('lists.cut', { n: items.length })}</p>}
            </>
          )
        }
      </QueryState>
    </Page>
  )
}

/** Whether there is an initiative where this person could start one; who has no initiative yet may begin one. */
function useMayStart(kind: ListedKind): boolean {
  const { data: session } = useSession()
  const rules = Object.values(session?.rules ?? {})
  return rules.length === 0 || rules.some((packed) => abilityFrom(packed).can('edit', artefactOf(KINDS[kind])))
}

function DocumentLine({ item }: { readonly item: ListedDocument }) {
  const { t } = useText()
  const { country, moment } = useFormat()
  const whereId = useId()
  return (
    <article className="card initiative">
      <p id={whereId} className="caption muted">
        <span className="names">{t('lists.where', { initiative: item.workspaceTitle, country: country(item.country) })}</span>
      </p>
      <h2 className="card__title">
        <Link to={`/documents/${item.id}`} className="initiative__link" describedBy={whereId}>
          <bdi>{item.title}</bdi>
        </Link>
      </h2>
      <p className="caption muted initiative__facts">
        <span>{t('lists.changed', { at: moment(new Date(item.changedAt)) })}</span>
        <span className="tag tag--state">{t(`documentState.${item.state}`)}</span>
        {item.right === 'view' && (
          <span className="tag">
            <Icon name="readOnly" /> {t('lists.readOnly')}
          </span>
        )}
        {item.isKept && <span className="tag">{t('lists.kept')}</span>}
      </p>
    </article>
  )
}
