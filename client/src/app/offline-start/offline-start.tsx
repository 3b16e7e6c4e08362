import { useEffect, useState } from 'react'
import { unsentCount } from '../../connection/at-stake.js'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { keepProgram, openNewer } from './worker.js'

/** Has the program kept on the device for whoever is signed in, and offers a newer one: it is opened by the person, never by itself. */
export function OfflineStart() {
  const { t } = useText()
  const [newer, setNewer] = useState<ServiceWorker | null>(null)
  const [unsent, setUnsent] = useState(0)
  useEffect(() => {
    // On plain http the browser has none; while developing there is no built program to keep.
    if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return
    keepProgram(setNewer).catch((error: unknown) => console.info('This browser does not keep the program', error))
  }, [])

  function open() {
    const waiting = unsentCount()
    setUnsent(waiting)
    if (newer && waiting === 0) openNewer(newer)
  }

  return (
    <div role="status" className="shell__notice no-print">
      {newer && (
        <Banner tone="info">
          <p>{t('offline.newer')}</p>
          {unsent > 0 && <p>{t('offline.newerLater', { n: unsent })}</p>}
          <div className="row">
            <Button onPress={open}>{t('offline.openNewer')}</Button>
            <Button onPress={() => setNewer(null)}>{t('offline.notNow')}</Button>
          </div>
        </Banner>
      )}
    </div>
  )
}
