import { useSyncExternalStore } from 'react'
import { useText } from '../locales/use-text.js'
import { Banner } from '../ui/banner.js'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

export function OfflineBanner() {
  const { t } = useText()
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status" className="shell__notice no-print">
      {!isOnline && (
        <Banner tone="caution" icon="offline">
          <p>{t('offline.banner')}</p>
        </Banner>
      )}
    </div>
  )
}
