import { useSyncExternalStore } from 'react'

/** Whether the server can be reached, as this page last found. `no_network` is this device's own want of one. */
export type Line = 'there' | 'no_network' | 'server_away'

const listeners = new Set<() => void>()
/** The last request was answered, was not, or there has been none since the network changed. */
let wasAnswered: boolean | null = null

/** Every request tells what became of it. */
export function noteAnswer(answered: boolean): void {
  if (answered === wasAnswered) return
  wasAnswered = answered
  for (const listener of listeners) listener()
}

/** Asks what needs nobody to be known and changes nothing. */
export async function askWhetherThere(): Promise<void> {
  // No answer is what was asked about.
  const answer = await fetch('/api/health').catch(() => null)
  noteAnswer(answer?.ok === true)
}

/** A room on its own network, and a server on this very machine, are there without any network that the browser knows of. */
function lineNow(): Line {
  if (wasAnswered === true || (wasAnswered === null && navigator.onLine)) return 'there'
  return navigator.onLine ? 'server_away' : 'no_network'
}

function networkChanged(): void {
  wasAnswered = null
  for (const listener of listeners) listener()
  void askWhetherThere()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) for (const name of ['online', 'offline']) window.addEventListener(name, networkChanged)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) for (const name of ['online', 'offline']) window.removeEventListener(name, networkChanged)
  }
}

export function useLine(): Line {
  return useSyncExternalStore(subscribe, lineNow)
}
