import { useText } from '../../../locales/use-text.js'
import { Page } from '../../../ui/page.js'
import { useSession } from '../../identity/index.js'
import { Breadcrumb } from '../breadcrumb.js'
import { OpenForm } from './open-form.js'

export function OpenPage() {
  const { t } = useText()
  const { data: session } = useSession()
  if (!session) return null
  return (
    <Page title={t('open.title')} breadcrumb={<Breadcrumb steps={[{ label: t('shell.initiatives'), to: '/initiatives' }]} />}>
      <p className="lead">{t('open.lead')}</p>
      <OpenForm accountName={session.person.name} withSample={session.sampleData} />
    </Page>
  )
}
