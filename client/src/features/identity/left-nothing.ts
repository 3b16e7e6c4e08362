import { useSyncExternalStore } from 'react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { isEndOwed, subscribeToOwedEnd } from '../../lib/owed-end.js'

export const LEFT_NOTHING = ['left-nothing']

/**
 * From the moment that somebody has signed out on purpose until the next session: whether all that this device kept is known
 * to be gone. Undefined otherwise: then who comes back goes on where they were.
 */
export const useLeftNothing = (): boolean | undefined => useQuery<boolean>({ queryKey: LEFT_NOTHING, queryFn: skipToken }).data

/** Somebody has signed out here, and their session is still to be ended at the server. */
export const useIsEndOwed = (): boolean => useSyncExternalStore(subscribeToOwedEnd, isEndOwed)
