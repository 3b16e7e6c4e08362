import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
// Not by the connection's door: that would bring Yjs into every page, and could not be fetched without a network.
import { discardUnsent, forgetRecovered } from '../../connection/at-stake.js'
import { forgetKept } from '../../connection/kept-answers.js'
import { wipeLocalCopies } from '../../connection/local-copies.js'
import { tellSignedOut } from '../../connection/other-tabs.js'
import { isSignedOut } from '../../lib/error-sentence.js'
import { useLine } from '../../lib/line.js'
import { oweEnd } from '../../lib/owed-end.js'
import { request, Unreachable } from '../../lib/request.js'
import { endSession } from './end-session.js'
import { LEFT_NOTHING } from './left-nothing.js'

/**
 * Ends the session, then what this device keeps of the person: in that order, so a failed sign-out loses nothing. Where the server
 * cannot be reached, the session is left to be ended, and the device is left at once all the same.
 */
export function useSignOut({ person }: WhoAmI, onLeft: () => void = () => undefined) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const hasLine = useLine() === 'there'
  return useMutation({
    /** @param counted the other tabs whose unsent words stood in the question */
    mutationFn: async (_counted: readonly string[]) => {
      if (hasLine && (await isEndedByServer())) return
      // Before anything else: a browser that is closed in the midst of it knows at the next start.
      oweEnd()
    },
    onSuccess: async (_done, counted) => {
      tellSignedOut(person.id, counted)
      client.setQueryData(LEFT_NOTHING, false)
      // First away: a page that finds itself signed out would ask the next person to go on where this one was.
      void navigate('/sign-in', { flushSync: true, replace: true })
      discardUnsent()
      forgetRecovered(person.id)
      await endSession(client)
      onLeft()
      await forgetKept()
      const { areGone } = await wipeLocalCopies()
      // Later than the next session it is of no use to anybody.
      void areGone.then(() => client.setQueryData<boolean>(LEFT_NOTHING, (said) => (said === undefined ? said : true)))
    }
  })
}

async function isEndedByServer(): Promise<boolean> {
  try {
    await request('signOut', {})
    return true
  } catch (error) {
    // Ended already, or not to be ended now, whatever the reason: nobody is held here by a server that cannot.
    if (isSignedOut(error)) return true
    if (error instanceof Unreachable || error instanceof RoundtableError) return false
    throw error
  }
}
