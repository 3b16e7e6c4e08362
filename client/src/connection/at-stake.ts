import type { CloseName, DocumentView } from '@roundtable/shared/protocol'
import type { RecoveredText } from './types.js'
import { forgetUnsavedOf, unsavedCopies } from './unsaved.js'

/*
 * What would be lost with this tab: edits nobody has confirmed, and recovered words. It needs nothing of Yjs, so signing
 * out can ask here wherever one is, and when nothing more can be fetched.
 */

interface Holder {
  /** The name of its copy on this device. */
  readonly copyKey: string
  /** Edits that the server has not confirmed. */
  readonly unsent: number
  /** Ends it; what is unsent goes among the recovered texts. */
  close(name: CloseName): void
  /** Ends it with all that is unsent: its person said so. */
  discard(): void
}

const holders = new Set<Holder>()
const recovered = new Map<string, readonly RecoveredText[]>()
const NOTHING: readonly RecoveredText[] = []

/** Counts an open document in, until the answer is called. */
export function countIn(holder: Holder): () => void {
  holders.add(holder)
  askBeforeLeaving()
  return () => {
    holders.delete(holder)
    askBeforeLeaving()
  }
}

/** Of each open document, by the name of its copy, the edits that the server has not confirmed. */
export function openUnsent(): readonly (readonly [string, number])[] {
  return [...holders].map(({ copyKey, unsent }) => [copyKey, unsent])
}

/** The same as one number, with what other tabs hold and what waits in copies of documents that are open in no tab. */
export function unsentCount(inOtherTabs: readonly (readonly [string, number])[] = []): number {
  const open = [...openUnsent(), ...inOtherTabs]
  const isOpen = new Set(open.map(([copyKey]) => copyKey))
  const waiting = [...unsavedCopies()].filter(([copyKey]) => !isOpen.has(copyKey))
  return sumOf(open) + waiting.reduce((sum, [, { unsent }]) => sum + unsent, 0)
}

const sumOf = (unsent: readonly (readonly [string, number])[]): number => unsent.reduce((sum, [, edits]) => sum + edits, 0)

/** Ends the open documents whose copies are meant, as the server would: what is unsent is recovered. */
export function closeOthers(isMeant: (copyKey: string) => boolean, name: CloseName = 'signedOut'): void {
  for (const holder of [...holders]) if (isMeant(holder.copyKey)) holder.close(name)
}

/** Ends all documents of this tab with what of them is unsent, before the copies are taken off the device. */
export function discardUnsent(): void {
  for (const holder of [...holders]) holder.discard()
  // What was refused is in no copy; whose it is decides when that is dropped.
  forgetUnsavedOf((_copyKey, { unsent }) => unsent > 0)
}

/**
 * Whose recovered words of which document: a seat is one person's, and others see only what their own seat wrote. The
 * document's epoch is left out, for words of a life that has ended are exactly what is recovered.
 */
export function ownerOf({ id, mySeat }: Pick<DocumentView, 'id'> & { readonly mySeat: { readonly id: string } }): string {
  return `${mySeat.id}/${id}`
}

export function recoveredTexts(owner: string): readonly RecoveredText[] {
  return recovered.get(owner) ?? NOTHING
}

export function keepRecovered(owner: string, texts: readonly RecoveredText[]): void {
  if (texts.length > 0) recovered.set(owner, texts)
  else recovered.delete(owner)
  askBeforeLeaving()
}

/** What a person wrote, as a Yjs update, in a life of a document that may not be the one that comes back. */
interface LeftBehind {
  readonly epoch: number
  readonly update: Uint8Array
}
const left = new Map<string, LeftBehind>()

export function leftOf(owner: string): LeftBehind | null {
  return left.get(owner) ?? null
}

export function keepLeft(owner: string, what: LeftBehind | null): void {
  if (what) left.set(owner, what)
  else left.delete(owner)
}

const seatsOf = new Map<string, ReadonlySet<string>>()

/** The seats a person was seen in. A seat that has ended in the meantime stays theirs here: its words are still their own. */
export function noteSeats(personId: string, seats: readonly { readonly id: string }[]): void {
  seatsOf.set(personId, new Set([...(seatsOf.get(personId) ?? []), ...seats.map(({ id }) => id)]))
}

/** Whose seat it is, as far as this tab has seen. */
export function personIn(seatId: string): string | undefined {
  return [...seatsOf].find(([, seats]) => seats.has(seatId))?.[0]
}

/** Whose words a person has here that were not taken, by their owner (`ownerOf`). */
export function recoveredOwners(personId: string): readonly string[] {
  return ownersOf(personId, recovered)
}

const ownersOf = (personId: string, kept: ReadonlyMap<string, unknown>): readonly string[] =>
  [...kept.keys()].filter((owner) => seatsOf.get(personId)?.has(owner.split('/')[0] ?? ''))

/** How many pieces of a person's text are kept in this tab and nowhere else. */
export function recoveredCount(personId: string): number {
  return ownersOf(personId, recovered).reduce((sum, owner) => sum + recoveredTexts(owner).length, 0)
}

export function forgetRecovered(personId: string): void {
  forgetUnsavedOf((copyKey) => seatsOf.get(personId)?.has(copyKey.split('/')[0] ?? '') ?? false)
  for (const owner of ownersOf(personId, recovered)) keepRecovered(owner, NOTHING)
  for (const owner of ownersOf(personId, left)) keepLeft(owner, null)
}

/** The browser asks before leaving, and only when something would be at stake. */
function warn(event: BeforeUnloadEvent): void {
  if (sumOf(openUnsent()) > 0 || recovered.size > 0) event.preventDefault()
}

/** A listener that stands there for nothing would keep the page out of the browser's cache. */
function askBeforeLeaving(): void {
  if (holders.size > 0 || recovered.size > 0) window.addEventListener('beforeunload', warn)
  else window.removeEventListener('beforeunload', warn)
}
