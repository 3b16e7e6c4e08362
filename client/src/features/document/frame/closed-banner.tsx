import { useQueryClient } from '@tanstack/react-query'
import type { CloseName } from '@roundtable/shared/protocol'
import { useLocation } from 'react-router'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { Link } from '../../../ui/link.js'
import { documentKey } from '../document.js'
import { useOpenDocument } from '../open-document.js'

/** The server has closed the document for this person for good; what to do next depends on why. */
export function ClosedBanner({ closed }: { readonly closed: CloseName }) {
  const { t } = useText()
  const { pathname } = useLocation()
  const { view } = useOpenDocument()
  const client = useQueryClient()
  // In this page, which holds what its person wrote in the life that is over: what the new one has not is handed back.
  const openAnew = () => void client.invalidateQueries({ queryKey: documentKey(view.id) })
  return (
    <Banner tone="danger" role="alert">
      <p>{t(`closed.${closed}`)}</p>
      <div className="row">
        {closed === 'signedOut' ? (
          <Link to={`/sign-in?next=${encodeURIComponent(pathname)}`} look="primary">
            {t('closed.signIn')}
          </Link>
        ) : (
          <Button onPress={closed === 'oldEpoch' ? openAnew : () => window.location.reload()}>{t('closed.reload')}</Button>
        )}
      </div>
    </Banner>
  )
}
