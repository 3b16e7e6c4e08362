import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Page } from '../../../ui/page.js'
import { useSession } from '../../identity/index.js'
import { Breadcrumb } from '../breadcrumb.js'
import { OpenForm } from './open-form.js'
import { useHome } from './open-workspace.js'

export function OpenPage() {
  const { t } = useText()
  const { data: session } = useSession()
  const home = useHome().data?.country ?? ''
  if (!session) return null
  const isOnNoSide = session.isOperator === true && session.seats.length === 0
  return (
    <Page title={t('open.title')} breadcrumb={<Breadcrumb steps={[{ label: t('shell.initiatives'), to: '/initiatives' }]} />}>
      <p className="lead">{t('open.lead')}</p>
      {isOnNoSide && (
        <Banner tone="info">
          <p>{t('open.operator')}</p>
        </Banner>
      )}
      <OpenForm accountName={session.person.name} withSample={session.sampleData} home={home} />
    </Page>
  )
}
