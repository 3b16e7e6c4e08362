import { RoundtableError } from '@roundtable/shared/error'
import { useText } from '../locales/use-text.js'
import { Link } from './link.js'
import { Page } from './page.js'
import { QueryState, type Query } from './query-state.js'

interface PendingPageProps {
  readonly query: Query<unknown>
  readonly title: string
  readonly waitingFor: string
}

/** A page while what it shows is on its way, or when it did not come. Absent and forbidden look alike. */
export function PendingPage({ query, title, waitingFor }: PendingPageProps) {
  if (query.error instanceof RoundtableError && ['not_found', 'bad_input'].includes(query.error.kind)) return <NotFoundPage />
  return (
    <Page title={title}>
      <QueryState query={query} waitingFor={waitingFor}>
        {() => null}
      </QueryState>
    </Page>
  )
}

export function NotFoundPage() {
  const { t } = useText()
  return (
    <Page title={t('notFound.title')}>
      <p className="prose">{t('notFound.lead')}</p>
      <div className="row">
        <Link to="/initiatives" look="primary">
          {t('notFound.home')}
        </Link>
      </div>
    </Page>
  )
}
