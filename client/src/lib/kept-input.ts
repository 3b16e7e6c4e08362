import { useCallback, useState } from 'react'

/**
 * What was typed and not sent yet, kept in this tab so that a page can be left and come back to. Keys begin with the seat the
 * words were typed for: whoever signs in next at the same machine sees nothing of them.
 */
const PREFIX = 'roundtable.input.'

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

/** Drops what was typed for seats that whoever is signed in now does not hold; signed out, all of it. */
export function dropInputOfOthers(seatIds: readonly string[]): void {
  const keys = Object.keys(window.sessionStorage).filter((key) => key.startsWith(PREFIX))
  for (const key of keys) {
    const seatId = key.slice(PREFIX.length).split('/')[0] ?? ''
    if (!seatIds.includes(seatId)) window.sessionStorage.removeItem(key)
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
