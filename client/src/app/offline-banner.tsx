import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { askWhetherThere, useLine } from '../lib/line.js'
import { SESSION_KEY } from '../lib/query-client.js'
import { Unreachable } from '../lib/request.js'
import { useFormat } from '../locales/use-format.js'
import { useText } from '../locales/use-text.js'
import { Banner } from '../ui/banner.js'
import { Button } from '../ui/button.js'

/** Each page at its own moment: a room does not ask all at once (milliseconds). */
const ASK_AGAIN_MS = 10_000

/** Where nobody is signed in, or has just left, nothing is said of what they type: it is not kept. */
const WHAT_IS_THE_MATTER = {
  no_network: { somebody: 'offline.banner', nobody: 'offline.nobody' },
  server_away: { somebody: 'offline.serverAway', nobody: 'offline.nobodyServerAway' }
} as const

/** What is the matter when the server cannot be reached, how old what is shown is, and a way to try again. */
export function OfflineBanner({ isSomebody }: { readonly isSomebody: boolean }) {
  const { t } = useText()
  const { moment } = useFormat()
  const client = useQueryClient()
  const line = useLine()
  const asOf = useShownAsOf(client)
  const isThere = line === 'there'
  useEffect(() => {
    if (!isThere) {
      const timer = setInterval(() => void askWhetherThere(), ASK_AGAIN_MS * (0.5 + Math.random()))
      return () => clearInterval(timer)
    }
    void readMissing(client)
    return undefined
  }, [isThere, client])

  return (
    <div role="status" className="shell__notice no-print">
      {!isThere && (
        <Banner tone="caution" icon="offline">
          <p>{t(WHAT_IS_THE_MATTER[line][isSomebody ? 'somebody' : 'nobody'])}</p>
          {asOf !== null && <p>{t('offline.asOf', { at: moment(new Date(asOf)) })}</p>}
          {!window.isSecureContext && <p>{t('offline.keepOpen')}</p>}
          {line === 'server_away' && (
            <div className="row">
              <Button onPress={() => void askWhetherThere()}>{t('offline.again')}</Button>
            </div>
          )}
        </Banner>
      )}
    </div>
  )
}

const wasUnreachable = ({ state }: Query) => (state.error ?? state.fetchFailureReason) instanceof Unreachable

/** Reads anew what did not come. An open document hears by its own line what has become of it. */
function readMissing(client: QueryClient): Promise<void> {
  return client.refetchQueries({
    type: 'active',
    predicate: (query) => wasUnreachable(query) && (query.queryKey[0] !== 'document' || query.state.data === undefined)
  })
}

/** When the oldest of what the page shows, and could not be asked for anew, was answered; null when all of it is new. */
function useShownAsOf(client: QueryClient): number | null {
  const subscribe = useCallback((listener: () => void) => client.getQueryCache().subscribe(listener), [client])
  return useSyncExternalStore(subscribe, () => {
    const shown = client
      .getQueryCache()
      .findAll({ type: 'active', predicate: (query) => wasUnreachable(query) && query.state.data !== undefined })
      .filter(({ queryKey }) => queryKey[0] !== SESSION_KEY[0])
    return shown.length === 0 ? null : Math.min(...shown.map(({ state }) => state.dataUpdatedAt))
  })
}
