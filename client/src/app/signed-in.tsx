import { Navigate, Outlet, useLocation } from 'react-router'
import { signInAddress, useLeftNothing, useSession } from '../features/identity/index.js'
import { useText } from '../locales/use-text.js'
import { PendingPage } from '../ui/pending-page.js'
import { fetchedPage } from './fetched-page.js'
import { insideWords } from './words.js'

/** What stands behind the door, once its words are there. */
export const Inside = fetchedPage(async () => {
  await insideWords()
  return Outlet
})

/** Pages behind the door: whoever is not signed in is asked to, and comes back to where they were going; whoever has just signed out is not. */
export function SignedIn() {
  const { t } = useText()
  const { pathname, search } = useLocation()
  const session = useSession()
  const isLeft = useLeftNothing() !== undefined
  if (session.data) return <Inside />
  if (session.data === null) return <Navigate to={isLeft ? '/sign-in' : signInAddress(pathname, search)} replace />
  return <PendingPage query={session} title={t('shell.opening')} waitingFor={t('shell.loading')} />
}
