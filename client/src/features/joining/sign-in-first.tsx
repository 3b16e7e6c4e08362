import { useLocation } from 'react-router'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { signInAddress } from '../identity/index.js'

/** For those who have an account: sign in, and come back to this invitation. */
export function SignInFirst() {
  const { t } = useText()
  const { pathname, search } = useLocation()
  return (
    <p>
      {t('join.haveAccount')} <Link to={signInAddress(pathname, search)}>{t('join.signInFirst')}</Link>
    </p>
  )
}
