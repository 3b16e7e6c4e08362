import { useEffect } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useLine } from '../../lib/line.js'
import { isEndOwed, onNewsOfOwedEnd } from '../../lib/owed-end.js'
import { SESSION_KEY } from '../../lib/query-client.js'
import { endOwed } from '../../lib/request.js'
import { LEFT_NOTHING, useIsEndOwed } from './left-nothing.js'
import { dropSession } from './session.js'

/** Ends the session here as somebody wished. Before nobody is known here any more it is known that it was wished. */
export async function endSession(client: QueryClient): Promise<void> {
  await dropSession(client, [])
  client.setQueryData(LEFT_NOTHING, false)
  client.setQueryData(SESSION_KEY, null)
}

/** How often a server that answers, and does not end the session, is asked to again (milliseconds). */
const ASK_AGAIN_MS = 10_000

/**
 * Has a session that was left without a line ended by the server, as soon as there is one.
 *
 * @param isSomebody somebody is known here still, who was signed out in another tab
 */
export function useEndOwed(isSomebody: boolean): void {
  const client = useQueryClient()
  const isDue = useIsEndOwed()
  useEffect(() => {
    if (!isSomebody) return undefined
    return onNewsOfOwedEnd(() => void (isEndOwed() && client.refetchQueries({ queryKey: SESSION_KEY })))
  }, [client, isSomebody])
  const hasLine = useLine() === 'there'
  useEffect(() => {
    if (!isDue || !hasLine) return undefined
    const end = () => endOwed().catch((error: unknown) => console.info('A session is still to be ended', error))
    void end()
    const timer = setInterval(() => void end(), ASK_AGAIN_MS * (0.5 + Math.random()))
    return () => clearInterval(timer)
  }, [isDue, hasLine])
}
