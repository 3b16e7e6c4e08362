import { useSyncExternalStore } from 'react'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { subscribeToUnsaved, unsavedElsewhere } from '../connection/unsaved.js'
import { useText } from '../locales/use-text.js'
import { Banner } from '../ui/banner.js'
import { Link } from '../ui/link.js'

/** More documents than these are told by their number. */
const MOST_NAMED = 3

/** What of documents that are not on the screen is not saved yet: a line each, on every page, until it is. */
export function UnsavedLines({ session }: { readonly session: WhoAmI | null | undefined }) {
  const { t } = useText()
  const all = useSyncExternalStore(subscribeToUnsaved, unsavedElsewhere)
  const unsaved = all.filter(({ seatId }) => session?.seats.some(({ id }) => id === seatId))
  const more = unsaved.length - MOST_NAMED
  return (
    <div role="status" className="shell__notice no-print">
      {unsaved.length > 0 && (
        <Banner tone="caution" icon="device">
          {unsaved.slice(0, MOST_NAMED).map(({ documentId, title, unsent }) => (
            <p key={documentId}>
              {t(unsent > 0 ? 'unsaved.waiting' : 'unsaved.refused', { n: unsent, title })}{' '}
              <Link to={`/documents/${documentId}`}>{t('unsaved.open')}</Link>
            </p>
          ))}
          {more > 0 && <p>{t('unsaved.more', { n: more })}</p>}
        </Banner>
      )}
    </div>
  )
}
