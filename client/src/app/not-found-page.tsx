import { useText } from '../locales/use-text.js'
import { Link } from '../ui/link.js'
import { Page } from '../ui/page.js'

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
