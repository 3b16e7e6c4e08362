import { useDeferredValue } from 'react'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { useOpenDocument } from '../open-document.js'

/** The address names an entry that is not here: said where the entries begin, once all of them have come. */
export function LinkGone({ isGone }: { readonly isGone: boolean }) {
  const { t } = useText()
  const { isSynced } = useOpenDocument()
  // What one takes out oneself leaves the address with it, but the router shows that later than the document.
  const isSaid = useDeferredValue(isGone)
  return (
    <div role="status" className="no-print">
      {isSaid && isGone && isSynced && (
        <Banner tone="caution">
          <p>{t('link.gone')}</p>
        </Banner>
      )}
    </div>
  )
}
