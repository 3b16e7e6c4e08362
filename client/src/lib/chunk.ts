import { useEffect, useSyncExternalStore } from 'react'

export interface ChunkState<T> {
  readonly value: T | null
  /** The last try has failed. */
  readonly isMissing: boolean
  readonly isFetching: boolean
}

/** A part of the program that is fetched when it is wanted. */
export interface Chunk<T> {
  readonly getSnapshot: () => ChunkState<T>
  readonly subscribe: (listener: () => void) => () => void
  /** Fetches it, unless it is there or on its way. After a failure it is another try. */
  readonly load: () => void
}

/**
 * React's `lazy` gives up for good after one failure and takes the page down with it. On a phone without a network, and
 * after the server was renewed, a part fails to come: then the page goes on without it, and it can be asked for again.
 */
export function chunk<T>(fetchPart: () => Promise<T>): Chunk<T> {
  let state: ChunkState<T> = { value: null, isMissing: false, isFetching: false }
  const listeners = new Set<() => void>()
  const become = (next: ChunkState<T>) => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load: () => {
      if (state.value !== null || state.isFetching) return
      become({ ...state, isFetching: true })
      fetchPart().then(
        (value) => become({ value, isMissing: false, isFetching: false }),
        (error: unknown) => {
          console.info('A part of this page could not be fetched', error)
          become({ value: null, isMissing: true, isFetching: false })
        }
      )
    }
  }
}

/** The part, asked for when `isWanted`; a missing one is asked for again when the network is back. */
export function useChunk<T>(part: Chunk<T>, isWanted = true): ChunkState<T> {
  const state = useSyncExternalStore(part.subscribe, part.getSnapshot)
  useEffect(() => {
    if (!isWanted) return undefined
    part.load()
    window.addEventListener('online', part.load)
    return () => window.removeEventListener('online', part.load)
  }, [part, isWanted])
  return state
}
