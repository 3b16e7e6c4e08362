import { useSyncExternalStore } from 'react'
import { blocked } from '../../../connection/index.js'
import { useText } from '../../../locales/use-text.js'

/** Says that the network lets no WebSocket through, and that nothing is lost by it. The place is there before its words, so that they are spoken, and takes no room. */
export function TunnelLine() {
  const { t } = useText()
  const isBlocked = useSyncExternalStore(blocked.subscribe, blocked.is)
  return (
    <div role="status" className={isBlocked ? 'no-print' : 'visually-hidden'}>
      {isBlocked && <p className="caption muted">{t('save.tunnelled')}</p>}
    </div>
  )
}
