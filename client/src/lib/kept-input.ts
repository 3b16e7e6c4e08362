import { useCallback, useContext, useState } from 'react'
import { QueryClientContext } from '@tanstack/react-query'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { SESSION_KEY } from './query-client.js'

/**
 * What was typed and not sent yet, kept in this tab so that a page can be left and come back to. Keys begin with the seat, or
 * the person, the words were typed for: whoever signs in next at the same machine sees nothing of them.
 */
const PREFIX = 'roundtable.input.'
/** The owner of what is typed before somebody has signed in: it goes when somebody does. */
const NOBODY = 'nobody'

export function readKept<T>(key: string, read: (value: unknown) => T | null): T | null {
  try {
    const text = window.sessionStorage.getItem(PREFIX + key)
    return text === null ? null : read(JSON.parse(text))
  } catch (error) {
    console.info('What was kept in this tab cannot be read', error)
    return null
  }
}

/** Storage may be refused or full; then the words are kept as long as the page, and false is answered, to be said. */
export function keepInput(key: string, value: unknown): boolean {
  try {
    window.sessionStorage.setItem(PREFIX + key, JSON.stringify(value))
    return true
  } catch (error) {
    console.info('This tab keeps no input', error)
    return false
  }
}

export function dropInput(key: string): void {
  window.sessionStorage.removeItem(PREFIX + key)
}

/** Drops what was typed for others than these seats and this person: those of whoever is signed in now. Signed out, all of it. */
export function dropInputOfOthers(own: readonly string[]): void {
  const keys = Object.keys(window.sessionStorage).filter((key) => key.startsWith(PREFIX))
  for (const key of keys) {
    const owner = key.slice(PREFIX.length).split('/')[0] ?? ''
    if (!own.includes(owner)) window.sessionStorage.removeItem(key)
  }
}

interface KeptInput<T> {
  readonly value: T
  /** The value was typed earlier and never saved. */
  readonly wasKept: boolean
  /** This browser has no room for what was typed: it is on this page and nowhere else. */
  readonly isUnkept: boolean
  readonly change: (value: T) => void
  /** Forgets what was typed: it was saved, or is not wanted. */
  readonly drop: () => void
}

/** A form's value that survives leaving the page: what was kept under the key, else what is saved. */
export function useKeptInput<T>(key: string, saved: T, read: (value: unknown) => T | null): KeptInput<T> {
  const [kept] = useState(() => readKept(key, read))
  const [typed, setTyped] = useState<T | null>(kept)
  const [isUnkept, setUnkept] = useState(false)
  const change = useCallback(
    (value: T) => {
      setUnkept(!keepInput(key, value))
      setTyped(value)
    },
    [key]
  )
  const drop = useCallback(() => {
    dropInput(key)
    setUnkept(false)
    setTyped(null)
  }, [key])
  return { value: typed ?? saved, wasKept: kept !== null && typed !== null, isUnkept, change, drop }
}

/**
 * `useState` for what is typed into a form: it is there again when the page was left by Back, Forward or a slip, until it is
 * dropped. The place names the form within its person's pages, or within those that nobody has to sign in for; while it is not
 * known who is there nothing is kept. No password, recovery phrase or code may be in the value or the place.
 */
export function useKeptState<T>(place: string, initial: T): readonly [value: T, change: (next: T) => void, drop: () => void] {
  const session = useContext(QueryClientContext)?.getQueryData<WhoAmI | null>(SESSION_KEY)
  const key = session === undefined ? null : `${session?.person.id ?? NOBODY}/${place}`
  const [value, setValue] = useState<T>(() => (key === null ? null : readKept(key, (kept) => alike(kept, initial))) ?? initial)
  const change = useCallback(
    (next: T) => {
      if (key !== null) keepInput(key, next)
      setValue(next)
    },
    [key]
  )
  const drop = useCallback(() => {
    if (key !== null) dropInput(key)
  }, [key])
  return [value, change, drop]
}

/** What was kept, where it has the shape of what the form begins with: another build may have kept something else. */
function alike<T>(kept: unknown, initial: T): T | null {
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
  if (isObject(initial) !== isObject(kept) && initial !== null) return null
  if (isObject(initial) && isObject(kept)) return Object.keys(initial).every((name) => name in kept) ? (kept as T) : null
  return initial === null || typeof kept === typeof initial ? (kept as T) : null
}
