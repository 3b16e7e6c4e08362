import { RoundtableError } from '@roundtable/shared/error'
import { readStored, writeStored } from './stored.js'

/*
 * Somebody has signed out here without a line: the server still takes this browser for them, and only the server can end that. Until
 * it has, nobody is signed in here. Of whom it was nothing is kept, only that it is to be ended.
 */

const KEY = 'endOwed'
const listeners = new Set<() => void>()
/** The browser keeps no notes: then it is known as long as the page. */
let unwritten = false
let ending: Promise<void> | null = null

export const isEndOwed = (): boolean => unwritten || readStored(KEY) === 'yes'

export function oweEnd(): void {
  writeStored(KEY, 'yes')
  unwritten = readStored(KEY) !== 'yes'
  tell()
}

/** Another tab owes it or has done it, or a page that the browser had put away comes back as it was. */
export function onNewsOfOwedEnd(listener: () => void): () => void {
  const end = new AbortController()
  for (const name of ['storage', 'pageshow']) window.addEventListener(name, listener, end)
  return () => end.abort()
}

export function subscribeToOwedEnd(listener: () => void): () => void {
  listeners.add(listener)
  const endNews = onNewsOfOwedEnd(listener)
  return () => {
    listeners.delete(listener)
    endNews()
  }
}

/** Has the server end what is to be ended, if anything is. Rejects with what stands against it; then it is still to be done. */
export async function settleOwedEnd(end: () => Promise<void>): Promise<void> {
  if (!isEndOwed()) return
  ending ??= alone(() => settle(end)).finally(() => (ending = null))
  await ending
}

async function settle(end: () => Promise<void>): Promise<void> {
  // Another tab may have done it, and somebody else may have signed in there since: that session is not to be ended.
  if (!isEndOwed()) return
  try {
    await end()
  } catch (error) {
    const isOver = error instanceof RoundtableError && error.code === 'not_signed_in'
    if (!isOver) throw error
  }
  writeStored(KEY, '')
  unwritten = false
  tell()
}

/** One tab at a time. A browser that has no locks, as on plain http, has this page's own order. */
const alone = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request(`roundtable.${KEY}`, work) : work()

function tell(): void {
  for (const listener of listeners) listener()
}
