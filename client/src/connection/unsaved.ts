/*
 * Which documents have words that the server has not confirmed. It needs nothing of Yjs, so the shell can say so on every
 * page. What has a copy on this device is noted on the device as well, for the page may be loaded anew before it is sent.
 */

export interface Unsaved {
  readonly documentId: string
  readonly title: string
  /** Edits that nobody has confirmed; 0 when they were refused meanwhile and wait to be copied. */
  readonly unsent: number
  /** Who wrote them, where that was known: a seat that has ended says it of nobody any more. */
  readonly personId?: string
  /** Written a moment ago, and on its way: noted for the case that the page ends here, and told to nobody before that. */
  readonly isFresh?: boolean
  /** Its writer can no longer open it: the words wait on the page of recovered words. */
  readonly isLost?: boolean
}

/** With the seat it was written in: others who sign in here are told nothing of it. */
export interface UnsavedElsewhere extends Unsaved {
  readonly seatId: string
}

const PREFIX = 'roundtable.unsaved.'
/** What is not written down: the words are in this page only, or the browser keeps no notes. */
const inTab = new Map<string, Unsaved>()
/** Copies of which nothing stands on the device, as far as this tab has had to do with it. */
const clean = new Set<string>()
const shown = new Set<string>()
const listeners = new Set<() => void>()
let elsewhere: readonly UnsavedElsewhere[] = []
/** Of these nothing more was said before this page began: whoever wrote there may be gone. */
const foundFresh = new Set([...onDevice()].flatMap(([copyKey, { isFresh }]) => (isFresh === true ? [copyKey] : [])))

/** @param onDevice the words outlive this page in the copy of that name */
export function noteUnsaved(copyKey: string, what: Unsaved, onDevice: boolean): void {
  clean.delete(copyKey)
  if (onDevice && writeDown(copyKey, what)) inTab.delete(copyKey)
  else inTab.set(copyKey, what)
  changed()
}

/** All of it was confirmed, handed back, or taken off the device. */
export function forgetUnsaved(copyKey: string): void {
  if (clean.has(copyKey)) return
  clean.add(copyKey)
  inTab.delete(copyKey)
  strike(copyKey)
  changed()
}

/** What of it is meant was given up by its writer. */
export function forgetUnsavedOf(isMeant: (copyKey: string, what: Unsaved) => boolean): void {
  for (const [copyKey, what] of unsavedCopies()) {
    if (!isMeant(copyKey, what)) continue
    // Another tab may have noted it since.
    clean.delete(copyKey)
    forgetUnsaved(copyKey)
  }
}

/** A document that is on the screen says itself what of it is saved. */
export function setShown(copyKey: string, isShown: boolean): void {
  if (isShown) shown.add(copyKey)
  else shown.delete(copyKey)
  // What was refused while it was away is read there now.
  if (isShown && inTab.get(copyKey)?.unsent === 0) inTab.delete(copyKey)
  changed()
}

/** The documents with unsaved words that are not on the screen; the same list until something changes. */
export const unsavedElsewhere = (): readonly UnsavedElsewhere[] => elsewhere

/** What was noted of documents, by the name of their copy. */
export function unsavedCopies(): ReadonlyMap<string, Unsaved> {
  return new Map([...onDevice(), ...inTab])
}

export function subscribeToUnsaved(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) window.addEventListener('storage', changed)
  changed()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', changed)
  }
}

function changed(): void {
  const copies = unsavedCopies()
  for (const copyKey of foundFresh) if (!copies.has(copyKey)) foundFresh.delete(copyKey)
  const isTold = (copyKey: string, what: Unsaved): boolean => !shown.has(copyKey) && (what.isFresh !== true || foundFresh.has(copyKey))
  const now = [...copies].flatMap(([copyKey, what]) => (isTold(copyKey, what) ? [{ ...what, seatId: copyKey.split('/')[0] ?? '' }] : []))
  if (JSON.stringify(now) === JSON.stringify(elsewhere)) return
  elsewhere = now
  for (const listener of listeners) listener()
}

/** Storage may be refused or full: then it is known as long as the page, as the words themselves may be. */
function writeDown(copyKey: string, what: Unsaved): boolean {
  try {
    window.localStorage.setItem(PREFIX + copyKey, JSON.stringify(what))
    return true
  } catch (error) {
    console.info('This browser does not keep which documents are unsaved', error)
    return false
  }
}

function strike(copyKey: string): void {
  try {
    window.localStorage.removeItem(PREFIX + copyKey)
  } catch (error) {
    console.info('This browser does not keep which documents are unsaved', error)
  }
}

function onDevice(): ReadonlyMap<string, Unsaved> {
  const found = new Map<string, Unsaved>()
  try {
    for (const key of Object.keys(window.localStorage)) {
      const what = key.startsWith(PREFIX) ? readUnsaved(window.localStorage.getItem(key)) : null
      if (what) found.set(key.slice(PREFIX.length), what)
    }
  } catch (error) {
    console.info('This browser does not keep which documents are unsaved', error)
  }
  return found
}

function readUnsaved(text: string | null): Unsaved | null {
  const value: unknown = text === null ? null : JSON.parse(text)
  if (typeof value !== 'object' || value === null) return null
  const { documentId, title, unsent, personId, isFresh } = value as Partial<Record<keyof Unsaved, unknown>>
  if (typeof documentId !== 'string' || typeof title !== 'string' || typeof unsent !== 'number') return null
  return { documentId, title, unsent, ...(typeof personId === 'string' ? { personId } : {}), ...(isFresh === true ? { isFresh } : {}) }
}
