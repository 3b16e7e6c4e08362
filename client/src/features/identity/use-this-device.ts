import { useEffect, useEffectEvent, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { useNavigate } from 'react-router'
import { closeOthers, discardUnsent, forgetRecovered } from '../../connection/at-stake.js'
import { wipeCopiesOfOthers } from '../../connection/foreign-copies.js'
import { listenToOtherTabs } from '../../connection/other-tabs.js'
import { dropInputOfOthers } from '../../lib/kept-input.js'
import { isEndOwed } from '../../lib/owed-end.js'
import { endSession, useEndOwed } from './end-session.js'

/**
 * Keeps on this device what belongs to whoever is signed in, and nothing else: a session that was ended, and another person
 * who signs in, take the copies of whoever is gone off it; a sign-out in another tab is followed at once.
 *
 * @param session undefined while it is not known who is signed in, null for nobody
 */
export function useThisDevice(session: WhoAmI | null | undefined): void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const personId = session === undefined ? undefined : (session?.person.id ?? null)

  useEndOwed(Boolean(personId))

  const wipe = useEffectEvent(() => {
    wipeCopiesOfOthers(personId ?? null, session?.seats.map(({ id }) => id) ?? []).catch((error: unknown) =>
      console.info('Copies of somebody else are still on this device', error)
    )
  })
  useEffect(() => {
    if (personId !== undefined) wipe()
  }, [personId])

  // Of whoever was here last: the server may have ended the session here before the other tab says that it was signed out.
  const [lastId, setLastId] = useState(personId)
  if (personId && personId !== lastId) setLastId(personId)
  const follow = useEffectEvent((wasCounted: boolean) => {
    if (wasCounted && lastId) {
      discardUnsent()
      forgetRecovered(lastId)
      dropInputOfOthers([])
      // As a page of its own, with nothing in its memory and no address to come back to: the next person may sit here already.
      // Where there is no line there may be no such page.
      if (!isEndOwed()) return window.location.replace('/sign-in')
    }
    closeOthers(() => true)
    void navigate('/sign-in', { replace: true })
    void endSession(client)
  })
  useEffect(() => (lastId ? listenToOtherTabs(lastId, follow) : undefined), [lastId])
}
