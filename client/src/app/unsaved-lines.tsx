import { useSyncExternalStore } from 'react'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { subscribeToUnsaved, unsavedElsewhere, type UnsavedElsewhere } from '../connection/unsaved.js'
import { useText } from '../locales/use-text.js'
import { Banner } from '../ui/banner.js'
import { Link } from '../ui/link.js'

/** More documents than these are told by their number. */
const MOST_NAMED = 3

/** What of documents that are not on the screen is not saved yet: a line each, on every page, until it is. */
export function UnsavedLines({ session }: { readonly session: WhoAmI | null | undefined }) {
  const { t } = useText()
  const all = useSyncExternalStore(subscribeToUnsaved, unsavedElsewhere)
  const sits = ({ seatId }: UnsavedElsewhere): boolean => session?.seats.some(({ id }) => id === seatId) ?? false
  const unsaved = all.filter((each) => each.isLost !== true && sits(each))
  const hasLost = all.some((each) => (sits(each) ? each.isLost === true : session != null && each.personId === session.person.id))
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
      {hasLost && (
        <Banner tone="caution" icon="device">
          <p>
            {t('unsaved.lost')} <Link to="/recovered">{t('unsaved.see')}</Link>
          </p>
        </Banner>
      )}
    </div>
  )
}
