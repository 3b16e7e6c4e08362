import { useEffect } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useSession, useThisDevice } from '../features/identity/index.js'
import { chunk, useChunk } from '../lib/chunk.js'
import { useText } from '../locales/use-text.js'
import { Link } from '../ui/link.js'
import { ErrorBoundary } from './error-boundary.js'
import { OfflineBanner } from './offline-banner.js'
import { Rail } from './rail.js'
import { UnsavedLines } from './unsaved-lines.js'
import { insideWords } from './words.js'

/** Menus weigh more than the page by which somebody comes in: they come after it. */
export const toolsChunk = chunk(async () => (await import('./tools.js')).Tools)

/** What is heard without asking comes after the page itself: its line is fetched once somebody is signed in. */
const noticesChunk = chunk(async () => {
  const [{ Notices }] = await Promise.all([import('../features/notice/index.js'), insideWords()])
  return Notices
})

/** Keeping the program for days without a line comes after everything else, and not for whoever only joins or reads. */
const offlineStartChunk = chunk(async () => (await import('./offline-start/offline-start.js')).OfflineStart)

/** The shell around every page: skip link, header with the way home, the rail, the page, and the footer. */
export function Layout() {
  const { t } = useText()
  const { pathname } = useLocation()
  const session = useSession()
  useThisDevice(session.data)
  const isAnswered = session.data !== undefined || session.isError
  const { value: Tools } = useChunk(toolsChunk, isAnswered)
  // What did not come is asked for again with the next page.
  useEffect(() => {
    if (isAnswered) toolsChunk.load()
  }, [isAnswered, pathname])
  const { value: Notices } = useChunk(noticesChunk, Boolean(session.data))
  const { value: OfflineStart } = useChunk(offlineStartChunk, Boolean(session.data))
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <header className="shell__header no-print">
        <div className="shell__bar">
          <Link to="/initiatives" className="wordmark">
            <img src="/mark.svg" alt="" width="28" height="28" />
            <span>{t('shell.name')}</span>
          </Link>
          <div className="shell__tools">{Tools && <Tools session={session.data ?? null} />}</div>
        </div>
      </header>
      <div className={session.data ? 'frame frame--railed' : 'frame'}>
        {session.data && <Rail />}
        <div className="frame__page">
          <OfflineBanner isSomebody={Boolean(session.data)} />
          <UnsavedLines session={session.data} />
          {session.data && OfflineStart && <OfflineStart />}
          {session.data && Notices && <Notices key={session.data.person.id} />}
          <main id="main" tabIndex={-1}>
            <ErrorBoundary resetKey={pathname}>
              <Outlet />
            </ErrorBoundary>
          </main>
        </div>
      </div>
      <footer className="shell__footer">
        <p>{t('shell.footer')}</p>
        {!window.isSecureContext && <p>{t('offline.plainHttp')}</p>}
      </footer>
    </div>
  )
}
