import type { CloseName } from '@roundtable/shared/protocol'
import { useLocation } from 'react-router'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { Link } from '../../../ui/link.js'

/** The server has closed the document for this person for good; what to do next depends on why. */
export function ClosedBanner({ closed }: { readonly closed: CloseName }) {
  const { t } = useText()
  const { pathname } = useLocation()
  return (
    <Banner tone="danger" role="alert">
      <p>{t(`closed.${closed}`)}</p>
      <div className="row">
        {closed === 'signedOut' ? (
          <Link to={`/sign-in?next=${encodeURIComponent(pathname)}`} look="primary">
            {t('closed.signIn')}
          </Link>
        ) : (
          <Button onPress={() => window.location.reload()}>{t('closed.reload')}</Button>
        )}
      </div>
    </Banner>
  )
}
